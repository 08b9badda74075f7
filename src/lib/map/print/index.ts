import type { Locale } from '../../i18n';
import { withDensity } from '../../core/export/png-density';
import type { KmlStyle } from '../../core/export/write-kml';
import { rampStep } from '../classes';
import type { MapProps } from '../create-map';
import type { MapPack } from '../model';
import { minuteColours, PALETTES } from '../palette';
import { composePage, type ComposedPage, type PageWords } from './compose-page';
import type { LegendInput } from './draw-legend';
import { legendSymbols } from './legend-symbols';
import { pageOf, type Orientation, type Paper } from './paper';
import { renderMap } from './render-map';

export { ORIENTATIONS, PAPERS, type Orientation, type Paper } from './paper';
export { MapPictureError } from './render-map';
export type { PageWords } from './compose-page';

const JPEG_QUALITY = 0.95;

export interface PrintInput {
  pack: MapPack;
  shown: Pick<MapProps, 'data' | 'selection' | 'locale' | 'hidden'>;
  /** West, south, east, north. */
  bounds: [number, number, number, number];
  paper: Paper;
  orientation: Orientation;
  words: PageWords;
  legend: Omit<LegendInput, 'data' | 'symbols'>;
  locale: Locale;
}

/** The page as a canvas with the text it bears. @throws MapPictureError when the basemap does not load. */
export function printMap(input: PrintInput): Promise<ComposedPage> {
  const { pack, shown, bounds, paper, orientation, words, legend, locale } = input;
  const page = pageOf(paper, orientation);
  const family = getComputedStyle(document.documentElement).getPropertyValue('--gl-font').trim() || 'sans-serif';
  return composePage({
    page,
    words,
    legend: { ...legend, data: shown.data, symbols: legendSymbols(shown.data, shown.hidden) },
    locale,
    family,
    drawMap: (width, height) =>
      renderMap({ pack, shown, bounds, width, height, ratio: page.ratio, scale: page.mapScale })
  });
}

/** PNG with its density, so that it prints at its true size. */
export async function pngOf({ canvas, page }: ComposedPage): Promise<Uint8Array<ArrayBuffer>> {
  return withDensity(await bytesOf(canvas, 'image/png'), page.dotsPerInch);
}

/** A PDF of one page. */
export async function pdfOf(
  composed: ComposedPage,
  about: { title: string; locale: Locale; madeAt: number }
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ writePdf }, jpeg] = await Promise.all([
    import('./write-pdf'),
    bytesOf(composed.canvas, 'image/jpeg', JPEG_QUALITY)
  ]);
  return writePdf({ ...about, pages: [{ composed, jpeg }] });
}

async function bytesOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (!blob) throw new Error('The browser has no memory left for the picture.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Colours and sizes of the map's classes, for files that other programs draw; `labelOf` words a class. */
export function exportStyles(
  thresholds: readonly number[],
  labelOf: (style: string) => string
): Record<string, KmlStyle> {
  const palette = PALETTES.light;
  const ramp = minuteColours(palette);
  const styles: Record<string, Omit<KmlStyle, 'label'>> = {
    unreachable: { colour: palette.minXLine, scale: 0.8, width: 1 },
    'not-assessed': { colour: palette.edgeStrong, scale: 0.7, width: 1 },
    'facility-designated': { colour: palette.tier4, scale: 1.3, width: 1 },
    'facility-sub-designated': { colour: palette.tier3, scale: 1.15, width: 1 },
    'facility-township-hospital': { colour: palette.tier2, scale: 1, width: 1 },
    'facility-village-clinic': { colour: palette.tier1, scale: 0.8, width: 1 },
    closed: { colour: palette.alert, scale: 1, width: 5 },
    slowed: { colour: palette.warn, scale: 1, width: 4 },
    'vehicle-ready': { colour: palette.ready, scale: 1, width: 1 },
    'vehicle-attention': { colour: palette.warn, scale: 1, width: 1 },
    'vehicle-moving': { colour: palette.moving, scale: 1, width: 1 },
    'vehicle-onsite': { colour: palette.onsite, scale: 1, width: 1 },
    'vehicle-out': { colour: palette.out, scale: 1, width: 1 },
    'supplier-supplier': { colour: palette.text2, scale: 1, width: 1 },
    'supplier-depot': { colour: palette.text2, scale: 1, width: 1 },
    'supplier-pharmacy': { colour: palette.text2, scale: 0.8, width: 1 }
  };
  for (const tier of ['designated', 'sub-designated', 'township-hospital', 'village-clinic']) {
    styles[`facility-${tier}-shut`] = { ...styles[`facility-${tier}`], colour: palette.out };
  }
  for (let i = 0; i <= thresholds.length; i++) {
    const colour = ramp[rampStep(i, thresholds.length + 1)];
    styles[`minutes-${i}`] = { colour, scale: 0.8, width: 1 };
    styles[`estimated-${i}`] = { colour, scale: 0.8, width: 1 };
  }
  return Object.fromEntries(Object.entries(styles).map(([id, style]) => [id, { ...style, label: labelOf(id) }]));
}
