import type { OsmData, OsmTags } from '../network/osm';
import { findNode } from '../network/osm';
import type { Names } from '../model/records';
import { greatCircleMm } from '../routing/snap';
import type { Imported, Problem } from './manifest';
import { namesFromTags, plainName } from './names';

/** Place values people live in. Suburbs and quarters belong to their town and are no settlement of their own. */
export const SETTLEMENT_KINDS = ['city', 'town', 'village', 'hamlet', 'isolated_dwelling'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** A settlement before residents and township are known. */
export interface SettlementDraft {
  id: string;
  names: Names;
  kind: SettlementKind;
  code: string | null;
  /** WGS84 degrees; both null when it has no usable position. */
  lon: number | null;
  lat: number | null;
  /** Persons the source itself states; null when it does not. */
  residents: number | null;
}

/** Two entries of one plain name nearer than this are one settlement mapped twice (point and area). */
const SAME_PLACE_METRES = 1500;

/**
 * Named settlements of an extract, points before areas (an area stands at the middle of its box), larger kinds first.
 * Doubles are left out and reported; unnamed ones are handed back for `nameFromList`.
 */
export function settlementsFromOsm(osm: OsmData): Imported<SettlementDraft[]> & { unnamed: SettlementDraft[] } {
  const drafts: SettlementDraft[] = [];
  const unnamed: SettlementDraft[] = [];
  const doubles: string[] = [];
  for (const [index, tags] of osm.nodeTags) {
    take(`osm-n${osm.nodeIds[index]}`, tags, () => [osm.nodeLonE7[index] / 1e7, osm.nodeLatE7[index] / 1e7]);
  }
  for (const way of osm.ways) take(`osm-w${way.id}`, way.tags, () => middleOf(osm, way.refs));

  function take(id: string, tags: OsmTags, position: () => [number, number] | null): void {
    const kind = kindOf(tags);
    const at = kind && position();
    if (!kind || !at) return;
    const names = namesFromTags(tags);
    const persons = Number(tags.population);
    const residents = tags.population && Number.isInteger(persons) && persons >= 0 ? persons : null;
    const place = { id, kind, code: tags.ref ?? null, lon: at[0], lat: at[1], residents };
    if (names) drafts.push({ ...place, names });
    else unnamed.push({ ...place, names: { local: id } });
  }

  const kept: SettlementDraft[] = [];
  for (const draft of drafts.sort(byKind)) {
    const twin = kept.find((each) => isSamePlace(each, draft));
    if (twin) doubles.push(`${draft.id} (${draft.names.local})`);
    else kept.push(draft);
  }
  return { result: kept, problems: doubleProblem(doubles), unnamed };
}

function kindOf(tags: OsmTags): SettlementKind | null {
  return SETTLEMENT_KINDS.find((kind) => kind === tags.place) ?? null;
}

function byKind(a: SettlementDraft, b: SettlementDraft): number {
  const rank = (each: SettlementDraft) =>
    SETTLEMENT_KINDS.indexOf(each.kind) * 2 + (each.id.startsWith('osm-w') ? 1 : 0);
  return rank(a) - rank(b);
}

function isSamePlace(a: SettlementDraft, b: SettlementDraft): boolean {
  if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) return false;
  const close = greatCircleMm(a.lon, a.lat, b.lon, b.lat) <= SAME_PLACE_METRES * 1000;
  if (!close) return false;
  const names = (draft: SettlementDraft) =>
    [draft.names.local, draft.names.en].filter((n) => n !== undefined).map(plainName);
  return names(a).some((name) => names(b).includes(name));
}

/** Middle of the box round a way's nodes, [lon, lat]; null when none of them is in the file. */
export function middleOf(osm: OsmData, refs: Float64Array): [number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ref of refs) {
    const index = findNode(osm, ref);
    if (index < 0) continue;
    west = Math.min(west, osm.nodeLonE7[index]);
    east = Math.max(east, osm.nodeLonE7[index]);
    south = Math.min(south, osm.nodeLatE7[index]);
    north = Math.max(north, osm.nodeLatE7[index]);
  }
  return west === Infinity ? null : [Math.round((west + east) / 2) / 1e7, Math.round((south + north) / 2) / 1e7];
}

function doubleProblem(doubles: string[]): Problem[] {
  if (!doubles.length) return [];
  return [
    {
      severity: 'note',
      code: 'place-double',
      where: doubles.join(', '),
      field: 'place',
      read: `${doubles.length} × a settlement of the same name within ${SAME_PLACE_METRES} m`,
      wanted: 'one object per settlement',
      cure: 'The first one was kept.'
    }
  ];
}
