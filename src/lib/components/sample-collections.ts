/** Collections that a sample fills. */
export const COLLECTIONS_OF_SAMPLE = ['vehicles', 'stock', 'peopleCounts', 'crews', 'facilities', 'closures'] as const;
