import { invert, revert } from '../core/change/apply-change';
import type { Change, Edit } from '../core/model/situation';
import { nameOf, t } from '../i18n';
import { askChange } from '../state/ask-engine';
import { editBar } from '../state/edit-bar.svelte';
import { notices } from '../state/notices.svelte';
import { situation, type Act } from '../state/situation.svelte';
import { carryOut } from './perform';

/** Takes the last act of this screen back; a real one is taken back for all desks, and said. */
export async function undo(): Promise<void> {
  const act = situation.lastDone;
  if (!act) return;
  situation.markUndone();
  if (!act.real) {
    situation.dropPlanned(act.change);
    void askChange(invert(act.change), true);
    return tell('undo-done', act);
  }
  const outcome = await carryOut(revert(act.change), act);
  if (outcome === 'stands') return tell('undo-done', act);
  situation.forget(act);
  if (outcome === 'unsent') situation.putBack(act);
}

/** Does the act taken back last once more. */
export async function redo(): Promise<void> {
  const act = situation.lastUndone;
  if (!act) return;
  situation.markRedone();
  const outcome = await carryOut(act.change, act);
  if (outcome === 'stands') return tell('redo-done', act);
  situation.forget(act);
  if (outcome === 'unsent') situation.putBack(act, 'undone');
}

/** By the keyboard a real act is taken back, or done again, only where its buttons are in sight. */
export async function undoByKey(): Promise<void> {
  if (inSight(situation.lastDone)) await undo();
}

export async function redoByKey(): Promise<void> {
  if (inSight(situation.lastUndone)) await redo();
}

function inSight(act: Act | null): boolean {
  if (!act?.real || editBar.stands) return true;
  notices.say('attention', 'undo-elsewhere', { what: thingsOf(act.change) });
  return false;
}

/** Beside the bar a planned step needs no word: what is planned stands there. */
function tell(code: 'undo-done' | 'redo-done', { real, change }: Act): void {
  if (real || !editBar.stands) notices.say('done', code, { real: String(real), what: thingsOf(change) });
}

/** What an act was about: the first of its things by kind and name, and how many more there are. */
function thingsOf({ edits }: Change): string {
  const [first] = edits;
  const name = nameOfThing(first);
  return t('undo-things', { kind: first.collection, name, named: String(name !== ''), more: edits.length - 1 });
}

function nameOfThing({ before, after }: Edit): string {
  const { names, callSign, person, name } = (after ?? before) as unknown as {
    names?: Parameters<typeof nameOf>[0];
    callSign?: string;
    person?: string;
    name?: string;
  };
  return names ? nameOf(names) : (callSign ?? person ?? name ?? '');
}
