import type { FacilityId, TownshipId } from '../model/ids';
import type { Names, Township } from '../model/records';
import { greatCircleMm } from '../routing/snap';
import type { FacilityDraft } from './facilities-from-table';
import { placeNameOfFacility } from './facility-tiers';
import { createKeyRegister, slug } from './names';

/** Two hospitals nearer than this serve one town; the lower tier is its seat. */
const ONE_TOWN_METRES = 8000;

/** Least milliseconds between each place and each seat, null where there is no way; row per place. */
export type TravelTable = (
  places: readonly { id: string; lon: number | null; lat: number | null }[],
  seats: readonly { id: string; lon: number | null; lat: number | null }[]
) => (number | null)[][];

export interface Townships {
  townships: Township[];
  /** Township of each place, by place id. */
  townshipOf: Map<string, TownshipId>;
  /** Seat facility of each township. */
  seatOf: Map<TownshipId, FacilityId>;
  /** Places given by straight distance because no way was found. */
  byDistance: string[];
}

/**
 * Seats of derived townships: every placed township hospital, and each town whose only hospitals are of a higher tier,
 * there the lowest of them (a national hospital beside a town's own is no seat).
 */
export function chooseSeats(facilities: readonly FacilityDraft[]): FacilityDraft[] {
  const placed = facilities.filter(({ lon, lat }) => lon !== null && lat !== null);
  const seats = placed.filter(({ tier }) => tier === 'township-hospital');
  for (const tier of ['sub-designated', 'designated'] as const) {
    for (const each of placed.filter((facility) => facility.tier === tier)) {
      const served = seats.some(
        (seat) => greatCircleMm(seat.lon!, seat.lat!, each.lon!, each.lat!) <= ONE_TOWN_METRES * 1000
      );
      if (!served) seats.push(each);
    }
  }
  return seats;
}

export interface TownshipInput {
  area: Names;
  settlements: readonly { id: string; lon: number | null; lat: number | null }[];
  facilities: readonly FacilityDraft[];
  travel: TravelTable | null;
}

/**
 * Townships derived as the catchments of the health centres: each place goes to the seat of least travel time, else of
 * least distance. Without a seat the whole area is one township. Places without a position go to `t-unplaced`.
 */
export function makeTownships({ area, settlements, facilities, travel }: TownshipInput): Townships {
  const seats = chooseSeats(facilities);
  const register = createKeyRegister();
  const townships: Township[] = seats.map((seat) => {
    const names = townNames(seat.names);
    return township(register(`t-${slug(names.local)}`).key as TownshipId, names, seat.id as FacilityId);
  });
  if (!seats.length) townships.push(township('t-area' as TownshipId, area, null));

  const townshipOf = new Map<string, TownshipId>();
  const byDistance: string[] = [];
  const places = [...settlements, ...facilities];
  const placed = places.filter(({ lon, lat }) => lon !== null && lat !== null);
  const times = travel && seats.length > 1 ? travel(placed, seats) : null;
  placed.forEach((place, row) => {
    const own = seats.findIndex(({ id }) => id === place.id);
    if (seats.length < 2 || own >= 0) {
      townshipOf.set(place.id, townships[Math.max(0, own)].id);
      return;
    }
    const byTime = times ? leastIndex(times[row]) : -1;
    if (byTime < 0 && travel) byDistance.push(place.id);
    const mm = seats.map((seat) => greatCircleMm(place.lon!, place.lat!, seat.lon!, seat.lat!));
    townshipOf.set(place.id, townships[byTime >= 0 ? byTime : leastIndex(mm)].id);
  });
  const unplaced = places.filter(({ lon, lat }) => lon === null || lat === null);
  if (unplaced.length) {
    const none = township('t-unplaced' as TownshipId, { local: 'Unplaced', en: 'Unplaced', zh: '位置未定' }, null);
    townships.push(none);
    for (const { id } of unplaced) townshipOf.set(id, none.id);
  }
  const seatOf = new Map(
    townships.flatMap((each) => (each.seatFacilityId ? [[each.id, each.seatFacilityId] as const] : []))
  );
  return { townships, townshipOf, seatOf, byDistance };
}

function leastIndex(values: readonly (number | null)[]): number {
  let best = -1;
  values.forEach((value, index) => {
    if (value !== null && (best < 0 || value < values[best]!)) best = index;
  });
  return best;
}

function townNames({ local, en, zh }: Names): Names {
  return {
    local: placeNameOfFacility(local),
    ...(en ? { en: placeNameOfFacility(en) } : {}),
    ...(zh ? { zh: placeNameOfFacility(zh) } : {})
  };
}

function township(id: TownshipId, names: Names, seatFacilityId: FacilityId | null): Township {
  return {
    id,
    unit: id,
    origin: 'derived',
    editedFields: [],
    version: 1,
    names,
    code: null,
    seatFacilityId,
    derived: true
  };
}
