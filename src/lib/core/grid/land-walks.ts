import { BARRIER } from './grid-ground';
import { landCell, UNREACHED, type Land } from './land';
import { landGround, type OffRoadKmh } from './land-ground';
import type { Neighbours } from './steps';
import { complete, spreadTravel, type FieldSeed, type Gradual, type TravelField } from './travel-field';

/** Walking times of one place over the land; a cell that cannot be reached has UNREACHED. */
export interface Walks {
  ms: Uint32Array;
  metres: Float32Array;
}

/** Walks over the land of an area at one set of speeds, whatever the roads. */
export interface LandWalks {
  land: Land;
  /** Cell of a position on which one can walk, -1 where there is none. */
  cellAt(lon: number | null, lat: number | null): number;
  /** From a cell to all others, or with `toCell` from these to it; the last ones asked for are remembered. */
  walks(cell: number, toCell: boolean): Walks;
  /** Least milliseconds per cell from or to the nearest of the seeds, UNREACHED where there is no way. */
  spread(seeds: readonly FieldSeed[], toSeeds: boolean): Gradual<Uint32Array>;
}

const NEIGHBOURS: Neighbours = 16;
const WALKS_KEPT = 32;

export function createLandWalks(land: Land, kmh: OffRoadKmh): LandWalks {
  const ground = landGround(land, kmh);
  const kept = new Map<string, Walks>();
  const field = (seeds: readonly FieldSeed[], toSeeds: boolean): Gradual<TravelField> =>
    spreadTravel(ground, { seeds, neighbours: NEIGHBOURS, toward: toSeeds ? 'seeds' : 'away', unit: 'ms' });

  return {
    land,
    cellAt(lon, lat) {
      const cell = lon === null || lat === null ? -1 : landCell(land, lon, lat);
      return cell >= 0 && ground.mode[cell] !== BARRIER ? cell : -1;
    },
    walks(cell, toCell) {
      const key = `${cell} ${toCell}`;
      let found = kept.get(key);
      if (!found) {
        const { time, metres } = complete(field([{ cell, time: 0 }], toCell));
        found = { ms: wholeTimes(time), metres: Float32Array.from(metres) };
      }
      kept.delete(key);
      kept.set(key, found);
      if (kept.size > WALKS_KEPT) kept.delete(kept.keys().next().value as string);
      return found;
    },
    *spread(seeds, toSeeds) {
      return wholeTimes((yield* field(seeds, toSeeds)).time);
    }
  };
}

/** What takes longer than 32 bits hold, 49 days, is no way. */
function wholeTimes(time: Float64Array): Uint32Array {
  return Uint32Array.from(time, (ms) => (ms < UNREACHED ? ms : UNREACHED));
}
