import { metresBetween } from './metres-between';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from './table';
import { toWgs84 } from './convert-place';

/** How well a system agrees with what is known of the area: evidence for the question, never the answer itself. */
export interface CrsFit {
  crs: CoordinateSystem;
  /** Rows with coordinates. */
  places: number;
  /** Of them inside the area's box, widened by 0.3°. */
  inside: number;
  /** Rows compared with a known place of the same code or name. */
  compared: number;
  /** Median distance to that place, metres; null when nothing could be compared. */
  medianMetres: number | null;
  /** The best fit, and by so much that chance is unlikely. CGCS2000 is never told from WGS84. */
  likely: boolean;
}

export interface CrsSample {
  lon: number;
  lat: number;
  /** Known place of the same village, facility …, WGS84; null where there is none. */
  known: { lon: number; lat: number } | null;
}

const MARGIN_DEGREES = 0.3;
/** Fewer pairs prove nothing. */
const LEAST_COMPARED = 3;
/** The runner-up must be this many times farther off; GCJ-02 and BD-09 lie 500 m and more from WGS84. */
const CLEARLY = 1.5;

/** Each system with its evidence, best first. */
export function guessCrs(samples: readonly CrsSample[], bbox: readonly number[]): CrsFit[] {
  const fits = COORDINATE_SYSTEMS.map((crs) => fitOf(crs, samples, bbox));
  fits.sort((a, b) => badness(a) - badness(b));
  const [best] = fits;
  const rival = fits.find(({ crs }) => !sameSystem(crs, best.crs));
  const clear =
    best.medianMetres !== null &&
    best.compared >= LEAST_COMPARED &&
    rival?.medianMetres != null &&
    rival.medianMetres > CLEARLY * best.medianMetres;
  return fits.map((fit, i) => ({ ...fit, likely: clear && i === 0 }));
}

function fitOf(crs: CoordinateSystem, samples: readonly CrsSample[], bbox: readonly number[]): CrsFit {
  const metres: number[] = [];
  let inside = 0;
  for (const { lon, lat, known } of samples) {
    const place = toWgs84({ lon, lat }, crs);
    if (isInside(place, bbox, MARGIN_DEGREES)) inside++;
    if (known) metres.push(metresBetween(place, known));
  }
  metres.sort((a, b) => a - b);
  const medianMetres = metres.length === 0 ? null : metres[metres.length >> 1];
  return { crs, places: samples.length, inside, compared: metres.length, medianMetres, likely: false };
}

const badness = (fit: CrsFit) => (fit.medianMetres ?? 0) + (fit.places - fit.inside) * 1e6;

export function sameSystem(a: CoordinateSystem, b: CoordinateSystem): boolean {
  const plain = (crs: CoordinateSystem) => (crs === 'cgcs2000' ? 'wgs84' : crs);
  return plain(a) === plain(b);
}

/** Inside a box (west, south, east, north) widened by a margin in degrees. */
export function isInside(place: { lon: number; lat: number }, box: readonly number[], margin: number): boolean {
  const { lon, lat } = place;
  return lon >= box[0] - margin && lon <= box[2] + margin && lat >= box[1] - margin && lat <= box[3] + margin;
}
