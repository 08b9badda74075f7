import { orderNetwork } from '../hierarchy/order-network';
import type { Imported, Problem } from '../pack/manifest';
import type { ElevationGrid } from '../terrain/elevation';
import { gradeOfSegment } from '../terrain/grade';
import { elevateRoads, type RoadElevations } from '../terrain/grade-profiles';
import { barrierOf } from './access';
import { insideTest, type PolygonGeometry } from './clip';
import { BARRIER_KINDS, NO_ELEVATION, ROAD_CLASSES, SURFACES, type Network } from './network';
import type { OsmData } from './osm';
import { surfaceOf } from './road-class';
import { selectRoads, type Road } from './select-roads';
import { ferrySecondsOf, maxspeedsOf } from './signs';
import { createTally, type Tally } from './tally';

export interface BuildNetworkOptions {
  /** Null: no elevation known, every grade 0. */
  elevation: ElevationGrid | null;
  /** Keeps the segments with at least one end inside. */
  clip?: PolygonGeometry;
}

/**
 * Makes the road network of an OSM extract: class, surface, access, one-way, signs, barriers, lengths and grades (each
 * rule stands with its function). Nodes are in order of their OSM id, ways and edges in the order of the file. What
 * cannot be used comes back as problems, of the roads inside `clip` alone. Throws a RangeError when a segment is longer than 32 bits of millimetres.
 */
export function buildNetwork(osm: OsmData, options: BuildNetworkOptions): Imported<Network> {
  const problems: Problem[] = [];
  const tally = createTally();
  const isInside = insideNode(osm, options.clip);
  const roads = selectRoads(osm, { isInside, tally, problems });
  const elevations = options.elevation && elevateRoads(osm, roads, options.elevation);
  const { segments, ways } = layEdges(roads, elevations, isInside);
  const { nodeOf, kept } = numberNodes(osm, segments);
  const network: Network = {
    nodeCount: kept.length,
    edgeCount: segments.count,
    wayCount: ways.length,
    ...describeNodes(osm, kept, nodeOf, elevations, tally),
    edgeFrom: segments.from.slice(0, segments.count).map((node) => nodeOf[node]),
    edgeTo: segments.to.slice(0, segments.count).map((node) => nodeOf[node]),
    edgeWay: segments.way.slice(0, segments.count),
    edgeLengthMm: segments.lengthMm.slice(0, segments.count),
    edgeGrade: segments.grade.slice(0, segments.count),
    ...describeWays(ways, tally),
    order: null
  };
  network.order = orderNetwork(network);
  problems.push(...tally.problems(), ...judge(network, options));
  return { result: network, problems };
}

/** Whether a node of the extract lies inside the boundary; each is asked once. */
function insideNode(osm: OsmData, clip: PolygonGeometry | undefined): (node: number) => boolean {
  if (!clip) return () => true;
  const inside = insideTest(clip);
  const known = new Int8Array(osm.nodeIds.length);
  return (node) => {
    known[node] ||= inside(osm.nodeLonE7[node] / 1e7, osm.nodeLatE7[node] / 1e7) ? 1 : -1;
    return known[node] === 1;
  };
}

interface Segments {
  count: number;
  /** Node indices of the extract. */
  from: Uint32Array;
  to: Uint32Array;
  way: Uint32Array;
  lengthMm: Uint32Array;
  grade: Int16Array;
}

function layEdges(
  roads: readonly Road[],
  elevations: RoadElevations | null,
  isInside: (node: number) => boolean
): { segments: Segments; ways: Road[] } {
  const most = roads.reduce((sum, road) => sum + road.runs.reduce((all, run) => all + run.nodes.length - 1, 0), 0);
  const segments: Segments = {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    way: new Uint32Array(most),
    lengthMm: new Uint32Array(most),
    grade: new Int16Array(most)
  };
  const ways: Road[] = [];
  for (const road of roads) {
    const before = segments.count;
    for (const run of road.runs) {
      const { nodes } = run;
      const profile = elevations?.profile(road, run);
      let tailInside = isInside(nodes[0]);
      for (let i = 0; i < nodes.length - 1; i++) {
        const headInside = isInside(nodes[i + 1]);
        if (tailInside || headInside) {
          const at = segments.count++;
          const lengthMm = run.along[i + 1] - run.along[i];
          if (lengthMm > 0xffff_ffff) throw new RangeError(`way ${road.way.id}: a segment of ${lengthMm} mm`);
          segments.from[at] = nodes[i];
          segments.to[at] = nodes[i + 1];
          segments.way[at] = ways.length;
          segments.lengthMm[at] = lengthMm;
          segments.grade[at] = profile ? gradeOfSegment(profile, i) : 0;
        }
        tailInside = headInside;
      }
    }
    if (segments.count > before) ways.push(road);
  }
  return { segments, ways };
}

