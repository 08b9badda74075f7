import type { TravelTable } from '../../lib/core/pack/make-townships';
import type { Network } from '../../lib/core/network/network';
import { buildMetric } from '../../lib/core/routing/metric';
import { createRouter } from '../../lib/core/routing/router';
import type { Place } from '../../lib/core/routing/routing';
import { DEFAULT_TRAVEL_SCENARIO } from '../../lib/core/routing/scenario';

/** Ambulance times on dry roads over the default scenario: what derives townships at import. */
export function ambulanceTimes(network: Network, anchors: readonly Place[]): TravelTable {
  const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
  const router = createRouter({ network, metric, anchors, settings: DEFAULT_TRAVEL_SCENARIO });
  return (places, seats) => {
    const { ms, reason, columns } = router.matrix(places, seats);
    return places.map((_, row) =>
      seats.map((_, column) => (reason[row * columns + column] ? null : ms[row * columns + column]))
    );
  };
}
