import { WayFlag } from '../network/network';
import type { OsmData } from '../network/osm';
import type { Road, RoadRun } from '../network/select-roads';
import type { ElevationGrid } from './elevation';
import { fillUnknown, type RoadProfile } from './grade';

/** Elevations of all roads of an extract. */
export interface RoadElevations {
  /** Metres by node index of the extract, NaN where unknown or not on a road. */
  nodes: Float64Array;
  profile(road: Road, run: RoadRun): RoadProfile;
}

interface StructureEnd {
  run: RoadRun;
  atStart: boolean;
}

/**
 * Samples the ground under every road node. Bridges and tunnels leave the ground: their nodes lie on the straight line
 * (by length along the road) between their portals, which are the ends of the run, or of the whole chain where the end
 * joins exactly one further bridge or tunnel and nothing on the ground. A node a ground road also uses keeps its ground
 * elevation in `nodes`. Ferries lie level.
 */
export function elevateRoads(osm: OsmData, roads: readonly Road[], grid: ElevationGrid): RoadElevations {
  const nodes = new Float64Array(osm.nodeIds.length).fill(NaN);
  const sampled = new Uint8Array(nodes.length);
  const onGround = new Uint8Array(nodes.length);
  const inside = new Uint8Array(nodes.length);
  const ends = new Map<number, StructureEnd[]>();
  const structures: RoadRun[] = [];
  for (const road of roads) {
    for (const run of road.runs) {
      for (const node of run.nodes) {
        if (sampled[node]) continue;
        sampled[node] = 1;
        nodes[node] = grid.sample(osm.nodeLonE7[node] / 1e7, osm.nodeLatE7[node] / 1e7) ?? NaN;
      }
      if (road.roadClass === 'ferry') continue;
      if (!isStructure(road)) for (const node of run.nodes) onGround[node] = 1;
      else {
        structures.push(run);
        for (const node of run.nodes.subarray(1, -1)) inside[node] = 1;
        addEnd(ends, run.nodes[0], { run, atStart: true });
        addEnd(ends, run.nodes[run.nodes.length - 1], { run, atStart: false });
      }
    }
  }
  const beyond = (node: number, run: RoadRun): StructureEnd | null => {
    const here = ends.get(node) ?? [];
    if (onGround[node] || inside[node] || here.length !== 2 || here[0].run === here[1].run) return null;
    return here[0].run === run ? here[1] : here[0];
  };
  const lines = spanStructures(structures, beyond, nodes);
  for (const [run, line] of lines) run.nodes.forEach((node, i) => void (onGround[node] || (nodes[node] = line[i])));
  return {
    nodes,
    profile(road, run) {
      const line = lines.get(run);
      const elevation = line ?? Float64Array.from(run.nodes, (node) => nodes[node]);
      if (road.roadClass === 'ferry') elevation.fill(0);
      const profile = { along: run.along, elevation };
      fillUnknown(profile);
      return profile;
    }
  };
}

function isStructure(road: Road): boolean {
  return (road.flags & (WayFlag.bridge | WayFlag.tunnel)) !== 0;
}

function addEnd(ends: Map<number, StructureEnd[]>, node: number, end: StructureEnd): void {
  const here = ends.get(node);
  if (here) here.push(end);
  else ends.set(node, [end]);
}

/** Elevation of each node of each structure, on the line between the portals of its chain. */
function spanStructures(
  structures: readonly RoadRun[],
  beyond: (node: number, run: RoadRun) => StructureEnd | null,
  ground: Float64Array
): Map<RoadRun, Float64Array> {
  const lines = new Map<RoadRun, Float64Array>();
  for (const run of structures) {
    if (lines.has(run)) continue;
    const chain = chainOf(run, beyond);
    const total = chain.reduce((sum, link) => sum + lengthOf(link.run), 0);
    const first = ground[endNode(chain[0])];
    const last = ground[endNode({ ...chain[chain.length - 1], atStart: !chain[chain.length - 1].atStart })];
    const start = Number.isNaN(first) ? last : first;
    const end = Number.isNaN(last) ? first : last;
    let before = 0;
    for (const link of chain) {
      const length = lengthOf(link.run);
      const line = link.run.along.map((along) => {
        const distance = before + (link.atStart ? along : length - along);
        return total === 0 ? start : start + ((end - start) * distance) / total;
      });
      lines.set(link.run, line);
      before += length;
    }
  }
  return lines;
}

/** The runs of a chain in order, each entered at its start or at its end. */
function chainOf(run: RoadRun, beyond: (node: number, run: RoadRun) => StructureEnd | null): StructureEnd[] {
  const seen = new Set([run]);
  const follow = (from: StructureEnd): StructureEnd[] => {
    const links: StructureEnd[] = [];
    let link: StructureEnd | null = from;
    while ((link = beyond(endNode({ run: link.run, atStart: !link.atStart }), link.run)) && !seen.has(link.run)) {
      seen.add(link.run);
      links.push(link);
    }
    return links;
  };
  const after = follow({ run, atStart: true });
  const before = follow({ run, atStart: false });
  return [
    ...before.reverse().map(({ run, atStart }) => ({ run, atStart: !atStart })),
    { run, atStart: true },
    ...after
  ];
}

function endNode({ run, atStart }: StructureEnd): number {
  return run.nodes[atStart ? 0 : run.nodes.length - 1];
}

function lengthOf(run: RoadRun): number {
  return run.along[run.along.length - 1];
}