/** Keeps the nodes that edges use, in the order of the extract, which is that of their ids. */
function numberNodes(osm: OsmData, segments: Segments): { nodeOf: Int32Array; kept: Uint32Array } {
  const nodeOf = new Int32Array(osm.nodeIds.length).fill(-1);
  for (let edge = 0; edge < segments.count; edge++) nodeOf[segments.from[edge]] = nodeOf[segments.to[edge]] = 0;
  let count = 0;
  for (let node = 0; node < nodeOf.length; node++) if (nodeOf[node] === 0) nodeOf[node] = count++;
  const kept = new Uint32Array(count);
  for (let node = 0; node < nodeOf.length; node++) if (nodeOf[node] >= 0) kept[nodeOf[node]] = node;
  return { nodeOf, kept };
}

function describeNodes(
  osm: OsmData,
  kept: Uint32Array,
  nodeOf: Int32Array,
  elevations: RoadElevations | null,
  tally: Tally
): Pick<Network, 'nodeOsmId' | 'nodeLonE7' | 'nodeLatE7' | 'nodeElevation' | 'nodeBarrier'> {
  const columns = {
    nodeOsmId: new Float64Array(kept.length),
    nodeLonE7: new Int32Array(kept.length),
    nodeLatE7: new Int32Array(kept.length),
    nodeElevation: new Int16Array(kept.length).fill(NO_ELEVATION),
    nodeBarrier: new Uint8Array(kept.length)
  };
  for (let i = 0; i < kept.length; i++) {
    const node = kept[i];
    columns.nodeOsmId[i] = osm.nodeIds[node];
    columns.nodeLonE7[i] = osm.nodeLonE7[node];
    columns.nodeLatE7[i] = osm.nodeLatE7[node];
    const metres = elevations ? elevations.nodes[node] : NaN;
    if (!Number.isNaN(metres)) columns.nodeElevation[i] = Math.floor(metres + 0.5);
  }
  for (const [node, tags] of osm.nodeTags) {
    const i = nodeOf[node];
    if (i >= 0) columns.nodeBarrier[i] = BARRIER_KINDS.indexOf(barrierOf(tags, osm.nodeIds[node], tally));
  }
  return columns;
}

type WayColumns = Pick<Network, Exclude<Extract<keyof Network, `way${string}`>, 'wayCount'> | 'strings'>;

function describeWays(ways: readonly Road[], tally: Tally): WayColumns {
  const strings: string[] = [''];
  const stringIndex = new Map([['', 0]]);
  const intern = (text = ''): number => {
    let index = stringIndex.get(text);
    if (index === undefined) {
      index = strings.push(text) - 1;
      stringIndex.set(text, index);
    }
    return index;
  };
  const speeds = ways.map(({ way }) => maxspeedsOf(way.tags, way.id, tally));
  return {
    wayOsmId: Float64Array.from(ways, ({ way }) => way.id),
    wayClass: Uint8Array.from(ways, ({ roadClass }) => ROAD_CLASSES.indexOf(roadClass)),
    waySurface: Uint8Array.from(ways, ({ way }) => SURFACES.indexOf(surfaceOf(way.tags, way.id, tally))),
    wayFlags: Uint32Array.from(ways, ({ flags }) => flags),
    wayMaxspeedForward: Uint8Array.from(speeds, ({ forward }) => forward),
    wayMaxspeedBackward: Uint8Array.from(speeds, ({ backward }) => backward),
    wayDuration: Uint32Array.from(ways, ({ way, roadClass }) =>
      roadClass === 'ferry' ? ferrySecondsOf(way.tags, way.id, tally) : 0
    ),
    wayLengthMm: Float64Array.from(ways, ({ lengthMm }) => lengthMm),
    wayName: Uint32Array.from(ways, ({ way }) => intern(way.tags.name)),
    wayRef: Uint32Array.from(ways, ({ way }) => intern(way.tags.ref)),
    strings
  };
}

/** What is wrong with the network as a whole. */
function judge(network: Network, { elevation, clip }: BuildNetworkOptions): Problem[] {
  if (network.edgeCount === 0)
    return [
      {
        severity: 'error',
        code: 'network-empty',
        where: 'network',
        field: null,
        read: '0 roads',
        wanted: 'at least one road',
        cure: clip
          ? 'Does the boundary lie in the area of the OSM extract?'
          : 'Give an extract that holds ways with highway tags.'
      }
    ];
  if (!elevation) return [];
  const { onRoads, unknown } = countUnknownElevations(network);
  if (!unknown) return [];
  return [
    {
      severity: unknown === onRoads ? 'error' : 'warning',
      code: 'elevation-missing',
      where: 'elevation',
      field: null,
      read: `${unknown} of ${onRoads} road nodes have no elevation`,
      wanted: 'tiles that cover every road',
      cure: 'Grades there come from the nearest known nodes, else are 0. Add the missing tiles.'
    }
  ];
}

/** Ferries lie level: the sea needs no elevation. */
function countUnknownElevations(network: Network): { onRoads: number; unknown: number } {
  const onRoad = new Uint8Array(network.nodeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (ROAD_CLASSES[network.wayClass[network.edgeWay[edge]]] === 'ferry') continue;
    onRoad[network.edgeFrom[edge]] = onRoad[network.edgeTo[edge]] = 1;
  }
  let onRoads = 0;
  let unknown = 0;
  onRoad.forEach((on, node) => {
    onRoads += on;
    if (on && network.nodeElevation[node] === NO_ELEVATION) unknown++;
  });
  return { onRoads, unknown };
}
