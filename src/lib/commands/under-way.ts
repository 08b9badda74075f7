import type { CollectionName } from '../core/model/situation';

export interface Thing {
  collection: CollectionName;
  id: string;
}

const keyOf = ({ collection, id }: Thing) => `${collection} ${id}`;

/** Own writes of each record that the server has not answered yet. */
const writes = new Map<string, number>();
/** Records of which the server told something meanwhile. */
const told = new Map<string, Thing>();
/** Own writes ever begun, and of each record the number of its last. */
let begun = 0;
const lastOf = new Map<string, number>();

export function beginWrites(things: readonly Thing[]): void {
  begun += 1;
  for (const thing of things) {
    const key = keyOf(thing);
    writes.set(key, (writes.get(key) ?? 0) + 1);
    lastOf.set(key, begun);
  }
}

/** A moment to compare with: what was asked of the server before a write knows nothing of it. */
export const writesBegun = (): number => begun;

export function writtenSince(thing: Thing, moment: number): boolean {
  return (lastOf.get(keyOf(thing)) ?? 0) > moment;
}

/** @returns the records of which no write is under way any more, but something was told while one was. */
export function endWrites(things: readonly Thing[]): Thing[] {
  const missed: Thing[] = [];
  for (const thing of things) {
    const key = keyOf(thing);
    const left = (writes.get(key) ?? 0) - 1;
    if (left > 0) {
      writes.set(key, left);
      continue;
    }
    writes.delete(key);
    if (told.delete(key)) missed.push({ collection: thing.collection, id: thing.id });
  }
  return missed;
}

/**
 * Whether what the server tells of a record must not be laid over it now: own writes of it are under way, and the word is
 * older than what shows. The record is asked for afresh when they are through.
 */
export function withhold(thing: Thing): boolean {
  const key = keyOf(thing);
  if (!writes.has(key)) return false;
  told.set(key, { collection: thing.collection, id: thing.id });
  return true;
}
