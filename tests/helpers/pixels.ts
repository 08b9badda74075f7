import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

export type Rgb = [number, number, number];

/** Colour of screen pixels, read from a screenshot. */
export async function readPixels(page: Page): Promise<(x: number, y: number) => Rgb> {
  const png = PNG.sync.read(await page.screenshot());
  return (x, y) => {
    const at = (Math.round(y) * png.width + Math.round(x)) * 4;
    return [png.data[at], png.data[at + 1], png.data[at + 2]];
  };
}

export function hexRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Greatest difference of a channel, 0–255. */
export function colourGap(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((value, i) => Math.abs(value - b[i])));
}

/** Middle of the map on the screen: where a link's `at=lon,lat,zoom` lies. */
export async function mapMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) throw new Error('the map is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Pixel of a place where a link's `at=lon,lat,zoom` lies in the middle: Web Mercator, 512 pixels round the world at 0. */
export function onMap(
  place: { lon: number; lat: number },
  at: { lon: number; lat: number; zoom: number },
  middle: { x: number; y: number }
): { x: number; y: number } {
  const world = 512 * 2 ** at.zoom;
  const northing = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return {
    x: middle.x + ((place.lon - at.lon) / 360) * world,
    y: middle.y - (northing(place.lat) - northing(at.lat)) * world
  };
}
