import { invert } from '../core/change/apply-change';
import type { Change } from '../core/model/situation';
import { saveChange } from '../store/save-change';
import { askChange } from '../state/ask-engine';
import { connection } from '../state/connection.svelte';
import { notices } from '../state/notices.svelte';
import { situation } from '../state/situation.svelte';
import { theFeed } from './the-feed';
import { theClient } from './the-client';

/** Where a change is to count: on this screen alone, or at once for all desks. */
export interface Reality {
  real: boolean;
}

/**
 * Applies a change: a planned one stays on this screen; a real one shows at once, is saved, and is taken back with the
 * reason when the server refuses it. `step` is false for undo and redo, which keep the steps themselves.
 *
 * @returns whether the change stands.
 */
export async function perform(change: Change, { real, step = true }: Reality & { step?: boolean }): Promise<boolean> {
  if (change.edits.length === 0) return true;
  if (!real) {
    situation.applyPlanned(change);
    if (step) situation.record({ change, real });
    void askChange(change, true);
    return true;
  }
  if (connection.word === 'offline') {
    notices.say('attention', 'trouble-offline-real');
    return false;
  }
  situation.applyReal(change);
  const act = { change, real };
  if (step) situation.record(act);
  void askChange(change, false);

  const areaId = situation.real!.areaId;
  const { done, refused } = await saveChange(theClient(), areaId, change, theFeed.ids);
  if (situation.real?.areaId !== areaId) return refused === null;
  for (const edit of done) {
    const local = situation.real[edit.collection].get(edit.id) ?? null;
    if (local && edit.after) {
      situation.applyBookkeeping({ verb: 'saved', edits: [{ ...edit, before: local } as typeof edit] });
    }
  }
  if (!refused) return true;

  situation.forget(act);
  const saved = new Set(done.map(({ collection, id }) => `${collection}/${id}`));
  const lost = change.edits.filter(({ collection, id }) => !saved.has(`${collection}/${id}`));
  const back = invert({ verb: 'refused', edits: lost });
  // The refused record becomes what the server holds now, the later ones what they were.
  back.edits = back.edits.map((edit) =>
    edit.collection === refused.edit.collection && edit.id === refused.edit.id
      ? ({ ...edit, after: refused.current } as typeof edit)
      : edit
  );
  situation.applyReal(back);
  void askChange(back, false);
  const { code, params, conflicts } = refused.trouble;
  notices.say('alarm', `trouble-${code}`, { detail: '', ...params }, conflicts);
  return false;
}
