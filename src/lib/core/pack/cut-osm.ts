import type { OsmData, OsmTags } from '../network/osm';
import type { Contains } from './polygon';

/**
 * The part of an extract inside an area: nodes outside are dropped, ways keep their references (a segment needs both
 * ends, so a way is broken at the border), ways and relations with nothing left are dropped.
 */
export function cutOsm(osm: OsmData, contains: Contains): OsmData {
  const keep: number[] = [];
  for (let i = 0; i < osm.nodeIds.length; i++) {
    if (contains(osm.nodeLonE7[i] / 1e7, osm.nodeLatE7[i] / 1e7)) keep.push(i);
  }
  const nodeTags = new Map<number, OsmTags>();
  keep.forEach((from, to) => {
    const tags = osm.nodeTags.get(from);
    if (tags) nodeTags.set(to, tags);
  });
  const nodeIds = Float64Array.from(keep, (i) => osm.nodeIds[i]);
  const inside = new Set(nodeIds);
  const ways = osm.ways.filter((way) => way.refs.some((ref) => inside.has(ref)));
  const wayIds = new Set(ways.map(({ id }) => id));
  const relations = osm.relations.filter((relation) =>
    relation.members.some(({ type, ref }) => (type === 'way' ? wayIds.has(ref) : type === 'node' && inside.has(ref)))
  );
  return {
    ...osm,
    nodeIds,
    nodeLonE7: Int32Array.from(keep, (i) => osm.nodeLonE7[i]),
    nodeLatE7: Int32Array.from(keep, (i) => osm.nodeLatE7[i]),
    nodeTags,
    ways,
    relations
  };
}
