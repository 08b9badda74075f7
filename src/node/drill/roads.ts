import { createTravelCache } from '../../lib/core/evaluate/travel-cache';
import type { Closure, Vehicle, VehicleClass } from '../../lib/core/model/records';
import type { Situation } from '../../lib/core/model/situation';
import type { Network } from '../../lib/core/network/network';
import type { PlannedClosure } from '../../lib/core/operations/drill/plan-night';
import { MATRIX_REASONS, type Place, type Router } from '../../lib/core/routing/routing';

/** The roads as they are in the night: closures come and go. */
export interface Roads {
  /** Drive from a place to another in a vehicle's class, milliseconds; null without a way. */
  drive(vehicle: Pick<Vehicle, 'vehicleClass'>, from: Place, to: Place): number | null;
  router(vehicleClass: VehicleClass): Pick<Router, 'matrix'>;
  /** Ways and nodes of a planned closure. */
  locate(closure: PlannedClosure): Pick<Closure, 'wayId' | 'fromNode' | 'toNode'>;
  close(closure: Closure): void;
  reopen(id: string): void;
}

export function openRoads(network: Network, situation: Situation): Roads {
  const travel = createTravelCache(network);
  // Closures in force are those in the map, whatever the hour.
  const now = Date.now();
  let facts: Situation = situation;
  const withClosures = (change: (closures: Map<string, Closure>) => void) => {
    const closures = new Map(facts.closures);
    change(closures);
    facts = { ...facts, closures };
  };
  const router = (vehicle: VehicleClass) => travel.routerFor(facts, { vehicle, season: 'dry', now });
  return {
    router,
    drive({ vehicleClass }, from, to) {
      const { ms, reason } = router(vehicleClass).matrix([from], [to]);
      return MATRIX_REASONS[reason[0]] === null ? ms[0] : null;
    },
    locate({ where }) {
      const edge = Math.floor(where * network.edgeCount);
      return {
        wayId: network.wayOsmId[network.edgeWay[edge]],
        fromNode: network.nodeOsmId[network.edgeFrom[edge]],
        toNode: network.nodeOsmId[network.edgeTo[edge]]
      };
    },
    close: (closure) => withClosures((closures) => closures.set(closure.id, closure)),
    reopen: (id) => withClosures((closures) => closures.delete(id))
  };
}
