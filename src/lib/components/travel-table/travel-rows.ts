import type { LandCover } from '$core/grid/land';
import type { Season, VehicleClass } from '$core/model/records';
import type { RoadClass, Surface } from '$core/network/network';
import type { EntryPath } from '$core/routing/table-entry';
import type { TravelScenario } from '$core/routing/scenario';

export const PARTS = ['speeds', 'surfaces', 'joining', 'grades'] as const;
export type Part = (typeof PARTS)[number];

/** Road classes as the table groups them, fastest first. */
export const ROAD_GROUPS: readonly { id: 'main' | 'local' | 'tracks' | 'paths' | 'ferry'; classes: RoadClass[] }[] = [
  {
    id: 'main',
    classes: [
      'motorway',
      'motorway_link',
      'trunk',
      'trunk_link',
      'primary',
      'primary_link',
      'secondary',
      'secondary_link',
      'tertiary',
      'tertiary_link'
    ]
  },
  { id: 'local', classes: ['unclassified', 'residential', 'living_street', 'service', 'road'] },
  { id: 'tracks', classes: ['track_grade1', 'track_grade2', 'track_grade3', 'track_grade4', 'track_grade5', 'track'] },
  { id: 'paths', classes: ['pedestrian', 'footway', 'path', 'cycleway', 'bridleway', 'steps'] },
  { id: 'ferry', classes: ['ferry'] }
];
export const SURFACE_ROWS: readonly Surface[] = ['paved', 'rough-paved', 'gravel', 'earth', 'soft', 'unknown'];
export const JOINING = ['walkKmh', 'snapLimitMetres', 'reachableRoadMetres', 'walkingFloorKmh'] as const;
/** Covers of land off the road, easiest first. */
export const LAND_ROWS: readonly Exclude<LandCover, 'none'>[] = [
  'way',
  'built',
  'bare',
  'crops',
  'grass',
  'shrub',
  'tree',
  'snow',
  'unknown',
  'water'
];
/** In the order of the table's own lists, which the core checks. */
export const SEASON_COLUMNS: readonly Season[] = ['dry', 'wet', 'snow'];
export const VEHICLE_TABS: readonly VehicleClass[] = ['ambulance', 'ordinary', 'motorcycle', 'walking'];

export interface GridRow {
  id: string;
  /** Message code of its name, with values. */
  label: { code: string; params?: Record<string, number> };
  cells: EntryPath[];
  /** Message code of the unit, where the columns do not tell it. */
  unit?: string;
}
export interface GridGroup {
  id: string;
  /** Message code of a heading over the rows; null for none. */
  title: string | null;
  rows: GridRow[];
}

/** Rows of one part of the table, each cell by its path. */
export function gridOf(part: Part, vehicle: VehicleClass, table: TravelScenario): GridGroup[] {
  const seasons = (of: 'kmh' | 'surfaceFactor', item: string) =>
    SEASON_COLUMNS.map((season): EntryPath => [of, vehicle, season, item]);
  if (part === 'speeds') {
    return ROAD_GROUPS.map(({ id, classes }) => ({
      id,
      title: `travel-group-${id}`,
      rows: classes.map((item) => ({
        id: item,
        label: { code: `plan-road-class-${item}` },
        cells: seasons('kmh', item)
      }))
    }));
  }
  if (part === 'surfaces') {
    const rows = SURFACE_ROWS.map((item) => ({
      id: item,
      label: { code: `plan-surface-${item}` },
      cells: seasons('surfaceFactor', item)
    }));
    return [{ id: 'surfaces', title: null, rows }];
  }
  if (part === 'joining') {
    const rows = JOINING.map((id) => ({
      id,
      label: { code: `travel-joining-${id}` },
      cells: [[id]],
      unit: unitOf([id])
    }));
    const covers = LAND_ROWS.map((cover) => ({
      id: cover,
      label: { code: `travel-land-${cover}` },
      cells: [['offRoadKmh', cover]],
      unit: 'travel-unit-kmh'
    }));
    return [
      { id: 'joining', title: null, rows },
      { id: 'land', title: 'travel-group-land', rows: covers }
    ];
  }
  const rows = table.gradeLimits.map((_, index) => ({
    id: `${index}`,
    label: { code: 'travel-grade-row', params: { row: index + 1 } },
    cells: [
      ['gradeLimits', index, 'gradePercent'],
      ['gradeLimits', index, 'kmh']
    ]
  }));
  return [{ id: 'grades', title: null, rows }];
}

/** Unit of the number at a path, as message code. */
export function unitOf(path: EntryPath): string {
  if (path[0] === 'surfaceFactor') return 'travel-unit-times';
  if (path[0] === 'snapLimitMetres' || path[0] === 'reachableRoadMetres') return 'travel-unit-metres';
  return path[2] === 'gradePercent' ? 'travel-unit-percent' : 'travel-unit-kmh';
}
