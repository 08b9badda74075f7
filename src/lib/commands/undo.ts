import { invert, revert } from '../core/change/apply-change';
import { askChange } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';
import { carryOut } from './perform';

/** Takes the last act of this screen back; a real one is taken back for all desks. */
export async function undo(): Promise<void> {
  const act = situation.lastDone;
  if (!act) return;
  situation.markUndone();
  if (!act.real) {
    situation.dropPlanned(act.change);
    void askChange(invert(act.change), true);
    return;
  }
  const outcome = await carryOut(revert(act.change), act);
  if (outcome === 'stands') return;
  situation.forget(act);
  if (outcome === 'unsent') situation.putBack(act);
}

/** Does the act taken back last once more. */
export async function redo(): Promise<void> {
  const act = situation.lastUndone;
  if (!act) return;
  situation.markRedone();
  const outcome = await carryOut(act.change, act);
  if (outcome === 'stands') return;
  situation.forget(act);
  if (outcome === 'unsent') situation.putBack(act, 'undone');
}
