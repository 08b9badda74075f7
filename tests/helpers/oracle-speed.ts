/**
 * A second reading of OSM tags for an ordinary vehicle and a walker, and of the travel table: whether a segment may be
 * used in a direction, and how long it takes. Written from ARCHITECTURE.md and the OSM wiki, sharing no code with the
 * importer or the metric. What it does not judge it says so (`null`), so that a test can leave it out.
 */
import { greatCircleMm } from './oracle';
import type { PlainOsm } from './oracle-osm';

export type Tags = Record<string, string>;
export type Mode = 'ordinary' | 'walking';

/** The exported scenario.json, as far as it is needed. */
export interface PlainTable {
  kmh: Record<string, Record<string, Record<string, number>>>;
  surfaceFactor: Record<string, Record<string, Record<string, number>>>;
  gradeLimits: { gradePercent: number; kmh: number }[];
  walkingFloorKmh: number;
}

const OPEN = /^(yes|permissive|designated|official|destination|customers|delivery|public|discouraged|unknown)$/;
const SHUT =
  /^(no|private|agricultural|forestry|permit|residents|emergency|psv|bus|taxi|military|hov|hgv|agricultural_vehicle|employees|members|service)$/;
const NOT_FOR_CARS = /^(pedestrian|footway|path|cycleway|bridleway|steps)$/;
const SURFACES: [string, RegExp][] = [
  ['paved', /^(paved|asphalt|concrete|concrete:plates|paving_stones|chipseal|tarmac|metal)$/],
  ['rough-paved', /^(cobblestone|sett|unhewn_cobblestone|concrete:lanes|brick|bricks|grass_paver|wood|stone)$/],
  ['gravel', /^(gravel|fine_gravel|compacted|pebblestone)$/],
  ['earth', /^(unpaved|ground|dirt|earth|soil|clay|rock|grass)$/],
  ['soft', /^(sand|mud|snow|ice|salt|woodchips)$/]
];
const ROADS =
  /^(motorway|trunk|primary|secondary|tertiary)(_link)?$|^(unclassified|residential|living_street|service|road|track|pedestrian|footway|path|cycleway|bridleway|steps)$/;

/** Class in the table, null for what is not judged here (ferries, areas, closed or odd ways). */
export function plainClass(tags: Tags): string | null {
  const odd = ['area', 'construction', 'proposed', 'abandoned', 'disused', 'razed', 'ice_road', 'route', 'smoothness'];
  if (odd.some((key) => tags[key] !== undefined)) return null;
  const highway = tags.highway ?? '';
  if (!ROADS.test(highway)) return null;
  if (highway !== 'track' || tags.tracktype === undefined) return highway;
  return /^grade[1-5]$/.test(tags.tracktype) ? `track_${tags.tracktype}` : null;
}

/** Whether the tags let the vehicle through in a direction; null when they are beyond this reading. */
export function plainAccess(tags: Tags, mode: Mode, forward: boolean): boolean | null {
  const highway = tags.highway;
  if (Object.keys(tags).some((key) => /:(forward|backward|conditional)$/.test(key) && !key.startsWith('maxspeed')))
    return null;
  if (mode === 'walking') {
    const said =
      tags.foot ?? (/^motorway/.test(highway) ? 'no' : tags.motorroad === 'yes' ? 'no' : tags.access) ?? 'yes';
    if (tags['oneway:foot'] !== undefined || (!OPEN.test(said) && !SHUT.test(said))) return null;
    return OPEN.test(said);
  }
  if (highway === 'steps') return false;
  const motor = [tags.motorcar, tags.motor_vehicle];
  const keys = NOT_FOR_CARS.test(highway) ? motor : [...motor, tags.vehicle, tags.access];
  const said = keys.find((value) => value !== undefined) ?? (NOT_FOR_CARS.test(highway) ? 'no' : 'yes');
  if (!OPEN.test(said) && !SHUT.test(said)) return null;
  if (!OPEN.test(said)) return false;
  if (['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle'].some((key) => tags[key] !== undefined)) return null;
  const circular = tags.junction === 'roundabout' || tags.junction === 'circular' || highway === 'motorway';
  const oneway = tags.oneway ?? (circular ? 'yes' : 'no');
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') return forward;
  if (oneway === '-1') return !forward;
  return oneway === 'no' ? true : null;
}

