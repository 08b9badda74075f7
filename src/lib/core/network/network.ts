/**
 * The road network of an area as flat typed arrays: facts only, no speeds. One edge is one OSM segment between two
 * neighbouring nodes of one way. Arc `2·e` runs `edgeFrom→edgeTo`, arc `2·e+1` back; whether an arc may be used, and
 * how fast, is the metric's business.
 */
export interface Network {
  nodeCount: number;
  edgeCount: number;
  wayCount: number;
  /** OSM node ids (exact in a double). */
  nodeOsmId: Float64Array;
  /** Degrees × 1e7. */
  nodeLonE7: Int32Array;
  nodeLatE7: Int32Array;
  /** Metres above the geoid, rounded; NO_ELEVATION where no elevation was given. */
  nodeElevation: Int16Array;
  /** Barrier kind, index into BARRIER_KINDS; 0 = none. */
  nodeBarrier: Uint8Array;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeWay: Uint32Array;
  /** Great-circle length, millimetres, half-up. */
  edgeLengthMm: Uint32Array;
  /** Signed grade from→to in 1e-4 (100 = 1 %), smoothed along the way; 0 without elevation. */
  edgeGrade: Int16Array;
  wayOsmId: Float64Array;
  /** Index into ROAD_CLASSES. */
  wayClass: Uint8Array;
  /** Index into SURFACES. */
  waySurface: Uint8Array;
  /** Bit set, see WayFlag. */
  wayFlags: Uint32Array;
  /** km/h, 0 = not signed. Forward and backward. */
  wayMaxspeedForward: Uint8Array;
  wayMaxspeedBackward: Uint8Array;
  /** Seconds for the whole way (ferries with `duration`), 0 = unknown. */
  wayDuration: Uint32Array;
  /** Whole length of the way, millimetres: shares a ferry's duration among its edges. */
  wayLengthMm: Float64Array;
  /** Index into strings; 0 is the empty string. */
  wayName: Uint32Array;
  wayRef: Uint32Array;
  strings: string[];
  /**
   * Junctions in the order of the contraction hierarchy, most important first: every node but those that lie between
   * exactly two edges, of which some may stand in it too. Null in files from before there was one.
   */
  order: Uint32Array | null;
}

export const NO_ELEVATION = -32768;

export const ROAD_CLASSES = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track_grade1',
  'track_grade2',
  'track_grade3',
  'track_grade4',
  'track_grade5',
  'track',
  'pedestrian',
  'footway',
  'path',
  'cycleway',
  'bridleway',
  'steps',
  'ferry'
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** Surface groups; `unknown` takes the class's own speed. */
export const SURFACES = ['unknown', 'paved', 'rough-paved', 'gravel', 'earth', 'soft'] as const;
export type Surface = (typeof SURFACES)[number];

export const BARRIER_KINDS = ['none', 'gate', 'lift_gate', 'bollard', 'block', 'stile', 'other'] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];

/** Access is resolved at import for each mode: car (ambulance and ordinary), motorcycle, foot, emergency. */
export const WayFlag = {
  carForward: 1 << 0,
  carBackward: 1 << 1,
  motorcycleForward: 1 << 2,
  motorcycleBackward: 1 << 3,
  footForward: 1 << 4,
  footBackward: 1 << 5,
  emergencyForward: 1 << 6,
  emergencyBackward: 1 << 7,
  bridge: 1 << 8,
  tunnel: 1 << 9,
  roundabout: 1 << 10,
  privateAccess: 1 << 11
} as const;

/** Nothing passes: greater than any sum the checked adders allow. */
export const IMPASSABLE = 0xffff_ffff;
