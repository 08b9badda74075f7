import type { KnownTime, Season, VehicleClass, Village } from '../model/records';
import type { Situation } from '../model/situation';
import type { KrigingDatum } from './krige';
import { lawMinutes, straightKm, type LonLat } from './power-law';
import { seatPlace, townshipOfSeat } from './seat-place';

/** Vehicles the law's car times may stand for. Others have no time without roads. */
export const ESTIMATED_VEHICLES: readonly VehicleClass[] = ['ambulance', 'ordinary'];

export type EstimateFacts = Pick<Situation, 'villages' | 'townships' | 'facilities' | 'knownTimes'>;

export interface KnownTravel {
  /** Milliseconds by `pairKey`: measured, with the vehicle and in the season asked for. */
  measured: ReadonlyMap<string, number>;
  /** One mean log residual a village, for kriging. */
  residuals: KrigingDatum[];
}

export const pairKey = (villageId: string, placeId: string) => `${villageId} ${placeId}`;

/**
 * What known times say of a vehicle and season. A pair measured so has that time (of several the latest, then the greatest
 * id). Times of the season by any vehicle of `ESTIMATED_VEHICLES` give residuals, because the law is one for these; they
 * belong to the village's place, whatever the target, and several of one place count as their mean. Known times whose
 * village or target has no position, or that stand at one place, say nothing of others.
 */
export function knownTravel(facts: EstimateFacts, vehicle: VehicleClass, season: Season): KnownTravel {
  const latest = new Map<string, KnownTime>();
  for (const known of facts.knownTimes.values()) {
    if (known.season !== season || !(known.minutes > 0)) continue;
    const key = `${known.vehicle} ${pairKey(known.villageId, known.facilityId)}`;
    const other = latest.get(key);
    if (!other || isLater(known, other)) latest.set(key, known);
  }
  const measured = new Map<string, number>();
  const sums = new Map<string, { at: LonLat; sum: number; count: number }>();
  for (const known of latest.values()) {
    if (known.vehicle === vehicle)
      measured.set(pairKey(known.villageId, known.facilityId), Math.floor(known.minutes * 60_000 + 0.5));
    const from = placed(facts.villages.get(known.villageId));
    const to = targetOf(facts, known.facilityId);
    if (!from || !to || !ESTIMATED_VEHICLES.includes(known.vehicle)) continue;
    if (from.lon === to.lon && from.lat === to.lat) continue;
    const key = `${from.lon},${from.lat}`;
    const held = sums.get(key) ?? { at: from, sum: 0, count: 0 };
    held.sum += Math.log(known.minutes / lawMinutes(straightKm(from, to)));
    held.count++;
    sums.set(key, held);
  }
  return {
    measured,
    residuals: [...sums.values()].map(({ at, sum, count }) => ({ lon: at.lon, lat: at.lat, value: sum / count, count }))
  };
}

function isLater(a: KnownTime, b: KnownTime): boolean {
  return a.measuredOn !== b.measuredOn ? a.measuredOn > b.measuredOn : a.id > b.id;
}

function placed(village: Pick<Village, 'lon' | 'lat'> | undefined): LonLat | null {
  return village && village.lon !== null && village.lat !== null ? { lon: village.lon, lat: village.lat } : null;
}

function targetOf(facts: EstimateFacts, placeId: string): LonLat | null {
  const townshipId = townshipOfSeat(placeId);
  const township = townshipId === null ? undefined : facts.townships.get(townshipId);
  return township ? seatPlace(township) : placed(facts.facilities.get(placeId));
}
