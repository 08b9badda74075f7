import type { Problem } from '../pack/manifest';
import { accessFlags } from './access';
import { greatCircleMm } from './length';
import { WayFlag, type RoadClass } from './network';
import { findNode, listObjects, type OsmData, type OsmWay } from './osm';
import { roadClassOf } from './road-class';
import { createTally, type Tally } from './tally';

/** Neighbouring nodes of one way without a gap: a node missing from the file ends a run, and the next begins. */
export interface RoadRun {
  /** Node indices of the extract, none twice in a row. Two nodes at one place stay two, joined by 0 mm. */
  nodes: Uint32Array;
  /** Millimetres from the first node. */
  along: Float64Array;
}

export interface Road {
  way: OsmWay;
  roadClass: RoadClass;
  flags: number;
  runs: RoadRun[];
  /** Of all runs, millimetres. */
  lengthMm: number;
}

/** `tunnel` values of roads that lie on the ground all the same. */
const ON_GROUND = new Set(['no', 'building_passage', 'culvert', 'covered']);

export interface SelectRoadsOptions {
  /** Whether a node index lies inside the area; only the flaws of ways with such a node are told. */
  isInside: (node: number) => boolean;
  tally: Tally;
  problems: Problem[];
}

/** Ways of the extract, inside the area or not, that are roads or ferries, with their nodes resolved and measured. */
export function selectRoads(osm: OsmData, { isInside, tally: told, problems }: SelectRoadsOptions): Road[] {
  const untold = createTally();
  const roads: Road[] = [];
  const store = createRunStore(osm.ways);
  const incomplete: number[] = [];
  let missing = 0;
  for (const way of osm.ways) {
    if (way.tags.highway === undefined && way.tags.route === undefined) continue;
    const concerned = isConcerned(osm, way, isInside);
    const tally = concerned ? told : untold;
    const roadClass = roadClassOf(way.tags, way.id, tally);
    if (!roadClass) continue;
    const { runs, missingNodes } = resolveRuns(osm, way, store);
    if (missingNodes && concerned) {
      incomplete.push(way.id);
      missing += missingNodes;
    }
    if (!runs.length) continue;
    const flags = accessFlags(way.tags, roadClass, way.id, tally) | structureFlags(way);
    const lengthMm = runs.reduce((sum, { along }) => sum + along[along.length - 1], 0);
    roads.push({ way, roadClass, flags, runs, lengthMm });
  }
  if (incomplete.length)
    problems.push({
      severity: 'warning',
      code: 'osm-missing-nodes',
      where: listObjects('way', incomplete),
      field: 'nd',
      read: `${missing} nodes of ${incomplete.length} roads are not in the file`,
      wanted: 'every node a way names',
      cure: 'Roads end at the gap. Make the extract with complete ways (osmium extract --strategy=complete_ways).'
    });
  return roads;
}

/** True too for a way none of whose nodes is in the file: it may be anywhere. */
function isConcerned(osm: OsmData, way: OsmWay, isInside: (node: number) => boolean): boolean {
  let placed = false;
  for (const ref of way.refs) {
    const node = findNode(osm, ref);
    if (node < 0) continue;
    if (isInside(node)) return true;
    placed = true;
  }
  return !placed;
}

function structureFlags({ tags }: OsmWay): number {
  const bridge = tags.bridge !== undefined && tags.bridge !== 'no';
  const tunnel = tags.tunnel !== undefined && !ON_GROUND.has(tags.tunnel);
  return (bridge ? WayFlag.bridge : 0) | (tunnel ? WayFlag.tunnel : 0);
}

/** Runs of all ways in two long lists, so that a province does not fill the memory with short ones. */
interface RunStore {
  nodes: Uint32Array;
  along: Float64Array;
  size: number;
}

function createRunStore(ways: readonly OsmWay[]): RunStore {
  const most = ways.reduce((sum, { refs }) => sum + refs.length, 0);
  return { nodes: new Uint32Array(most), along: new Float64Array(most), size: 0 };
}

function resolveRuns(osm: OsmData, way: OsmWay, store: RunStore): { runs: RoadRun[]; missingNodes: number } {
  const { nodes, along } = store;
  const runs: RoadRun[] = [];
  let missingNodes = 0;
  let begin = store.size;
  const endRun = (): void => {
    if (store.size - begin > 1)
      runs.push({ nodes: nodes.subarray(begin, store.size), along: along.subarray(begin, store.size) });
    else store.size = begin;
    begin = store.size;
  };
  for (const ref of way.refs) {
    const node = findNode(osm, ref);
    if (node < 0) {
      missingNodes++;
      endRun();
      continue;
    }
    const at = store.size;
    if (at > begin && nodes[at - 1] === node) continue;
    nodes[at] = node;
    along[at] = at === begin ? 0 : along[at - 1] + segmentMm(osm, nodes[at - 1], node);
    store.size++;
  }
  endRun();
  return { runs, missingNodes };
}

function segmentMm({ nodeLonE7, nodeLatE7 }: OsmData, a: number, b: number): number {
  return greatCircleMm(nodeLonE7[a], nodeLatE7[a], nodeLonE7[b], nodeLatE7[b]);
}
