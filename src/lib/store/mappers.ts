import * as v from 'valibot';
import type { CollectionName, Collections } from '../core/model/situation';
import { Trouble } from './client';
import { RECORD_SCHEMAS } from './record-schemas';

/** PocketBase's name of a collection. */
export const REMOTE_NAMES: Record<CollectionName, string> = {
  townships: 'townships',
  villages: 'villages',
  facilities: 'facilities',
  alliances: 'alliances',
  vehicles: 'vehicles',
  crews: 'crews',
  medicines: 'medicines',
  stock: 'stock',
  suppliers: 'suppliers',
  peopleCounts: 'people_counts',
  closures: 'closures',
  scenarios: 'scenarios',
  rulePacks: 'rule_packs',
  zones: 'zones',
  posts: 'posts',
  dutyShifts: 'duty_shifts',
  knownTimes: 'known_times'
};

/** A record as PocketBase sends it: its own `id`, our `key` and `area`, then the fields. */
export interface RemoteRecord {
  id: string;
  key: string;
  area: string;
  [field: string]: unknown;
}

/**
 * A record of the situation, checked field by field.
 *
 * @throws Trouble `invalid-record` naming collection, key and field.
 */
export function fromRemote<C extends CollectionName>(collection: C, remote: RemoteRecord): Collections[C] {
  const read = v.safeParse(RECORD_SCHEMAS[collection], remote);
  if (!read.success) {
    const [issue] = read.issues;
    const path = v.getDotPath(issue as v.BaseIssue<unknown>) ?? '';
    throw new Trouble('invalid-record', {
      collection: REMOTE_NAMES[collection],
      detail: `${remote.key} · ${path}: ${issue.message}`
    });
  }
  return { id: remote.key, ...read.output } as unknown as Collections[C];
}

/** Fields as PocketBase keeps them, without those the server writes itself (`masked` too). Null texts become empty. */
export function toRemote(areaId: string, record: Collections[CollectionName]): Record<string, unknown> {
  const {
    id,
    version: _version,
    editedFields: _edited,
    masked: _masked,
    ...fields
  } = record as unknown as Record<string, unknown> & {
    id: string;
    masked?: unknown;
  };
  const out: Record<string, unknown> = { key: id, area: areaId };
  for (const [field, value] of Object.entries(fields)) out[field] = remoteValue(field, value);
  return out;
}

/** A value as PocketBase keeps it: a text that is not known is empty there, a number null. */
export function remoteValue(field: string, value: unknown): unknown {
  return value === null && !JSON_NULL_FIELDS.has(field) ? '' : value;
}

/** Only what differs between two states of one record, as PocketBase keeps it. */
export function changedFields(
  areaId: string,
  before: Collections[CollectionName],
  after: Collections[CollectionName]
): Record<string, unknown> {
  const old = toRemote(areaId, before);
  const next = toRemote(areaId, after);
  return Object.fromEntries(
    Object.entries(next).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
  );
}

const JSON_NULL_FIELDS = new Set([
  'lon',
  'lat',
  'areaKm2',
  'convertHours',
  'meanDailyUse',
  'positionLon',
  'positionLat',
  'fromNode',
  'toNode',
  'residentsCompare',
  'seat',
  'unknown',
  'rangeKm'
]);
