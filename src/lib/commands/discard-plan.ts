import { askReset } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';

/** Forgets every planned change; the facts stand. */
export function discardPlan(): void {
  situation.discardPlan();
  void askReset();
}