/** Table × surface, and the bounds; null when a value is beyond this reading. */
export function plainSpeed(input: {
  tags: Tags;
  mode: Mode;
  season: string;
  forward: boolean;
  /** Signed, 1e-4, in the direction of travel. */
  grade: number;
  table: PlainTable;
}): number | null {
  const { tags, mode, season, forward, grade, table } = input;
  const roadClass = plainClass(tags);
  if (roadClass === null) return null;
  const surface =
    tags.surface === undefined ? 'unknown' : SURFACES.find(([, values]) => values.test(tags.surface))?.[0];
  if (surface === undefined) return null;
  const base = table.kmh[mode][season][roadClass] * table.surfaceFactor[mode][season][surface];
  if (mode === 'walking') {
    const slope = grade / 10000;
    const tobler = (base * Math.exp(-3.5 * Math.abs(slope + 0.05))) / Math.exp(-0.175);
    return Math.max(tobler, Math.min(base, table.walkingFloorKmh));
  }
  const sign = tags[forward ? 'maxspeed:forward' : 'maxspeed:backward'] ?? tags.maxspeed ?? 'none';
  if (sign !== 'none' && !/^\d+( mph)?$/.test(sign)) return null;
  const signed = sign === 'none' ? Infinity : Math.round(parseInt(sign) * (sign.endsWith('mph') ? 1.609344 : 1));
  return Math.min(base, signed, gradeBound(table, Math.abs(grade / 100)));
}

function gradeBound({ gradeLimits }: PlainTable, percent: number): number {
  if (percent < gradeLimits[0].gradePercent) return Infinity;
  for (let i = 1; i < gradeLimits.length; i++) {
    const [low, high] = [gradeLimits[i - 1], gradeLimits[i]];
    if (percent > high.gradePercent) continue;
    const part = (percent - low.gradePercent) / (high.gradePercent - low.gradePercent);
    return low.kmh + part * (high.kmh - low.kmh);
  }
  return gradeLimits[gradeLimits.length - 1].kmh;
}

/** Length of road by node of a way, millimetres from its start, as the sum of whole-millimetre segments. */
export function plainAlong(osm: PlainOsm, refs: readonly number[]): number[] {
  const along = [0];
  for (let i = 1; i < refs.length; i++) {
    const [a, b] = [osm.nodes.get(refs[i - 1])!, osm.nodes.get(refs[i])!];
    along.push(along[i - 1] + greatCircleMm(a.lon / 1e7, a.lat / 1e7, b.lon / 1e7, b.lat / 1e7));
  }
  return along;
}

/**
 * Grade of segment `i` along the way, in 1e-4 before rounding: rise over the 200 m about its middle (as far as the way
 * goes), over at least 100 m, within ±30 %. NaN where the ground is unknown.
 */
export function plainGrade(
  osm: PlainOsm,
  way: { refs: number[]; along: number[] },
  i: number,
  elevation: (lon: number, lat: number) => number
): number {
  const { refs, along } = way;
  const middle = (along[i] + along[i + 1]) / 2;
  const ground = (distance: number): number => {
    let k = along.findIndex((each, j) => j > 0 && each >= distance && each > along[j - 1]) - 1;
    if (k < 0) k = 0;
    const metres = [k, k + 1].map((j) => {
      const node = osm.nodes.get(refs[j])!;
      return elevation(node.lon / 1e7, node.lat / 1e7);
    });
    const length = along[k + 1] - along[k];
    return length === 0 ? metres[0] : metres[0] + ((metres[1] - metres[0]) * (distance - along[k])) / length;
  };
  const from = Math.max(0, middle - 100_000);
  const to = Math.min(along[along.length - 1], middle + 100_000);
  const grade = ((ground(to) - ground(from)) * 1000) / Math.max(to - from, 100_000);
  return Math.max(-3000, Math.min(3000, grade * 10_000));
}
