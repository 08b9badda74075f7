import { evaluate } from '../../../lib/core/evaluate/evaluate';
import type { MedicineAssessment, Results } from '../../../lib/core/model/results';
import type { Situation } from '../../../lib/core/model/situation';
import { localDay } from '../../../lib/core/report/local-time';
import { nameOf } from '../../../lib/i18n/names';
import { translate } from '../../../lib/i18n/t';
import { CliError } from '../cli-error';
import { ANALYSIS_OPTIONS, ANALYSIS_USAGE, openAnalysis } from '../open-analysis';
import { notesOf, withNotes } from '../notes';
import { readOptions } from '../travel-options';

export const usage = `medicines --area DIR [--today YYYY-MM-DD] ${ANALYSIS_USAGE}
    Medicines of every open site against the people it serves (15–20 %) and against its daily use (14 days), with what is
    short to either share, in doses. The day is that on which the pack was built, with a server today. Each person counts at one lowest open site; a township hospital's figures are its
    own and its clinics'. --json keys: packVersion, today, servedPersons, noWay {villages, persons}, byStatus {red, amber,
    green, no-demand, not-assessable}, sites [{facilityId, medicineId, servedPersons, ownPersons, clinicIds,
    demandPersons, uplifts [{code, factor, persons}], usableDoses, expiredDoses, onOrderDoses, share (0–1), shareStatus,
    days, daysStatus, requiredDays, status, failingLimb (share, days, expiry), shortfallTo15, shortfallTo20, rule,
    expiring (null, or what expires within the days of notice: doses, firstOn, and share, shareStatus, days, daysStatus,
    status, shortfallTo15, shortfallTo20 of the rest)}], notes [text].
    A site with withheldVillages has that many villages of which the server withholds a count of one or two persons from
    the account asked with; these persons are left out of demandPersons.`;

const OPTIONS = { ...ANALYSIS_OPTIONS, today: { type: 'string' } } as const;

/** `servedPersons` and `noWay` together are all residents; `byStatus` counts site × medicine. */
interface Summary {
  servedPersons: number;
  noWay: { villages: number; persons: number };
  byStatus: Record<MedicineAssessment['status'], number>;
}

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const analysis = await openAnalysis(options, usage, readToday(options.today));
  const { situation, settings, travel, rulePack } = analysis;
  const notes = notesOf(analysis);
  const today = localDay(settings.now, rulePack);
  const results = evaluate({ situation, settings, rulePack, revision: 0, travel });
  const summary = sumUp(situation, results);
  console.log(
    options.json
      ? JSON.stringify({ packVersion: rulePack.version, today, ...summary, sites: results.medicines, notes }, null, 2)
      : withNotes(describe(results.medicines, summary, situation, today), notes)
  );
  return 0;
}

function sumUp({ villages: records }: Situation, { villages, medicines }: Results): Summary {
  const summary: Summary = {
    servedPersons: 0,
    noWay: { villages: 0, persons: 0 },
    byStatus: { red: 0, amber: 0, green: 0, 'no-demand': 0, 'not-assessable': 0 }
  };
  for (const { villageId, reach } of villages) {
    const residents = Math.max(0, records.get(villageId)?.residents ?? 0);
    if (reach.any.ms !== null) summary.servedPersons += residents;
    else {
      summary.noWay.villages++;
      summary.noWay.persons += residents;
    }
  }
  for (const { status } of medicines) summary.byStatus[status]++;
  return summary;
}

function readToday(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text;
  throw new CliError(`--today ${text}: wanted a day as YYYY-MM-DD.`);
}

function describe(
  assessments: readonly MedicineAssessment[],
  { servedPersons, noWay, byStatus }: Summary,
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
