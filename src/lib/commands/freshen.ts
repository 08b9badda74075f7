import { equalValues } from '../core/change/equal-values';
import type { Change, Edit } from '../core/model/situation';
import { isOvertaken } from '../store/change-between';
import { fetchRecord, remoteIdKey } from '../store/fetch-situation';
import { askChange } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';
import { theClient } from './the-client';
import { theFeed } from './the-feed';
import { withhold, writesBegun, writtenSince, type Thing } from './under-way';

const AGAIN_MS = 5000;

/**
 * Whether what was asked of the server at `moment` must not be laid over a record: own writes of it are under way or were
 * begun since. It is asked for afresh, once they are through.
 */
export function withholdSince(areaId: string, thing: Thing, moment: number): boolean {
  if (withhold(thing)) return true;
  if (!writtenSince(thing, moment)) return false;
  void freshen(areaId, [thing]);
  return true;
}

/** Takes over what the server holds of these records now; tried again until it answers or the area is left. Never throws. */
export async function freshen(areaId: string, things: readonly Thing[]): Promise<void> {
  for (const thing of things) {
    const { collection, id } = thing;
    const asked = writesBegun();
    const found = await fetchRecord(theClient(), areaId, collection, id).catch(() => undefined);
    if (situation.real?.areaId !== areaId) return;
    if (found === undefined) {
      setTimeout(() => void freshen(areaId, [thing]), AGAIN_MS);
      continue;
    }
    if (withholdSince(areaId, thing, asked)) continue;
    const before = situation.real[collection].get(id) ?? null;
    const after = found?.record ?? null;
    // What was heard between the answer and now is newer.
    if (before && after && isOvertaken(before, after)) continue;
    const key = remoteIdKey(collection, id);
    if (found) theFeed.ids.set(key, found.id);
    else theFeed.ids.delete(key);
    if (equalValues(before, after)) continue;
    const change: Change = { verb: 'other-desk', edits: [{ collection, id, before, after } as Edit] };
    situation.applyReal(change);
    void askChange(change, false);
  }
}
