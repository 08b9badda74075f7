import type { FacilityId, TownshipId } from '../model/ids';
import type { Township } from '../model/records';
import type { Place } from '../routing/routing';

const PREFIX = 'seat-';

/** What stands for a township's seat where a facility is named, as in `KnownTime.facilityId`. */
export function seatPlaceId(townshipId: TownshipId): FacilityId {
  return `${PREFIX}${townshipId}` as unknown as FacilityId;
}

/** Township whose seat a place id names; null for any other place. */
export function townshipOfSeat(placeId: string): TownshipId | null {
  return placeId.startsWith(PREFIX) ? (placeId.slice(PREFIX.length) as TownshipId) : null;
}

/** The seat as a place to travel to; null where its position is not known. */
export function seatPlace({ id, seat }: Pick<Township, 'id' | 'seat'>): (Place & { lon: number; lat: number }) | null {
  return seat ? { id: seatPlaceId(id), lon: seat.lon, lat: seat.lat } : null;
}
