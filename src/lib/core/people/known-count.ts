import type { CountField, PeopleCount } from '../model/records';

/** A count as far as this reader knows it: null when nothing was counted, or when it is withheld for being small. */
export function knownCount(count: PeopleCount | undefined, field: CountField): number | null {
  return count?.countedOn && !count.masked.includes(field) ? count[field] : null;
}

/** Whether one of these counts is withheld from this reader. */
export function isWithheld(count: PeopleCount | undefined, ...fields: CountField[]): boolean {
  return count !== undefined && fields.some((field) => count.masked.includes(field));
}
