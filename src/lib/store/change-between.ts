import { equalValues } from '../core/change/equal-values';
import { COLLECTION_NAMES, type Change, type Edit, type Situation } from '../core/model/situation';

/** The edits that lead from one situation to another of the same area; empty when they agree. */
export function changeBetween(before: Situation, after: Situation, verb: string): Change {
  const edits: Edit[] = [];
  for (const collection of COLLECTION_NAMES) {
    const held: ReadonlyMap<string, unknown> = before[collection];
    const next: ReadonlyMap<string, unknown> = after[collection];
    for (const [id, record] of next) {
      const old = held.get(id) ?? null;
      if (!equalValues(old, record)) edits.push({ collection, id, before: old, after: record } as Edit);
    }
    for (const [id, record] of held) {
      if (!next.has(id)) edits.push({ collection, id, before: record, after: null } as Edit);
    }
  }
  return { verb, edits };
}

/**
 * Whether an event tells of a record as it was before the one held: there is no order in the live stream. A position comes
 * without a version of its own, so that of two of one version the later fix stands.
 */
export function isOvertaken(held: { version: number }, heard: { version: number }): boolean {
  if (heard.version !== held.version) return heard.version < held.version;
  const [heldAt, heardAt] = [fixedAt(held), fixedAt(heard)];
  return heldAt !== null && heardAt !== null && heardAt < heldAt;
}

function fixedAt(record: object): number | null {
  const at = (record as { positionAt?: string | null }).positionAt;
  const moment = at ? Date.parse(at) : NaN;
  return Number.isNaN(moment) ? null : moment;
}
