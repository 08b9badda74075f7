import type { FacilityTier, Supplier } from '../core/model/records';
import type { MapVillage } from './model';

/** Pixels at scale 1, as tokens.css names them. */
export const VILLAGE_RADIUS = { min: 3.4, max: 10 } as const;
/** Box of a tier's symbol; the diamond's is the diagonal of its 13-px side. */
export const FACILITY_SIZE: Record<FacilityTier, number> = {
  designated: 22,
  'sub-designated': 17,
  'township-hospital': 18,
  'village-clinic': 12
};
export const SUPPLIER_SIZE: Record<Supplier['kind'], number> = { supplier: 18, depot: 18, pharmacy: 15 };
export const VEHICLE_SIZE = 26;
export const SIGN_SIZE = 24;
export const SEAT_SIZE = 14;
/** Pharmacies are many and lie beside hospitals: seen from this near on, metres per pixel. */
export const PHARMACY_METRES_PER_PIXEL = 40;
/** Gap and width of the ring round a far village. */
export const RING = { gap: 1.8, width: 1.6 } as const;

/**
 * Persons that reach the greatest radius: the area's 95th percentile, so that one city does not shrink all villages; 0
 * where nobody is counted anywhere.
 */
export function fullRadiusPersons(villages: readonly MapVillage[]): number {
  if (villages.length === 0) return 1;
  const sorted = villages.map((village) => village.persons).sort((a, b) => a - b);
  return sorted[sorted.length - 1] <= 0 ? 0 : Math.max(1, sorted[Math.floor((sorted.length - 1) * 0.95)]);
}

/** Radius in pixels: grows with √persons between the limits; the middle where nobody is counted anywhere. */
export function villageRadius(persons: number, fullPersons: number, scale: number): number {
  const share = fullPersons === 0 ? 0.5 : Math.min(1, Math.sqrt(Math.max(0, persons) / fullPersons));
  return scale * (VILLAGE_RADIUS.min + (VILLAGE_RADIUS.max - VILLAGE_RADIUS.min) * share);
}

/**
 * Villages and facilities shrink on an overview, so that the roads between them stay seen: whole below 55 m per pixel,
 * 70 % above 110.
 */
export function overviewFactor(metresPerPixel: number): number {
  const share = Math.min(1, Math.max(0, (metresPerPixel - 55) / 55));
  return Math.round((1 - 0.3 * share) * 20) / 20;
}
