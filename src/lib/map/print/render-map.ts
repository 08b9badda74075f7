import { createMap, type MapProps } from '../create-map';
import type { MapPack, OptionalLayer } from '../model';

export interface MapPicture {
  canvas: HTMLCanvasElement;
  /** Metres on the ground under one CSS pixel, at the middle. */
  metresPerPixel: number;
}

export interface MapPictureInput {
  pack: MapPack;
  shown: Pick<MapProps, 'data' | 'selection' | 'locale' | 'hidden'>;
  /** West, south, east, north of what must be in the picture. */
  bounds: [number, number, number, number];
  /** CSS pixels. */
  width: number;
  height: number;
  ratio: number;
  scale: number;
}

/** The basemap could not be drawn. */
export class MapPictureError extends Error {}

/**
 * A fresh map, light and north up, drawn out of sight at the size of the paper. Every layer of the screen's map is in
 * it, words and symbols laid out anew for this size.
 *
 * @throws MapPictureError when the basemap does not load.
 */
export async function renderMap(input: MapPictureInput): Promise<MapPicture> {
  const { pack, shown, bounds, width, height, ratio, scale } = input;
  const container = document.createElement('div');
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  container.style.cssText = `position:fixed;left:-${width + 100}px;top:0;width:${width}px;height:${height}px;overflow:hidden`;
  document.body.append(container);
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const map = createMap({
    ...shown,
    // Chosen symbols are for the one who works at the screen.
    selection: null,
    mode: 'select',
    theme: 'light',
    padding: {},
    hidden: shown.hidden satisfies readonly OptionalLayer[],
    scale,
    container,
    pack,
    camera: null,
    onview: () => {},
    onevent: (event) => {
      if (event.kind === 'state' && event.state === 'failed') fail(new MapPictureError('basemap'));
    },
    still: { ratio }
  });
  try {
    const [west, south, east, north] = bounds;
    map.fit(
      [
        [west, south],
        [east, north]
      ],
      { animate: false, maxZoom: 16 }
    );
    const canvas = await Promise.race([map.picture(), failed]);
    return { canvas, metresPerPixel: map.metresPerPixel() };
  } finally {
    map.destroy();
    container.remove();
  }
}
