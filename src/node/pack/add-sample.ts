import { lowestSites } from '../../lib/core/medicine/lowest-sites';
import type { Situation } from '../../lib/core/model/situation';
import type { Network } from '../../lib/core/network/network';
import { buildMetric } from '../../lib/core/routing/metric';
import { createRouter } from '../../lib/core/routing/router';
import { DEFAULT_TRAVEL_SCENARIO } from '../../lib/core/routing/scenario';
import { isolateVillage } from '../../lib/core/sample/isolate-village';
import { makeSample } from '../../lib/core/sample/make-sample';

export interface SampleOptions {
  /** Ground facts alone. */
  ground: Situation;
  network: Network;
  seed: number;
  /** ISO date. */
  today: string;
  /** Whether one road may be closed so that a village is left without a way: for shipped areas alone. */
  isolate: boolean;
}

/**
 * Ground facts with sample operations: people are served by their lowest site by ambulance on dry roads; with `isolate`,
 * where the roads reach every village, one sample closure leaves a village without a way.
 */
export function addSample({ ground, network, seed, today, isolate }: SampleOptions): Situation {
  const villages = [...ground.villages.values()];
  const facilities = [...ground.facilities.values()];
  const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
  const router = createRouter({ network, metric, anchors: facilities, settings: DEFAULT_TRAVEL_SCENARIO });
  const times = router.matrix(villages, facilities);
  const servedBy = lowestSites(villages, facilities, (village, facility) => {
    const cell = village * times.columns + facility;
    return times.reason[cell] ? null : { ms: times.ms[cell], mm: times.mm[cell] };
  });
  const { isolateVillageIds, ...records } = makeSample({
    townships: [...ground.townships.values()],
    villages,
    facilities,
    seed,
    today,
    servedBy
  });
  const isolation = isolate
    ? isolateVillage({
        network,
        arcMs: metric.ms,
        snap: (place) => router.snap(place),
        villages,
        facilities,
        preferred: isolateVillageIds,
        today
      })
    : null;
  const closures = isolation?.kind === 'cut' ? [...records.closures, isolation.closure] : records.closures;
  return {
    ...ground,
    facilities: byId(records.facilities),
    alliances: byId(records.alliances),
    vehicles: byId(records.vehicles),
    crews: byId(records.crews),
    medicines: byId(records.medicines),
    stock: byId(records.stock),
    suppliers: byId(records.suppliers),
    peopleCounts: byId(records.peopleCounts),
    closures: byId(closures),
    zones: byId(records.zones),
    posts: byId(records.posts),
    dutyShifts: byId(records.dutyShifts),
    knownTimes: byId(records.knownTimes)
  };
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
