import { area } from '../state/area.svelte';

/** Asks for another area; the frame of the app opens it. */
export function requestArea(id: string): void {
  area.want(id);
}
