import { readView, writeView } from '../state/address';
import { area } from '../state/area.svelte';
import { camera } from '../state/camera.svelte';
import { scenario } from '../state/scenario.svelte';
import { selection } from '../state/selection.svelte';
import { settings } from '../state/settings.svelte';

/** Takes up the view that a link brings. */
export function readAddress(url: URL): void {
  const view = readView(url.searchParams);
  if (view.area) area.want(view.area);
  settings.set(view.settings);
  camera.set(view.camera);
  selection.select(view.selection);
  scenario.set(view.scenario);
}

/** Search part that reopens the present view. */
export function wantedAddress(url: URL): string {
  const view = {
    area: area.wanted,
    settings: settings.current,
    camera: camera.current,
    selection: selection.current,
    scenario: scenario.current
  };
  const search = writeView(view, url.searchParams).toString();
  return search === '' ? '' : `?${search}`;
}
