import { invert } from '../core/change/apply-change';
import { askChange } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

/** Takes the last act of this screen back; a real one is taken back for all desks. */
export async function undo(): Promise<void> {
  const act = situation.lastDone;
  if (!act) return;
  if (act.real) {
    if (await perform(invert(act.change), { real: true, step: false })) situation.markUndone();
    return;
  }
  situation.dropPlanned(act.change);
  situation.markUndone();
  void askChange(invert(act.change), true);
}

/** Does the act taken back last once more. */
export async function redo(): Promise<void> {
  const act = situation.lastUndone;
  if (!act) return;
  if (await perform(act.change, { real: act.real, step: false })) situation.markRedone(act);
}
