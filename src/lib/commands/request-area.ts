import { area } from '../state/area.svelte';
import { camera } from '../state/camera.svelte';
import { scenario } from '../state/scenario.svelte';
import { selection } from '../state/selection.svelte';

/** Asks for another area; the frame of the app opens it. What was looked at in the present one is left behind. */
export function requestArea(id: string): void {
  if (id === area.wanted) return;
  camera.set(null);
  selection.clear();
  scenario.set(null);
  area.want(id);
}
