import { onDestroy } from 'svelte';

/** For a component that waits for an answer: does nothing once the component is gone, lest a late answer close what was opened after it. */
export function whileHere(act: () => void): () => void {
  let gone = false;
  onDestroy(() => (gone = true));
  return () => {
    if (!gone) act();
  };
}
