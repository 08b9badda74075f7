import { GRADES, type Facility, type Village } from '../../../lib/core/model/records';
import type { PatientCase, ReferralAnswer, ReferralTarget } from '../../../lib/core/model/results';
import type { Situation } from '../../../lib/core/model/situation';
import { refer } from '../../../lib/core/referral/refer';
import { wholeMinutes } from '../../../lib/i18n/format';
import { nameOf } from '../../../lib/i18n/names';
import { phrase, phrases, translate } from '../../../lib/i18n/t';
import { CliError } from '../cli-error';
import { ANALYSIS_OPTIONS, ANALYSIS_USAGE, openAnalysis } from '../open-analysis';
import { nearNames } from '../near-names';
import { notesOf, withNotes } from '../notes';
import { oneOf, readOptions, required } from '../travel-options';

export const usage = `refer --area DIR --village ID --grade ${GRADES.join('|')}
    [--severe-disease] [--aged] [--unstable] [--dialysis] ${ANALYSIS_USAGE}
    Where a patient of a village belongs by item 10 of the town plan, and why; what the item leaves open takes the
    safer tier and is printed as not settled by the document. ID may be the village's name where only one bears it.
    Severe underlying disease, age and dialysis are taken as absent and the patient as stable unless said. --json keys:
    villageId, patient {grade, severeDisease, aged, stable, dialysis}, carePlace (home, sub-designated, designated),
    settledByDocument, rule {requirement, item, packVersion}, reason {code}, needs [capabilities], target,
    monitoringSite, alternatives [at most 2] (each {facilityId, ms, mm, ownAlliance, bedsFree}; ms with the walks to the
    road, mm of road), passedOver [{facilityId, tier, ms, reasons [{code}]}] nearest first, noTargetReason {code}
    (refer-no-severe-site: no hospital on record takes severe cases), notes [text]. Minutes are whole, rounded up.`;

const OPTIONS = {
  ...ANALYSIS_OPTIONS,
  village: { type: 'string' },
  grade: { type: 'string' },
  'severe-disease': { type: 'boolean' },
  aged: { type: 'boolean' },
  unstable: { type: 'boolean' },
  dialysis: { type: 'boolean' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const wanted = required(options.village, 'village', usage);
  const patient: PatientCase = {
    grade: oneOf(GRADES, required(options.grade, 'grade', usage), 'grade'),
    severeDisease: options['severe-disease'] ?? false,
    aged: options.aged ?? false,
    stable: !(options.unstable ?? false),
    dialysis: options.dialysis ?? false
  };
  const analysis = await openAnalysis(options, usage);
  const { situation, router, rulePack } = analysis;
  const notes = notesOf(analysis);
  const village = findVillage(situation, wanted);
  const answer = refer({
    situation,
    router,
    villageId: village.id,
    patient,
    pack: rulePack
  });
  console.log(
    options.json
      ? JSON.stringify({ ...answer, notes }, null, 2)
      : withNotes(describe(answer, village, situation), notes)
  );
  return 0;
}

/** By id, else by a name that one village alone bears. */
function findVillage({ villages }: Pick<Situation, 'villages'>, wanted: string): Village {
  const byId = villages.get(wanted);
  if (byId) return byId;
  const key = wanted.toLowerCase();
  const all = [...villages.values()];
  const named = all.filter(({ names }) => Object.values(names).some((name) => name?.toLowerCase() === key));
  if (named.length === 1) return named[0];
  if (named.length > 1)
    throw new CliError(
      `--village ${wanted}: ${named.length} villages: ${named.map(({ id }) => id).join(', ')}. Give one id.`
    );
  if (all.length === 0) throw new CliError(`--village ${wanted}: this area has no villages.`);
  const near = nearNames(wanted, all);
  const hint = (near.length > 0 ? near : all.slice(0, 3)).map(({ id, names }) => `${nameOf(names, 'en')} (${id})`);
  throw new CliError(
    `--village ${wanted}: no such village. ${near.length > 0 ? 'Near it' : 'None is named alike; ids look like'}: ${hint.join(', ')}.`
  );
}

const english = (code: string) => translate('en', code);

function describe(answer: ReferralAnswer, village: Village, situation: Situation): string {
  const { patient, rule, target, monitoringSite, alternatives, passedOver } = answer;
  const facility = (id: string) => situation.facilities.get(id) as Facility;
  const name = (id: string) => nameOf(facility(id).names, 'en');
  const site = (each: ReferralTarget) =>
    `${name(each.facilityId)} (${each.facilityId}), ${minutes(each.ms)}, ${(each.mm / 1e6).toFixed(1)} km of road, ` +
    `${each.bedsFree} beds free, ${each.ownAlliance ? 'own alliance' : 'other alliance'}`;
  const lines = [
    `${nameOf(village.names, 'en')} (${village.id}): ${words(patient)}`,
    `${english(`care-place-${answer.carePlace}`)}, ${english(answer.settledByDocument ? 'care-settled' : 'care-not-settled')} ` +
      `(${rule.item}, requirement ${rule.requirement}, pack ${rule.packVersion})`,
    phrase(answer.reason, 'en'),
    ...(answer.needs.length > 0
      ? [`Needs: ${answer.needs.map((each) => english(`capability-${each}`)).join(', ')}`]
      : []),
    '',
    target ? `Target: ${site(target)}` : '',
    ...(answer.noTargetReason ? [phrase(answer.noTargetReason, 'en')] : []),
    ...(monitoringSite
      ? [`Watched by: ${name(monitoringSite.facilityId)} (${monitoringSite.facilityId}), ${minutes(monitoringSite.ms)}`]
      : []),
    ...alternatives.map((each, i) => `Alternative ${i + 1}: ${site(each)}`)
  ].filter((line, i) => line !== '' || i === 4);
  if (passedOver.length > 0) {
    lines.push('', 'Passed over, nearest first:');
    for (const { facilityId, tier, ms, reasons } of passedOver)
      lines.push(
        `  ${ms === null ? 'no way' : minutes(ms)}\t${name(facilityId)}, ${english(`tier-${tier}`)}: ${phrases(reasons, 'en')}`
      );
  }
  return lines.join('\n');
}

function words({ grade, severeDisease, aged, stable, dialysis }: PatientCase): string {
  return [
    english(`grade-${grade}`).toLowerCase(),
    severeDisease ? 'severe underlying disease' : 'no severe underlying disease',
    aged ? 'aged' : 'not aged',
    stable ? 'stable' : 'not stable',
    ...(dialysis ? ['needs dialysis'] : [])
  ].join(', ');
}

function minutes(ms: number): string {
  return `${wholeMinutes(ms)} min`;
}
