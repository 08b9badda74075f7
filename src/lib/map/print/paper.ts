/** Paper a map is printed on. */
export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const MM_PER_INCH = 25.4;
const CSS_DPI = 96;
/** Millimetres, upright. */
const SIZES: Record<Paper, [number, number]> = { a4: [210, 297], a3: [297, 420] };
/** Canvas pixels for each CSS pixel: A4 at 288 dpi, A3 at 216; more would be more than weak machines can draw. */
const RATIOS: Record<Paper, number> = { a4: 3, a3: 2.25 };
/** Words grow with the sheet, which is read from farther away. */
const UNITS: Record<Paper, number> = { a4: 1, a3: 1.25 };
/** The map's own symbols and names: finer than on a screen, for paper is sharper and the map smaller. */
const MAP_SCALES: Record<Paper, number> = { a4: 0.8, a3: 1 };

export interface Page {
  widthMm: number;
  heightMm: number;
  /** CSS pixels of 1/96 inch, whole. */
  width: number;
  height: number;
  /** Canvas pixels for each CSS pixel. */
  ratio: number;
  dotsPerInch: number;
  /** Scale of words, and of the map's symbols. */
  unit: number;
  mapScale: number;
}

export function pageOf(paper: Paper, orientation: Orientation): Page {
  const [short, long] = SIZES[paper];
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short];
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * CSS_DPI);
  return {
    widthMm,
    heightMm,
    width: pixels(widthMm),
    height: pixels(heightMm),
    ratio: RATIOS[paper],
    dotsPerInch: CSS_DPI * RATIOS[paper],
    unit: UNITS[paper],
    mapScale: MAP_SCALES[paper]
  };
}
