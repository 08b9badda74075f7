import { ROAD_CLASSES, SURFACES, type BarrierKind, type RoadClass, type Surface } from '../network/network';
import { SEASONS, VEHICLE_CLASSES, type Season, type VehicleClass } from '../model/records';
import type { OffRoadKmh } from '../grid/land-ground';
import type { TravelScenario } from './scenario';

/** Speeds in the order dry, wet, snow. */
type Row = readonly [dry: number, wet: number, snow: number];

/**
 * Free-flow km/h on flat, paved road of the class, before surface, sign and grade. They are deliberately those of a
 * mountain county, not of a plain: narrow carriageways, villages along the road, no lighting.
 *
 * - Main roads: 50 primary, 40 secondary, 35 tertiary are the design speeds of third- and fourth-class highways in
 *   hills (JTG B01-2014: third class 40/30, fourth class 30/20 km/h) with what an ambulance makes of them by day;
 *   motorway to trunk keep the legal free flow.
 * - Tracks: tracktype grade1 (solid) to grade5 (soft) as the OSM key defines them; an ungraded track is taken as grade 3.
 * - Ordinary vehicles run 10 % slower: no siren, laden vans. Motorcycles lose less on narrow tracks and more on
 *   main roads, and may use paths.
 * - Wet: about 10 % off on made roads, a third on tracks. Snow: half, chains on, steep tracks shut (0).
 * - Service and living streets: yards and shared space, not through roads.
 * - Walking is 4 km/h flat on any made way and 3.5 on a path, with loads and children; steps 2.
 * - A ferry without a stated duration crosses at 15 km/h, the speed of small inter-island boats.
 */
const SPEEDS: Record<RoadClass, Record<VehicleClass, Row>> = {
  motorway: { ambulance: [100, 85, 50], ordinary: [95, 80, 45], motorcycle: [80, 60, 25], walking: [0, 0, 0] },
  motorway_link: { ambulance: [50, 45, 30], ordinary: [45, 40, 25], motorcycle: [40, 35, 15], walking: [0, 0, 0] },
  trunk: { ambulance: [65, 58, 38], ordinary: [60, 54, 34], motorcycle: [55, 46, 20], walking: [4, 3.6, 2.8] },
  trunk_link: { ambulance: [45, 40, 25], ordinary: [40, 36, 22], motorcycle: [38, 32, 15], walking: [4, 3.6, 2.8] },
  primary: { ambulance: [50, 45, 28], ordinary: [45, 40, 25], motorcycle: [45, 36, 18], walking: [4, 3.6, 2.8] },
  primary_link: { ambulance: [40, 36, 22], ordinary: [36, 32, 20], motorcycle: [36, 30, 15], walking: [4, 3.6, 2.8] },
  secondary: { ambulance: [40, 36, 22], ordinary: [36, 32, 20], motorcycle: [38, 31, 16], walking: [4, 3.6, 2.8] },
  secondary_link: { ambulance: [35, 32, 20], ordinary: [32, 28, 18], motorcycle: [33, 27, 14], walking: [4, 3.6, 2.8] },
  tertiary: { ambulance: [35, 31, 19], ordinary: [32, 28, 17], motorcycle: [34, 27, 14], walking: [4, 3.6, 2.8] },
  tertiary_link: { ambulance: [30, 27, 17], ordinary: [27, 24, 15], motorcycle: [30, 24, 13], walking: [4, 3.6, 2.8] },
  unclassified: { ambulance: [30, 26, 16], ordinary: [27, 23, 14], motorcycle: [30, 24, 12], walking: [4, 3.6, 2.8] },
  residential: { ambulance: [25, 22, 14], ordinary: [22, 20, 12], motorcycle: [25, 20, 12], walking: [4, 3.6, 2.8] },
  living_street: { ambulance: [12, 12, 8], ordinary: [10, 10, 7], motorcycle: [12, 12, 8], walking: [4, 3.6, 2.8] },
  service: { ambulance: [15, 13, 9], ordinary: [13, 12, 8], motorcycle: [15, 13, 9], walking: [4, 3.6, 2.8] },
  road: { ambulance: [25, 21, 13], ordinary: [22, 19, 11], motorcycle: [25, 20, 11], walking: [4, 3.6, 2.8] },
  track_grade1: { ambulance: [20, 16, 9], ordinary: [18, 14, 8], motorcycle: [22, 17, 9], walking: [4, 3.6, 2.8] },
  track_grade2: { ambulance: [15, 11, 7], ordinary: [14, 10, 6], motorcycle: [20, 14, 8], walking: [4, 3.6, 2.8] },
  track_grade3: { ambulance: [12, 8, 5], ordinary: [11, 7, 4], motorcycle: [16, 11, 6], walking: [4, 3.5, 2.5] },
  track_grade4: { ambulance: [10, 6, 0], ordinary: [8, 5, 0], motorcycle: [14, 9, 5], walking: [3.8, 3.2, 2.4] },
  track_grade5: { ambulance: [8, 4, 0], ordinary: [6, 0, 0], motorcycle: [12, 7, 0], walking: [3.5, 2.8, 2] },
  track: { ambulance: [12, 8, 5], ordinary: [11, 7, 4], motorcycle: [16, 11, 6], walking: [4, 3.5, 2.5] },
  pedestrian: { ambulance: [8, 8, 6], ordinary: [0, 0, 0], motorcycle: [8, 8, 6], walking: [4, 3.6, 2.8] },
  footway: { ambulance: [0, 0, 0], ordinary: [0, 0, 0], motorcycle: [6, 5, 0], walking: [4, 3.6, 2.8] },
  path: { ambulance: [0, 0, 0], ordinary: [0, 0, 0], motorcycle: [10, 6, 0], walking: [3.5, 3, 2] },
  cycleway: { ambulance: [0, 0, 0], ordinary: [0, 0, 0], motorcycle: [10, 8, 0], walking: [4, 3.6, 2.8] },
  bridleway: { ambulance: [0, 0, 0], ordinary: [0, 0, 0], motorcycle: [10, 6, 0], walking: [3.5, 3, 2] },
  steps: { ambulance: [0, 0, 0], ordinary: [0, 0, 0], motorcycle: [0, 0, 0], walking: [2, 1.6, 1] },
  ferry: { ambulance: [15, 15, 15], ordinary: [15, 15, 15], motorcycle: [15, 15, 15], walking: [15, 15, 15] }
};

