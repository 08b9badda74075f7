import type { MapPack, Position } from './model';

const outlines = new Map<string, Promise<Position[][]>>();

/** Rings of the area's land at a coarse zoom, read once per pack; none when the basemap cannot be read. */
export function readLandOutline(pack: MapPack): Promise<Position[][]> {
  let outline = outlines.get(pack.basemapUrl);
  if (!outline) {
    outline = import('./read-land')
      .then(({ readLand }) => readLand(pack))
      .catch(() => {
        outlines.delete(pack.basemapUrl);
        return [];
      });
    outlines.set(pack.basemapUrl, outline);
  }
  return outline;
}
