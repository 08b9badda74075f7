/** A record that names those of its figures that nobody entered: they read 0 there and are not known. */
interface NamesUnknown {
  unknown?: readonly string[] | null;
}

/** Whether one of these figures was never entered. */
export function isUnknown(record: NamesUnknown | undefined, ...fields: readonly string[]): boolean {
  return fields.some((field) => record?.unknown?.includes(field) === true);
}

/**
 * The list as it is once the fields of `stated` that are not undefined were entered, to be spread over them; empty where
 * a record that names nothing goes on so.
 *
 * @param unentered Fields that were not known before.
 * @param held The record as it stands; null for a new one.
 */
export function unknownAfter<F extends string>(
  unentered: readonly F[],
  stated: object,
  held: NamesUnknown | null
): { unknown?: F[] } {
  const left = unentered.filter((field) => (stated as Record<string, unknown>)[field] === undefined);
  return left.length === 0 && !held?.unknown?.length ? {} : { unknown: left };
}
