import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeNetwork } from '../../src/lib/core/network/format';
import type { Facility } from '../../src/lib/core/model/records';
import type { Network } from '../../src/lib/core/network/network';
import { PACK_FORMAT, type PackFile, type PackManifest } from '../../src/lib/core/pack/manifest';

const EMPTY_NETWORK: Network = {
  nodeCount: 0,
  edgeCount: 0,
  wayCount: 0,
  nodeOsmId: new Float64Array(),
  nodeLonE7: new Int32Array(),
  nodeLatE7: new Int32Array(),
  nodeElevation: new Int16Array(),
  nodeBarrier: new Uint8Array(),
  edgeFrom: new Uint32Array(),
  edgeTo: new Uint32Array(),
  edgeWay: new Uint32Array(),
  edgeLengthMm: new Uint32Array(),
  edgeGrade: new Int16Array(),
  wayOsmId: new Float64Array(),
  wayClass: new Uint8Array(),
  waySurface: new Uint8Array(),
  wayFlags: new Uint32Array(),
  wayMaxspeedForward: new Uint8Array(),
  wayMaxspeedBackward: new Uint8Array(),
  wayDuration: new Uint32Array(),
  wayLengthMm: new Float64Array(),
  wayName: new Uint32Array(),
  wayRef: new Uint32Array(),
  strings: [''],
  order: null
};

export interface TinyPack {
  /** What its two townships are called. */
  names?: [string, string];
  /** Villages by id, with their township. */
  villages?: Record<string, 't1' | 't2'>;
  /** Sites as the pack's own file holds them. */
  facilities?: readonly Partial<Facility>[];
  timeZone?: PackManifest['timeZone'];
}

/** A pack of two townships and, where asked for, villages and sites; area `tiny`, 10–11° E and N. */
export function writeTinyPack(
  dir: string,
  { names = ['T1', 'T2'], villages = {}, facilities = [], timeZone }: TinyPack = {}
): string {
  mkdirSync(dir, { recursive: true });
  const township = (id: string, local: string) => ({
    id,
    unit: id,
    origin: 'pack',
    editedFields: [],
    version: 1,
    names: { local },
    code: null,
    seatFacilityId: null,
    derived: true
  });
  const village = ([id, townshipId]: [string, string]) => ({
    id,
    unit: townshipId,
    origin: 'pack',
    editedFields: [],
    version: 1,
    names: { local: id, en: `Village ${id}`, zh: `村${id}` },
    code: null,
    townshipId,
    lon: 10.5,
    lat: 10.5,
    residents: 10,
    residentsSource: 'count',
    residentsDate: null,
    residentsCompare: { persons: 12, source: 'other count' },
    areaKm2: null,
    touristVillage: false
  });
  const contents: Partial<Record<PackFile, Uint8Array>> = {
    'network.bin': new Uint8Array(encodeNetwork(EMPTY_NETWORK)),
    'basemap.pmtiles': new TextEncoder().encode('0123456789'.repeat(500)),
    'relief.png': new TextEncoder().encode('not really a picture'),
    'townships.json': json([township('t1', names[0]), township('t2', names[1])]),
    'settlements.json': json(Object.entries(villages).map(village)),
    'facilities.json': json(facilities),
    'problems.json': json([])
  };
  const files = {} as PackManifest['files'];
  for (const [name, bytes] of Object.entries(contents) as [PackFile, Uint8Array][]) {
    writeFileSync(join(dir, name), bytes);
    files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const manifest: PackManifest = {
    format: PACK_FORMAT,
    id: 'tiny',
    names: { local: 'Tiny' },
    bbox: [10, 10, 11, 11],
    builtAt: '2026-01-01T00:00:00Z',
    sources: [],
    files,
    reliefBounds: null,
    basemapZoom: { min: 5, max: 12 },
    mapReviewNumber: null,
    counts: { nodes: 0, edges: 0, ways: 0, settlements: 0, facilities: 0, problems: 0 },
    population: null,
    sample: false,
    ...(timeZone ? { timeZone } : {})
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
