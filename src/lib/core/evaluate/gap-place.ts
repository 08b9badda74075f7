import type { Facility, Village } from '../model/records';
import type { Gap } from '../model/results';
import type { Situation } from '../model/situation';
import { nameParams } from './derived';

/** Where a gap lies, whose it is, and what it is called in its wording. */
export type GapPlace = Pick<Gap, 'place' | 'unit' | 'params'>;

export function atVillage({ id, lon, lat, names, unit }: Village): GapPlace {
  return { place: { kind: 'village', id, lon, lat }, unit, params: nameParams('place', names, id) };
}

export function atFacility({ id, lon, lat, names, unit }: Facility): GapPlace {
  return { place: { kind: 'facility', id, lon, lat }, unit, params: nameParams('place', names, id) };
}

/** At its seat, where that is on record. */
export function atTownship(
  { townships, facilities }: Pick<Situation, 'townships' | 'facilities'>,
  id: string
): GapPlace {
  const township = townships.get(id);
  const seat = township?.seatFacilityId ? facilities.get(township.seatFacilityId) : undefined;
  const place = { kind: 'township', id, lon: seat?.lon ?? null, lat: seat?.lat ?? null } as const;
  return { place, unit: id, params: nameParams('place', township?.names, id) };
}

/** The county itself, whose name the interface knows, or a township. */
export function atUnit(situation: Pick<Situation, 'areaId' | 'townships' | 'facilities'>, unit: string): GapPlace {
  if (unit !== 'county') return atTownship(situation, unit);
  return { place: { kind: 'area', id: situation.areaId, lon: null, lat: null }, unit, params: {} };
}
