import type { Mechanism, Results, Tile } from '../model/results';
import { contactsOf, countFreshness } from '../people/count-freshness';
import { isNoSite } from '../routing/routing';
import { numberRule, type NumberRule } from '../rules/rule-pack';
import type { DatedDerived } from './derived';

/** Below this share of its target a mechanism is in alarm, up to the target it needs attention. */
const ALARM_SHARE = 0.75;

/**
 * The five mechanisms of requirement 90, each as places that meet it of places that can be assessed: sites with enough
 * antipyretics; villages within the headline minutes of a severe-case hospital; villages whose counts of key people are all made and in date
 * (its words tell the sites that have not reported as well);
 * townships with the ready vehicles set (times of transfers have no source yet; its words tell the empty posts); villages whose labelled people were all
 * contacted this week. A village whose counts are withheld from this reader, or were never entered, is none that can be assessed.
 */
export function makeTiles(derived: DatedDerived): Tile[] {
  const { pack } = derived;
  const late = derived.reports.late.length;
  const empty = emptyPosts(derived);
  const tile = (mechanism: Mechanism, rule: NumberRule, [value, total]: [number, number], limit: number): Tile => {
    const percent = numberRule(pack, rule);
    const met = value * 100 >= percent * total;
    const status =
      total === 0
        ? 'not-assessable'
        : met
          ? 'ready'
          : value * 100 >= percent * total * ALARM_SHARE
            ? 'attention'
            : 'alarm';
    // Short of the target, not of all.
    const short = Math.max(0, Math.ceil((percent * total) / 100 - 1e-9) - value);
    const params = { value, total, short, target: percent, limit, late, empty };
    return { mechanism, value, total, target: percent / 100, status, phrase: { code: `tile-${mechanism}`, params } };
  };
  return [
    tile('medicines', 'tile-medicines-percent', sitesSupplied(derived), numberRule(pack, 'stock-days')),
    tile('care', 'tile-care-percent', villagesNear(derived), numberRule(pack, 'coverage-headline-minutes')),
    tile('accounts', 'tile-accounts-percent', villagesCounted(derived), numberRule(pack, 'people-count-max-age-days')),
    tile('transfer', 'tile-transfer-percent', townsReady(derived), numberRule(pack, 'ready-vehicles-per-town')),
    tile('guidance', 'tile-guidance-percent', villagesContacted(derived), numberRule(pack, 'contacts-red'))
  ];
}

/** Posts that nobody holds who could be called. */
export function emptyPosts({ organisation }: Pick<Results, 'organisation'>): number {
  return organisation.posts.filter(({ lack }) => lack !== null).length;
}

/** Sites with an assessable antipyretic, and those of them where none is short. */
function sitesSupplied({ situation, medicines }: DatedDerived): [number, number] {
  const short = new Map<string, boolean>();
  for (const { facilityId, medicineId, status } of medicines) {
    if (situation.medicines.get(medicineId)?.medicineClass !== 'antipyretic') continue;
    if (status === 'not-assessable' || status === 'no-demand') continue;
    short.set(facilityId, (short.get(facilityId) ?? false) || status === 'red');
  }
  return [[...short.values()].filter((each) => !each).length, short.size];
}

function villagesNear({ villages, pack, estimated }: DatedDerived): [number, number] {
  const limit = numberRule(pack, 'coverage-headline-minutes') * 60_000;
  if (estimated || villages.every(({ reach }) => isNoSite(reach.severe.reason))) return [0, 0];
  return [villages.filter(({ reach }) => reach.severe.ms !== null && reach.severe.ms <= limit).length, villages.length];
}

function villagesCounted({ situation, counts, today, pack }: DatedDerived): [number, number] {
  const villages = [...situation.villages.values()];
  return [villages.filter(({ id }) => countFreshness(counts.get(id), today, pack).fresh).length, villages.length];
}

function townsReady({ readiness, situation }: DatedDerived): [number, number] {
  if (situation.vehicles.size === 0) return [0, 0];
  return [readiness.filter(({ ready, required }) => ready >= required).length, readiness.length];
}

function villagesContacted({ counts, pack }: DatedDerived): [number, number] {
  const labelled = [...counts.values()].flatMap((count) => contactsOf(count, pack) ?? []).filter(({ due }) => due > 0);
  return [labelled.filter(({ due, done }) => done >= due).length, labelled.length];
}
