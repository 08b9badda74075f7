import { ChangeConflict, sameThing } from '../core/change/apply-change';
import type { Change, Edit, Situation } from '../core/model/situation';
import { saveChange, type Saved } from '../store/save-change';
import { askChange } from '../state/ask-engine';
import { connection } from '../state/connection.svelte';
import { notices, type Notice } from '../state/notices.svelte';
import { situation } from '../state/situation.svelte';
import { freshen } from './freshen';
import { inOrder } from './in-order';
import { theFeed } from './the-feed';
import { theClient } from './the-client';
import { beginWrites, endWrites } from './under-way';

/** Where a change is to count: on this screen alone, or at once for all desks. */
export interface Reality {
  real: boolean;
}

/** `unsent` may be tried again; `refused` never will go through as it is. */
export type Outcome = 'stands' | 'refused' | 'unsent';

interface Hooks {
  /** Runs as soon as the change shows. */
  onshown?: () => void;
  /** Runs when the server refused the change after it had taken the first edits, with these: they stand. */
  onpart?: (done: Edit[]) => void;
}

/**
 * Applies a change as a step that can be taken back: a planned one stays on this screen; a real one shows at once, is
 * saved, and is taken back with the reason when the server refuses it. What it did of it before stays a step.
 *
 * @returns whether the change stands.
 */
export async function perform(change: Change, { real }: Reality): Promise<boolean> {
  if (change.edits.length === 0) return true;
  const act = { change, real };
  let part: Edit[] = [];
  const outcome = await carryOut(
    change,
    { real },
    { onshown: () => situation.record(act), onpart: (done) => (part = done) }
  );
  if (outcome !== 'stands') situation.forget(act);
  if (part.length > 0) situation.record({ change: { ...change, edits: part }, real });
  return outcome === 'stands';
}

/** As `perform`, without keeping a step. */
export async function carryOut(change: Change, { real }: Reality, { onshown, onpart }: Hooks = {}): Promise<Outcome> {
  if (change.edits.length === 0) return 'stands';
  if (!real) {
    situation.applyPlanned(change);
    onshown?.();
    void askChange(change, true);
    return 'stands';
  }
  if (connection.word === 'offline') {
    notices.say('attention', 'trouble-offline-real');
    return 'unsent';
  }
  const before = situation.real!;
  try {
    situation.applyReal(change);
  } catch (error) {
    if (!(error instanceof ChangeConflict)) throw error;
    notices.say('alarm', 'trouble-conflict', {}, conflictsOf(error, before, change));
    return 'refused';
  }
  const own = { ...change, edits: editsBetween(before, situation.real!, change) };
  onshown?.();
  void askChange(change, false, { own: true });

  const { areaId } = before;
  beginWrites(own.edits);
  const { done, refused } = await inOrder(() => saveChange(theClient(), areaId, own, theFeed.ids));
  const missed = endWrites(own.edits);
  if (situation.real?.areaId !== areaId) return refused ? 'refused' : 'stands';
  noteSaved(done);
  if (refused) takeBack(own, done, refused);
  if (missed.length > 0) void freshen(areaId, missed);
  if (!refused) return 'stands';
  if (done.length > 0) onpart?.(done);
  const { code, params, conflicts } = refused.trouble;
  notices.say('alarm', `trouble-${code}`, { detail: '', ...params }, conflicts);
  return code === 'network' ? 'unsent' : 'refused';
}

/** The field that another desk wrote first; none where the whole record came or went. */
function conflictsOf(
  { collection, id, field }: ChangeConflict,
  facts: Situation,
  { edits }: Change
): Notice['conflicts'] {
  const edit = edits.find((each) => each.collection === collection && each.id === id);
  if (field === null || !edit) return [];
  const of = (record: Edit['after'] | undefined) =>
    (record as Record<string, unknown> | null | undefined)?.[field] ?? null;
  return [{ field, theirs: of(held(facts, edit)), yours: of(edit.after) }];
}

/** What the change really did to the facts held here, which may have moved on since it was made. */
function editsBetween(before: Situation, after: Situation, { edits }: Change): Edit[] {
  return edits
    .map((edit) => ({ ...edit, before: held(before, edit), after: held(after, edit) }) as Edit)
    .filter((edit) => edit.before !== edit.after);
}

/** The record as the server wrote it, unless something newer is already here. */
function noteSaved(done: Edit[]): void {
  for (const edit of done) {
    const local = held(situation.real!, edit);
    if (!local || !edit.after || local.version > edit.after.version) continue;
    const saved: Change = { verb: 'saved', edits: [{ ...edit, before: local } as Edit] };
    if (sameThing(local, edit.after)) situation.applyBookkeeping(saved);
    else {
      // The server has its own word (who published, when; what another desk made under this key): figures follow.
      situation.applyReal(saved);
      void askChange(saved, false);
    }
  }
}

/** The refused record becomes what the server holds now, the later ones what they were. */
function takeBack(change: Change, done: Edit[], refused: NonNullable<Saved['refused']>): void {
  const edits = change.edits.slice(done.length).map((edit) => {
    const after = edit.collection === refused.edit.collection && edit.id === refused.edit.id;
    return { ...edit, before: held(situation.real!, edit), after: after ? refused.current : edit.before } as Edit;
  });
  const back: Change = { verb: 'refused', edits };
  situation.applyReal(back);
  void askChange(back, false);
}

function held(facts: Situation, { collection, id }: Edit) {
  return facts[collection].get(id) ?? null;
}
