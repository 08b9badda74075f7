import type { RoadClass, Surface } from './network';
import { ROAD_CLASSES } from './network';
import type { OsmTags } from './osm';
import type { Tally } from './tally';

/** Values of `highway` that are no road one could travel: left out without a word. */
const NOT_ROADS = new Set(
  (
    'construction proposed planned abandoned razed disused dismantled demolished removed historic no ' +
    'platform rest_area services elevator corridor bus_guideway busway raceway via_ferrata escape emergency_bay ' +
    'bus_stop street_lamp crossing traffic_island emergency_access_point trailhead ladder toll_gantry'
  ).split(' ')
);
/** Keys that, beside an ordinary `highway` value, say the road is not there for now. */
const LIFECYCLE_KEYS = [
  'construction',
  'proposed',
  'abandoned',
  'razed',
  'disused',
  'demolished',
  'removed',
  'ice_road'
];
/** Works that leave the road usable. */
const STILL_USABLE = new Set(['no', 'minor', 'widening']);

const PLAIN_CLASSES = new Set<string>(ROAD_CLASSES.filter((each) => !each.startsWith('track') && each !== 'ferry'));
const TRACK_GRADES = new Set(['grade1', 'grade2', 'grade3', 'grade4', 'grade5']);

/**
 * Class of an OSM way in the network, null when it is no road of it: construction and other lifecycle states,
 * platforms, ice roads, areas (`area=yes`), unknown `highway` values (counted). `route=ferry` is a ferry.
 */
export function roadClassOf(tags: OsmTags, id: number, tally: Tally): RoadClass | null {
  if (tags.area === 'yes') return null;
  if (LIFECYCLE_KEYS.some((key) => tags[key] !== undefined && !STILL_USABLE.has(tags[key]))) return null;
  if (tags.route === 'ferry') return 'ferry';
  const highway = tags.highway;
  if (highway === undefined || NOT_ROADS.has(highway)) return null;
  if (highway === 'track') return trackClassOf(tags.tracktype, id, tally);
  if (PLAIN_CLASSES.has(highway)) return highway as RoadClass;
  tally.add(
    {
      code: 'osm-unknown-highway',
      field: 'highway',
      wanted: 'a road of the OSM wiki, e.g. primary, residential, track',
      cure: 'These ways were left out. Correct the tag in OSM if they are roads.'
    },
    highway,
    id
  );
  return null;
}

function trackClassOf(tracktype: string | undefined, id: number, tally: Tally): RoadClass {
  if (tracktype === undefined) return 'track';
  if (TRACK_GRADES.has(tracktype)) return `track_${tracktype}` as RoadClass;
  tally.add(
    {
      code: 'osm-unknown-tracktype',
      field: 'tracktype',
      wanted: 'grade1 … grade5',
      cure: 'Taken as a track of unknown grade. Correct the tag in OSM.'
    },
    tracktype,
    id
  );
  return 'track';
}

/**
 * Values of `surface` by group, worst group last (https://wiki.openstreetmap.org/wiki/Key:surface). `unpaved` alone
 * says little and is taken as earth, the slower reading.
 */
const SURFACE_VALUES: [Surface, string][] = [
  [
    'paved',
    'paved asphalt concrete concrete:plates paving_stones paving_stones:30 chipseal bitmac sealed tarmac metal'
  ],
  [
    'rough-paved',
    'cobblestone cobblestone:flattened unhewn_cobblestone sett concrete:lanes brick bricks grass_paver wood stone ' +
      'metal_grid plastic rubber tiles stepping_stones'
  ],
  ['gravel', 'gravel fine_gravel compacted pebblestone shingle shells crushed_stone'],
  ['earth', 'unpaved ground dirt earth soil clay rock rocks grass laterite dirt/sand'],
  ['soft', 'sand mud snow ice salt woodchips']
];
const SURFACE_GROUP = new Map(
  SURFACE_VALUES.flatMap(([group, values]) => values.split(' ').map((value) => [value, group] as const))
);
const WORST_LAST = SURFACE_VALUES.map(([group]) => group);

/** Surface group of a way: of several values the worst; `unknown` without the tag, or (counted) when none is known. */
export function surfaceOf(tags: OsmTags, id: number, tally: Tally): Surface {
  if (tags.surface === undefined) return 'unknown';
  let worst = -1;
  for (const part of tags.surface.split(';')) {
    const group = SURFACE_GROUP.get(part.trim().toLowerCase().replaceAll(' ', '_'));
    if (group) worst = Math.max(worst, WORST_LAST.indexOf(group));
    else
      tally.add(
        {
          code: 'osm-unknown-surface',
          field: 'surface',
          wanted: 'a surface of the OSM wiki, e.g. asphalt, gravel, ground',
          cure: 'Taken as unknown: the road class sets the speed. Correct the tag in OSM.'
        },
        part.trim(),
        id
      );
  }
  return worst < 0 ? 'unknown' : WORST_LAST[worst];
}
