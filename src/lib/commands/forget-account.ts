import { forgetAccountMemory } from '../state/account-memory';
import { area } from '../state/area.svelte';
import { camera } from '../state/camera.svelte';
import { queue } from '../state/queue.svelte';
import { forgetRemembered } from '../state/remembered';
import { scenario } from '../state/scenario.svelte';
import { selection } from '../state/selection.svelte';

/** What this page and this browser still know of the account that leaves, but for what IndexedDB holds. */
export function forgetAccount(): void {
  area.want(null);
  camera.set(null);
  selection.clear();
  scenario.set(null);
  queue.forget();
  forgetRemembered();
  forgetAccountMemory();
}
