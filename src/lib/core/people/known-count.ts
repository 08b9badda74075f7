import { COUNT_FIELDS, type CountField, type PeopleCount } from '../model/records';
import { isUnknown } from '../model/unknown-fields';

/**
 * A count as far as this reader knows it: null when nothing was counted, when nobody entered this one, or when it is
 * withheld for being small.
 */
export function knownCount(count: PeopleCount | undefined, field: CountField): number | null {
  return count?.countedOn && !count.masked.includes(field) && !isUnknown(count, field) ? count[field] : null;
}

/** Whether one of these counts is withheld from this reader. */
export function isWithheld(count: PeopleCount | undefined, ...fields: CountField[]): boolean {
  return count !== undefined && fields.some((field) => count.masked.includes(field));
}

/** Counts of a village that nobody entered so far: all of them before the first count. */
export function unenteredCounts(count: Pick<PeopleCount, 'countedOn' | 'unknown'> | null): readonly CountField[] {
  return count?.countedOn ? (count.unknown ?? []) : COUNT_FIELDS;
}
