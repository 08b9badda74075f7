import type { Allocation, Assignment, Referral } from '../model/records';

interface Collections {
  referrals: Referral;
  assignments: Assignment;
  allocations: Allocation;
}
export type OperationCollection = keyof Collections;
export const OPERATION_COLLECTIONS = ['referrals', 'assignments', 'allocations'] as const;
export type OperationRecord<C extends OperationCollection> = Collections[C];

/** The records of operations that a screen holds, by id. They are no part of the situation: no figure rests on them. */
export type OperationRecords = { readonly [C in OperationCollection]: ReadonlyMap<string, Collections[C]> };

export const NO_OPERATIONS: OperationRecords = {
  referrals: new Map(),
  assignments: new Map(),
  allocations: new Map()
};

/** With one record heard of: an older version never stands over a newer one. The same object where nothing changed. */
export function withRecord<C extends OperationCollection>(
  held: OperationRecords,
  collection: C,
  record: Collections[C]
): OperationRecords {
  const map = held[collection] as ReadonlyMap<string, Collections[C]>;
  const before = map.get(record.id);
  if (before && before.version >= record.version) return held;
  return { ...held, [collection]: new Map(map).set(record.id, record) };
}

/**
 * A list fetched anew over what is held: what the list lacks is gone, but a record of which something newer was heard
 * while it was being fetched.
 */
export function withList(held: OperationRecords, fetched: OperationRecords): OperationRecords {
  const merged = <R extends { id: string; version: number }>(
    now: ReadonlyMap<string, R>,
    next: ReadonlyMap<string, R>
  ): ReadonlyMap<string, R> =>
    new Map(
      [...next].map(([id, record]): [string, R] => {
        const known = now.get(id);
        return [id, known && known.version > record.version ? known : record];
      })
    );
  return {
    referrals: merged(held.referrals, fetched.referrals),
    assignments: merged(held.assignments, fetched.assignments),
    allocations: merged(held.allocations, fetched.allocations)
  };
}
