/** Collections that a sample fills. */
export const COLLECTIONS_OF_SAMPLE = [
  'vehicles',
  'stock',
  'peopleCounts',
  'crews',
  'facilities',
  'closures',
  'posts',
  'zones',
  'dutyShifts',
  'suppliers',
  'alliances'
] as const;
