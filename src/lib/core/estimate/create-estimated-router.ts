import type { Season, VehicleClass } from '../model/records';
import { IMPASSABLE } from '../network/network';
import { MATRIX_REASONS, type NoWayReason, type Place, type Router, type TravelMatrix } from '../routing/routing';
import { bandSpread } from './estimate-band';
import { createKriging, type Kriged } from './krige';
import { ESTIMATED_VEHICLES, knownTravel, pairKey, type EstimateFacts } from './known-residuals';
import { lawMinutes, straightMm, type LonLat } from './power-law';

export interface EstimatedRouterInput {
  facts: EstimateFacts;
  vehicle: VehicleClass;
  season: Season;
}

/**
 * Times where no road is known, behind the door of travel times. A pair measured with the vehicle in the season has that
 * time, `spread` 0; any other has the law's over the straight line times the kriged residual at its village (`to` where
 * that is one and `from` is not, else `from`), with a `spread` for its band. `mm` is the straight line. Vehicles without
 * a law, ways and snapping answer `needs-roads`.
 */
export function createEstimatedRouter({ facts, vehicle, season }: EstimatedRouterInput): Router {
  const { measured, residuals } = knownTravel(facts, vehicle, season);
  const krige = createKriging(residuals);
  const lawful = ESTIMATED_VEHICLES.includes(vehicle);
  const kriged = new Map<string, Kriged>();

  function residualAt(at: LonLat): Kriged {
    const key = `${at.lon},${at.lat}`;
    let known = kriged.get(key);
    if (!known) kriged.set(key, (known = krige(at)));
    return known;
  }

  function pair(from: Place, to: Place): { ms: number; mm: number; spread: number } | NoWayReason {
    const [a, b] = [positionOf(from), positionOf(to)];
    const mm = a && b ? straightMm(a, b) : 0;
    const ms = measured.get(pairKey(from.id, to.id)) ?? measured.get(pairKey(to.id, from.id));
    if (ms !== undefined) return { ms, mm, spread: 0 };
    if (!a || !b) return 'no-position';
    if (a.lon === b.lon && a.lat === b.lat) return { ms: 0, mm: 0, spread: 0 };
    if (!lawful) return 'needs-roads';
    const { value, variance } = residualAt(facts.villages.has(to.id) && !facts.villages.has(from.id) ? b : a);
    const estimate = Math.floor(lawMinutes(mm / 1e6) * Math.exp(value) * 60_000 + 0.5);
    if (estimate >= IMPASSABLE) throw new RangeError(`A time of ${estimate} ms is beyond 32 bits.`);
    return { ms: estimate, mm, spread: bandSpread(variance) };
  }

  return {
    snap: (place) => ({ snap: null, reason: positionOf(place) ? 'needs-roads' : 'no-position' }),
    route: (from, to) => ({ route: null, reason: positionOf(from) && positionOf(to) ? 'needs-roads' : 'no-position' }),
    matrix(from, to) {
      const cells = from.length * to.length;
      const matrix: Required<TravelMatrix> = {
        rows: from.length,
        columns: to.length,
        ms: new Uint32Array(cells).fill(IMPASSABLE),
        mm: new Uint32Array(cells).fill(IMPASSABLE),
        reason: new Uint8Array(cells),
        spread: new Float64Array(cells)
      };
      from.forEach((start, row) =>
        to.forEach((end, column) => {
          const cell = row * to.length + column;
          const found = pair(start, end);
          if (typeof found === 'string') matrix.reason[cell] = MATRIX_REASONS.indexOf(found);
          else [matrix.ms[cell], matrix.mm[cell], matrix.spread[cell]] = [found.ms, found.mm, found.spread];
        })
      );
      return matrix;
    }
  };
}

function positionOf({ lon, lat }: Place): LonLat | null {
  return lon === null || lat === null ? null : { lon, lat };
}
