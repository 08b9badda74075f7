import { addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import { createPackSource } from './pack-source';
import type { PackSource } from './pack-source';
import type { MapPack } from './model';

let protocol: Protocol | null = null;
const sources = new Map<string, PackSource>();

/** Makes the pack's tiles known to MapLibre; each archive has one source for the page's life. */
export function registerPack(pack: MapPack): PackSource {
  if (!protocol) {
    setWorkerUrl(workerUrl);
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  let source = sources.get(pack.basemapUrl);
  if (!source) {
    source = createPackSource(pack.basemapUrl, () => pack.requestHeaders?.() ?? {});
    sources.set(pack.basemapUrl, source);
    protocol.add(new PMTiles(source));
  }
  return source;
}

/** An archive remembers for good that its head could not be read: after a failure the next try gets a fresh one. */
export function reopenPack(pack: MapPack): void {
  protocol?.add(new PMTiles(registerPack(pack)));
}
