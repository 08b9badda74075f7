import { fetchPackFile } from '../store/fetch-pack';
import { area } from '../state/area.svelte';
import { askLand } from '../state/ask-engine';
import { theClient } from './the-client';

let under: Promise<void> | null = null;

/** Fetches the cells of the open area's land for the engine, once for all who ask; what came of it is in `area.land`. */
export function bringLand(): Promise<void> {
  const manifest = area.current;
  if (area.land === 'fetching' && under) return under;
  if (!manifest || area.land === 'none' || area.land === 'there') return Promise.resolve();
  area.setLand('fetching');
  const settle = (state: 'there' | 'failed') => {
    if (area.current === manifest) area.setLand(state);
  };
  under = fetchPackFile(theClient(), manifest, 'land.bin')
    .then((land) => (area.current === manifest ? askLand(land) : undefined))
    .then(
      () => settle('there'),
      () => settle('failed')
    );
  return under;
}
