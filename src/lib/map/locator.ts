import type { MapPack } from './model';

export interface LocatorFrame {
  width: number;
  height: number;
  /** Degrees to pixels; Mercator, as the map itself. */
  project: (lon: number, lat: number) => [number, number];
  unproject: (x: number, y: number) => [number, number];
}

const mercatorY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
const latitude = (y: number) => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;

/** Fits an area into at most `most` pixels each way, with a margin. */
export function locatorFrame(
  [west, south, east, north]: MapPack['bbox'],
  most: { width: number; height: number },
  margin: number
): LocatorFrame {
  const top = mercatorY(north);
  const wide = Math.max(1e-9, east - west);
  const tall = Math.max(1e-9, top - mercatorY(south));
  const scale = Math.min((most.width - margin * 2) / wide, (most.height - margin * 2) / tall);
  return {
    width: wide * scale + margin * 2,
    height: tall * scale + margin * 2,
    project: (lon, lat) => [margin + (lon - west) * scale, margin + (top - mercatorY(lat)) * scale],
    unproject: (x, y) => [west + (x - margin) / scale, latitude(top - (y - margin) / scale)]
  };
}