/**
 * What is left of the class speed on a surface. Rough paving and gravel cost comfort and grip; earth holds up dry and
 * turns to mud wet (× 0.8 of its dry factor); soft ground (sand, mud) is walking pace; frozen ground makes earth and
 * gravel alike. On two wheels loose ground costs less width but more grip when wet.
 */
const MOTOR: Record<Surface, Row> = {
  unknown: [1, 1, 1],
  paved: [1, 1, 1],
  'rough-paved': [0.75, 0.7, 0.7],
  gravel: [0.8, 0.72, 0.75],
  earth: [0.7, 0.56, 0.65],
  soft: [0.4, 0.25, 0.4]
};
const SURFACE_FACTORS: Record<VehicleClass, Record<Surface, Row>> = {
  ambulance: MOTOR,
  ordinary: MOTOR,
  motorcycle: { ...MOTOR, gravel: [0.8, 0.68, 0.7], earth: [0.8, 0.6, 0.65], soft: [0.45, 0.25, 0.35] },
  walking: {
    unknown: [1, 1, 1],
    paved: [1, 1, 1],
    'rough-paved': [1, 0.95, 0.95],
    gravel: [0.95, 0.9, 0.9],
    earth: [0.95, 0.85, 0.85],
    soft: [0.7, 0.55, 0.6]
  }
};

/**
 * Design speed ↔ greatest grade of JTG B01-2014 (Technical Standard of Highway Engineering), table of maximum
 * longitudinal grades, read backwards as a bound on speed; beyond its 9 % linear to 15 km/h at 12 % and on to the
 * floor of 12 km/h, which a loaded van still makes in first gear.
 */
const GRADE_LIMITS = [
  { gradePercent: 3, kmh: 120 },
  { gradePercent: 4, kmh: 100 },
  { gradePercent: 5, kmh: 80 },
  { gradePercent: 6, kmh: 60 },
  { gradePercent: 7, kmh: 40 },
  { gradePercent: 8, kmh: 30 },
  { gradePercent: 9, kmh: 20 },
  { gradePercent: 12, kmh: 15 },
  { gradePercent: 13.8, kmh: 12 }
];

/** Gates open for those who must pass; bollards let two wheels through; a walker passes everything. */
const SHUT_BARRIERS: Record<VehicleClass, BarrierKind[]> = {
  ambulance: ['bollard', 'block', 'stile', 'other'],
  ordinary: ['bollard', 'block', 'stile', 'other'],
  motorcycle: ['block', 'stile', 'other'],
  walking: []
};

/**
 * Walking on level ground off the road. The AccessMod 5 manual's example speeds (built-up and bare 5, low vegetation 4,
 * medium 3, dense 2 km/h), each × 0.8: what this table's 4 km/h on a made way is to their 5. Crops and grass are low, shrub
 * medium, trees dense; snow goes as dense, ground of unknown cover as medium. Water is a barrier.
 */
export const DEFAULT_OFF_ROAD_KMH: OffRoadKmh = {
  water: 0,
  way: 4,
  built: 4,
  bare: 4,
  crops: 3.2,
  grass: 3.2,
  shrub: 2.4,
  tree: 1.6,
  snow: 1.6,
  unknown: 2.4
};

/** The table shipped with the product; a county edits a copy. */
export const DEFAULT_TRAVEL_SCENARIO: TravelScenario = {
  format: 1,
  name: 'default',
  kmh: bySeason(ROAD_CLASSES, (vehicle, item) => SPEEDS[item][vehicle]),
  surfaceFactor: bySeason(SURFACES, (vehicle, item) => SURFACE_FACTORS[vehicle][item]),
  gradeLimits: GRADE_LIMITS,
  walkingFloorKmh: 0.5,
  obeysMaxspeed: { ambulance: true, ordinary: true, motorcycle: true, walking: false },
  shutBarriers: SHUT_BARRIERS,
  offRoadKmh: DEFAULT_OFF_ROAD_KMH,
  walkKmh: 4,
  snapLimitMetres: 2000,
  reachableRoadMetres: 1000
};

function bySeason<Item extends string>(
  items: readonly Item[],
  row: (vehicle: VehicleClass, item: Item) => Row
): Record<VehicleClass, Record<Season, Record<Item, number>>> {
  const entries = VEHICLE_CLASSES.map((vehicle) => [
    vehicle,
    Object.fromEntries(
      SEASONS.map((season, index) => [
        season,
        Object.fromEntries(items.map((item) => [item, row(vehicle, item)[index] as number]))
      ])
    )
  ]);
  return Object.fromEntries(entries) as Record<VehicleClass, Record<Season, Record<Item, number>>>;
}
