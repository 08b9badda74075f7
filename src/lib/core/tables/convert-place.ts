import gcoord from 'gcoord';
import { halfWidth } from './half-width';
import type { CoordinateSystem } from './table';

const SYSTEMS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A place of the given system in WGS84 degrees. CGCS2000 stays as it is: the difference is centimetres. */
export function toWgs84(place: { lon: number; lat: number }, crs: CoordinateSystem): { lon: number; lat: number } {
  return convert(place, crs, null);
}

/** The inverse, for templates and tests. */
export function fromWgs84(place: { lon: number; lat: number }, crs: CoordinateSystem): { lon: number; lat: number } {
  return convert(place, null, crs);
}

function convert(
  { lon, lat }: { lon: number; lat: number },
  from: CoordinateSystem | null,
  to: CoordinateSystem | null
): { lon: number; lat: number } {
  const system = (crs: CoordinateSystem | null) => (crs === 'gcj02' || crs === 'bd09' ? SYSTEMS[crs] : gcoord.WGS84);
  if (system(from) === system(to)) return { lon, lat };
  // gcoord writes into the array it is given: it gets one of its own.
  const [x, y] = gcoord.transform([lon, lat], system(from), system(to));
  return { lon: round7(x), lat: round7(y) };
}

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

const PART = String.raw`(\d+(?:\.\d+)?)`;
const SEXAGESIMAL = new RegExp(
  String.raw`^([NSEW北南东東西])?\s*([+-])?${PART}\s*(?:°|º|度|d|\s)\s*(?:${PART}\s*(?:'|′|’|分|m|\s|$)\s*(?:${PART}\s*(?:"|″|”|''|′′|秒|s|$))?)?\s*([NSEW北南东東西])?$`,
  'i'
);
const DECIMAL = new RegExp(
  String.raw`^([NSEW北南东東西])?[经緯纬經]?[:：]?\s*([+-])?${PART}\s*(?:°|º|度)?\s*([NSEW北南东東西])?$`,
  'i'
);
const NEGATIVE = /[SW南西]/i;

/**
 * Degrees from a cell: `108.77`, `108°46′12″E`, `108度46.2分`, `东经108.77`, full-width digits. Null when it is none.
 * No range is checked.
 */
export function readDegrees(text: string): number | null {
  const plain = halfWidth(text)
    .trim()
    .replace(/^(东|東|西|北|南)[经經纬緯]/, '$1');
  const decimal = DECIMAL.exec(plain);
  if (decimal) return signed(Number(decimal[3]), decimal[1] ?? decimal[4], decimal[2]);
  const parts = SEXAGESIMAL.exec(plain);
  if (!parts) return null;
  const [, before, sign, degrees, minutes = '0', seconds = '0', after] = parts;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return signed(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600, before ?? after, sign);
}

function signed(degrees: number, side: string | undefined, sign: string | undefined): number {
  const negative = (side !== undefined && NEGATIVE.test(side)) !== (sign === '-');
  return negative ? -degrees : degrees;
}
