import type { Imported, Problem } from '../pack/manifest';

export type OsmTags = Readonly<Record<string, string>>;

export interface OsmWay {
  id: number;
  /** OSM node ids in order; `findNode` gives their index. Some may be missing from the file. */
  refs: Float64Array;
  tags: OsmTags;
}

export interface OsmMember {
  type: 'node' | 'way' | 'relation';
  ref: number;
  role: string;
}

export interface OsmRelation {
  id: number;
  members: OsmMember[];
  tags: OsmTags;
}

/** A whole OSM extract: every node, way and relation, nothing left out. A *node index* addresses the three node arrays. */
export interface OsmData {
  /** Ascending and unique; exact in a double. */
  nodeIds: Float64Array;
  /** WGS84 degrees × 1e7. */
  nodeLonE7: Int32Array;
  nodeLatE7: Int32Array;
  /** Tags by node index, tagged nodes only. */
  nodeTags: Map<number, OsmTags>;
  /** Unique ids, in file order. */
  ways: OsmWay[];
  relations: OsmRelation[];
  /** ISO date-time of the data as the file's header states it, else of its newest object, else null. */
  timestamp: string | null;
  /** Program that wrote the file, null where it does not say. */
  generator: string | null;
}

/** Index of a node by its OSM id, -1 when the file does not hold it. */
export function findNode(osm: Pick<OsmData, 'nodeIds'>, id: number): number {
  const ids = osm.nodeIds;
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = ids[middle];
    if (value === id) return middle;
    if (value < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Takes what a decoder reads, in any order, and makes an `OsmData` of it. */
export interface OsmCollector {
  /** `lonE7`, `latE7`: integer degrees × 1e7. An id outside ±2^53 or a position off the globe is reported and left out. */
  addNode(id: number, lonE7: number, latE7: number, tags: OsmTags | null): void;
  addWay(way: OsmWay): void;
  addRelation(relation: OsmRelation): void;
  setHeader(header: { timestamp?: string; generator?: string }): void;
  /** Notes when an object was last edited (ISO date-time): dates the file where its header does not. */
  sawEdit(timestamp: string): void;
  readonly objects: number;
  /** Of two objects with one id the first is kept and a problem says so. */
  finish(): Imported<OsmData>;
}

const EXAMPLES = 5;

export function createOsmCollector(): OsmCollector {
  let capacity = 1 << 16;
  let count = 0;
  let ids = new Float64Array(capacity);
  let lons = new Int32Array(capacity);
  let lats = new Int32Array(capacity);
  const tagsByOrder = new Map<number, OsmTags>();
  const ways: OsmWay[] = [];
  const relations: OsmRelation[] = [];
  const offGlobe: number[] = [];
  let timestamp: string | null = null;
  let generator: string | null = null;
  let newestEdit: string | null = null;

  function grow(): void {
    capacity *= 2;
    ids = enlarge(ids, new Float64Array(capacity));
    lons = enlarge(lons, new Int32Array(capacity));
    lats = enlarge(lats, new Int32Array(capacity));
  }

  return {
    addNode(id, lonE7, latE7, tags) {
      const inRange = Math.abs(lonE7) <= 1_800_000_000 && Math.abs(latE7) <= 900_000_000;
      if (!inRange || !Number.isSafeInteger(id)) {
        offGlobe.push(id);
        return;
      }
      if (count === capacity) grow();
      ids[count] = id;
      lons[count] = lonE7;
      lats[count] = latE7;
      if (tags) tagsByOrder.set(count, tags);
      count++;
    },
    addWay(way) {
      ways.push(way);
    },
    addRelation(relation) {
      relations.push(relation);
    },
    setHeader(header) {
      timestamp = header.timestamp ?? timestamp;
      generator = header.generator ?? generator;
    },
    sawEdit(edited) {
      if (newestEdit === null || edited > newestEdit) newestEdit = edited;
    },
    get objects() {
      return count + offGlobe.length + ways.length + relations.length;
    },
    finish() {
      const problems: Problem[] = [];
      if (offGlobe.length) problems.push(offGlobeProblem(offGlobe));
      const nodes = sortNodes(ids.subarray(0, count), lons.subarray(0, count), lats.subarray(0, count), tagsByOrder);
      reportDuplicates('node', nodes.duplicates, problems);
      const result: OsmData = {
        nodeIds: nodes.ids,
        nodeLonE7: nodes.lons,
        nodeLatE7: nodes.lats,
        nodeTags: nodes.tags,
        ways: firstOfEach('way', ways, problems),
        relations: firstOfEach('relation', relations, problems),
        timestamp: timestamp ?? newestEdit,
        generator
      };
      return { result, problems };
    }
  };
}

function enlarge<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

interface SortedNodes {
  ids: Float64Array;
  lons: Int32Array;
  lats: Int32Array;
  tags: Map<number, OsmTags>;
  duplicates: number[];
}

function sortNodes(ids: Float64Array, lons: Int32Array, lats: Int32Array, tags: Map<number, OsmTags>): SortedNodes {
  let ascending = true;
  for (let i = 1; i < ids.length && ascending; i++) ascending = ids[i] > ids[i - 1];
  if (ascending) return { ids: ids.slice(), lons: lons.slice(), lats: lats.slice(), tags, duplicates: [] };

  const order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => ids[a] - ids[b] || a - b);
  const sorted: SortedNodes = {
    ids: new Float64Array(ids.length),
    lons: new Int32Array(ids.length),
    lats: new Int32Array(ids.length),
    tags: new Map(),
    duplicates: []
  };
  let kept = 0;
  for (const i of order) {
    if (kept && sorted.ids[kept - 1] === ids[i]) {
      sorted.duplicates.push(ids[i]);
      continue;
    }
    sorted.ids[kept] = ids[i];
    sorted.lons[kept] = lons[i];
    sorted.lats[kept] = lats[i];
    const own = tags.get(i);
    if (own) sorted.tags.set(kept, own);
    kept++;
  }
  sorted.ids = sorted.ids.slice(0, kept);
  sorted.lons = sorted.lons.slice(0, kept);
  sorted.lats = sorted.lats.slice(0, kept);
  return sorted;
}

function firstOfEach<T extends { id: number }>(kind: string, objects: T[], problems: Problem[]): T[] {
  const seen = new Set<number>();
  const duplicates: number[] = [];
  const kept = objects.filter(({ id }) => {
    if (seen.has(id)) {
      duplicates.push(id);
      return false;
    }
    seen.add(id);
    return true;
  });
  reportDuplicates(kind, duplicates, problems);
  return kept;
}

function reportDuplicates(kind: string, ids: number[], problems: Problem[]): void {
  if (!ids.length) return;
  problems.push({
    severity: 'warning',
    code: 'osm-duplicate-id',
    where: listObjects(kind, ids),
    field: 'id',
    read: `${ids.length} × a ${kind} id seen before`,
    wanted: 'one object per id',
    cure: 'The first one was kept. Merge extracts with a tool that removes duplicates.'
  });
}

function offGlobeProblem(ids: number[]): Problem {
  return {
    severity: 'warning',
    code: 'osm-node-off-globe',
    where: listObjects('node', ids),
    field: 'lat, lon',
    read: `${ids.length} × a position or id out of range`,
    wanted: 'latitude within ±90, longitude within ±180',
    cure: 'These nodes were left out. Download the extract again or correct them in OSM.'
  };
}

/** `way 12, way 15 … (+3)`: the first few objects concerned. */
export function listObjects(kind: string, ids: readonly number[]): string {
  const shown = ids.slice(0, EXAMPLES).map((id) => `${kind} ${id}`);
  return shown.join(', ') + (ids.length > EXAMPLES ? ` … (+${ids.length - EXAMPLES})` : '');
}
