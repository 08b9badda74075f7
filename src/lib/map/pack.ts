import type { PackFile, PackManifest } from '../core/pack/manifest';
import type { MapPack } from './model';

/** The map's ground from a manifest; `urlOf` gives the address of a pack file, `requestHeaders` what guards it. */
export function packOf(
  manifest: PackManifest,
  urlOf: (file: PackFile) => string,
  requestHeaders?: () => Record<string, string>
): MapPack {
  const relief = manifest.files['relief.png'] !== undefined && manifest.reliefBounds !== null;
  return {
    id: manifest.id,
    basemapUrl: urlOf('basemap.pmtiles'),
    reliefUrl: relief ? urlOf('relief.png') : null,
    reliefBounds: relief ? manifest.reliefBounds : null,
    bbox: manifest.bbox,
    basemapZoom: manifest.basemapZoom,
    attributions: [...new Set(manifest.sources.map((source) => source.attribution))],
    mapReviewNumber: manifest.mapReviewNumber,
    requestHeaders
  };
}
