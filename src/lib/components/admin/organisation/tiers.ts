import type { FacilityTier } from '$core/model/records';

export const FACILITY_TIERS_HIGH_FIRST: readonly FacilityTier[] = [
  'designated',
  'sub-designated',
  'township-hospital',
  'village-clinic'
];
export const HOSPITALS: readonly FacilityTier[] = ['designated', 'sub-designated', 'township-hospital'];
/** What answers for a zone or leads an alliance. */
export const UPPER_HOSPITALS: readonly FacilityTier[] = ['designated', 'sub-designated'];
