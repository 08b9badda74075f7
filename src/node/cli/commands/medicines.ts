import { assessArea, type MedicineSummary } from '../../../lib/core/medicine/assess-area';
import type { MedicineAssessment } from '../../../lib/core/model/results';
import type { Situation } from '../../../lib/core/model/situation';
import { activeRulePack } from '../../../lib/core/rules/rule-pack';
import { nameOf } from '../../../lib/i18n/names';
import { translate } from '../../../lib/i18n/t';
import { CliError } from '../cli-error';
import { ANALYSIS_OPTIONS, ANALYSIS_USAGE, openAnalysis } from '../open-analysis';
import { readOptions } from '../travel-options';
import { remoteVillages } from '../remote-villages';

export const usage = `medicines --area DIR [--today YYYY-MM-DD] ${ANALYSIS_USAGE}
    Medicines of every open site against the people it serves (15–20 %) and against its daily use (14 days), with what is
    short to either share, in doses. Each person counts at one lowest open site; a township hospital's figures are its
    own and its clinics'. --json keys: packVersion, today, servedPersons, noWay {villages, persons}, byStatus {red, amber,
    green, no-demand, not-assessable}, sites [{facilityId, medicineId, servedPersons, ownPersons, clinicIds,
    demandPersons, uplifts [{code, factor, persons}], usableDoses, expiredDoses, onOrderDoses, share (0–1), shareStatus,
    days, daysStatus, requiredDays, status, failingLimb (share, days, expiry), shortfallTo15, shortfallTo20, rule}].`;

const OPTIONS = { ...ANALYSIS_OPTIONS, today: { type: 'string' } } as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS, usage);
  const today = readToday(options.today);
  const { situation, vehicle, routerFor } = await openAnalysis(options, usage);
  const now = Date.parse(`${today}T12:00:00Z`);
  const pack = activeRulePack(situation, now);
  const router = routerFor(vehicle);
  const { assessments, summary } = assessArea({
    situation,
    router,
    remoteVillages: remoteVillages(situation, router, pack),
    pack,
    today
  });
  console.log(
    options.json
      ? JSON.stringify({ packVersion: pack.version, today, ...summary, sites: assessments }, null, 2)
      : describe(assessments, summary, situation, today)
  );
  return 0;
}

function readToday(text: string | undefined): string {
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text;
  throw new CliError(`--today ${text}: wanted a day as YYYY-MM-DD.`);
}

function describe(
  assessments: readonly MedicineAssessment[],
  { servedPersons, noWay, byStatus }: MedicineSummary,
  { facilities, medicines }: Situation,
  today: string
): string {
  if (assessments.length === 0) return 'No stock is on record and no medicine is listed: nothing to assess.';
  const english = (code: string) => translate('en', code);
  const wanting = assessments.filter(({ status }) => status !== 'green' && status !== 'no-demand');
  const sites = new Set(assessments.map(({ facilityId }) => facilityId)).size;
  return [
    `${today}: ${sites} sites × ${medicines.size} medicines, ${servedPersons} persons each at one lowest open site; ` +
      `${noWay.persons} persons in ${noWay.villages} villages have no way to any.`,
    Object.entries(byStatus)
      .map(([status, count]) => `${english(`limb-status-${status}`)} ${count}`)
      .join(', '),
    '',
    'site\tmedicine\tpersons\tshare\tdays\tneeds days\tstatus\tlimb\tshort to lower\tshort to upper',
    ...wanting.map((each) => {
      const facility = facilities.get(each.facilityId);
      const medicine = medicines.get(each.medicineId);
      return [
        facility ? nameOf(facility.names, 'en') : each.facilityId,
        medicine ? english(`medicine-class-${medicine.medicineClass}`) : each.medicineId,
        each.servedPersons,
        each.share === null ? english(`limb-status-${each.shareStatus}`) : `${floor1(each.share * 100)} %`,
        each.days === null ? english(`limb-status-${each.daysStatus}`) : floor1(each.days),
        each.requiredDays,
        english(`limb-status-${each.status}`),
        each.failingLimb ? english(`limb-${each.failingLimb}`) : '',
        each.shortfallTo15,
        each.shortfallTo20
      ].join('\t');
    })
  ].join('\n');
}

/** One decimal, rounded down: 14.96 % must not read as the 15 % it does not reach. */
function floor1(value: number): string {
  return (Math.floor(value * 10 + 1e-9) / 10).toFixed(1);
}
