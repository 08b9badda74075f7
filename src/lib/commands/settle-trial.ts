import type { Change } from '../core/model/situation';
import { askChange, askReset } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';

/** Ends a trial, because it has become a fact or is given up: the other planned changes are laid over the facts anew. */
export function settleTrial(isTrial: (change: Change) => boolean): void {
  situation.dropSettled(isTrial);
  void askReset();
  for (const change of situation.planned) void askChange(change, true);
}
