import loadHighs from 'highs';
import type { ReservePlan } from '../../../lib/core/model/results';
import type { Situation } from '../../../lib/core/model/situation';
import { translate } from '../../../lib/i18n/t';
import { areaReserve } from '../../../lib/core/fleet/area-reserve';
import { planReserve } from '../../../lib/core/fleet/plan-reserve';
import { highsSolver } from '../../../lib/core/fleet/solve-model';
import { CliError } from '../cli-error';
import { ANALYSIS_OPTIONS, ANALYSIS_USAGE, openAnalysis } from '../open-analysis';
import { notesOf, withNotes } from '../notes';
import { oneOf, readOptions, required } from '../travel-options';

export const usage = `reserve --area DIR --vehicles N --minutes T [--existing fixed|free] [--time-limit SECONDS]
    ${ANALYSIS_USAGE}
    Where to station N additional vehicles so that most persons are within T minutes' drive of one (base to
    village, walks included), proven best. Candidates are today's bases and all health centres and hospitals; bases
    stay (fixed, the default) or all vehicles are placed anew (free). --json keys: vehicles, minutes, existing,
    sites [candidateId, names, lon, lat, existing, vehicles], unplaced, coveredPersons, coveredVillages [ids],
    beforePersons, beforeVillages [ids], totalPersons, gap (0 = proven), status (optimal, time-limit), notes [text].`;

const OPTIONS = {
  ...ANALYSIS_OPTIONS,
  vehicles: { type: 'string' },
  minutes: { type: 'string' },
  existing: { type: 'string' },
  'time-limit': { type: 'string' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const vehicles = wholeNumber(required(options.vehicles, 'vehicles', usage), 'vehicles', 0, 10_000);
  const minutes = readMinutes(required(options.minutes, 'minutes', usage));
  const existing = oneOf(['fixed', 'free'], options.existing ?? 'fixed', 'existing');
  const limit = wholeNumber(options['time-limit'] ?? '60', 'time-limit', 1, 86_400);
  const analysis = await openAnalysis(options, usage);
  const { situation, router } = analysis;
  const notes = [...leftOutVehicles(situation), ...notesOf(analysis)];
  const problem = areaReserve(situation, router, { vehicles, minutes, existing });
  const plan = await planReserve(
    problem,
    highsSolver(() => loadHighs()),
    limit
  );
  console.log(
    options.json
      ? JSON.stringify({ ...plan, notes }, null, 2)
      : withNotes(describe(plan, situation.villages.size), notes)
  );
  return 0;
}

function describe(plan: ReservePlan, villages: number): string {
  const share = (persons: number): string =>
    plan.totalPersons > 0 ? ` (${((100 * persons) / plan.totalPersons).toFixed(1)} %)` : '';
  const gained = plan.coveredPersons - plan.beforePersons;
  return [
    `Within ${plan.minutes} min of a vehicle, before: ${plan.beforePersons} persons${share(plan.beforePersons)}, ` +
      `${plan.beforeVillages.length} of ${villages} villages`,
    `With ${plan.vehicles} more (bases ${plan.existing}): ${plan.coveredPersons} persons${share(plan.coveredPersons)}, ` +
      `${plan.coveredVillages.length} of ${villages} villages; ${gained >= 0 ? '+' : ''}${gained} persons`,
    plan.status === 'optimal'
      ? 'Proven best.'
      : `Time limit reached; at most ${plan.gap === null ? 'an unknown share' : `${(plan.gap * 100).toFixed(2)} %`} better is possible.`,
    ...(plan.unplaced > 0 ? [`${plan.unplaced} vehicles would bring nobody nearer and have no site.`] : []),
    '',
    'site\tvehicles\tbase today\tlon\tlat\tname',
    ...plan.sites.map(({ candidateId, names, lon, lat, existing, vehicles }) =>
      [candidateId, vehicles, existing ? 'yes' : 'no', lon, lat, names].join('\t')
    )
  ].join('\n');
}

/** Vehicles that the plan does not count, and why. */
function leftOutVehicles({ vehicles }: Situation): string[] {
  const out = [...vehicles.values()].filter(({ status }) => status === 'out-of-service');
  if (out.length === 0) return [];
  const each = out.map(({ callSign, outOfServiceReason }) => {
    const reason = translate('en', `out-of-service-${outOfServiceReason ?? 'other'}`);
    return `${callSign} (${reason.toLowerCase()})`;
  });
  return [`out of service and left out of ${vehicles.size} vehicles on record: ${each.join(', ')}.`];
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new CliError(`--${name} ${text}: wanted a whole number from ${least} to ${most}.`);
}

function readMinutes(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 10_000) return value;
  throw new CliError(`--minutes ${text}: wanted a number above 0.`);
}
