import { ClientResponseError } from 'pocketbase';
import * as v from 'valibot';
import type { Answers, ImportEdit, Mapping } from '../core/tables/questions';
import {
  COORDINATE_SYSTEMS,
  ENCODINGS,
  TABLE_KINDS,
  type CoordinateSystem,
  type Encoding,
  type RowCounts,
  type TableKind
} from '../core/tables/table';
import { asTrouble, type Client } from './client';
import { REMOTE_NAMES, remoteValue } from './mappers';

const written = v.object({
  created: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  refused: v.number(),
  conflicts: v.number()
});

const importSchema = v.object({
  id: v.string(),
  area: v.string(),
  fileName: v.string(),
  digest: v.string(),
  kind: v.picklist(TABLE_KINDS),
  /** What the wizard kept: field by `headingKey`, see `core/tables/guess-columns.ts`. */
  mapping: v.nullable(v.record(v.string(), v.nullable(v.string()))),
  crs: v.fallback(v.nullable(v.picklist(COORDINATE_SYSTEMS)), null),
  counts: v.unknown(),
  status: v.picklist(['open', 'applied', 'undone']),
  by: v.string(),
  byName: v.string(),
  /** ISO date-time of the last chunk. */
  lastAt: v.string(),
  /** Number of the next chunk. */
  next: v.number(),
  written: v.nullable(written),
  created: v.string()
});
/** An import as the server keeps it; `written` counts records, `counts` rows. */
export type StoredImport = Omit<v.InferOutput<typeof importSchema>, 'counts'> & { counts: RowCounts | null };

/** A record that was not written, or not taken back, and why. */
export interface RecordTold {
  /** The server's name of the collection. */
  collection: string;
  key: string;
  /** `exists`, `gone`, `changed` (conflicts), `edited`, `gone`, `in-use` (left by an undo), else what the server checked. */
  code: string;
  field?: string;
  theirs?: unknown;
  yours?: unknown;
  message?: string;
  /** Who leans on it. */
  by?: string;
}
const told = v.array(v.looseObject({ collection: v.string(), key: v.string(), code: v.string() }));

/** How a file was read and what a person decided, kept so that another screen can go on. */
export interface KeptChoice {
  /** Null where the file has none to choose. */
  encoding: Encoding | null;
  sheet: number;
  headingRow: number;
  mapping: Mapping;
  crs: CoordinateSystem | null;
  answers: Answers;
  /** ISO date-time the rows were compared at: what they write says it, so a plan made anew must say the same. */
  now: string;
}

const texts = v.record(v.string(), v.string());
const choiceSchema = v.object({
  encoding: v.nullable(v.picklist(ENCODINGS)),
  sheet: v.number(),
  headingRow: v.number(),
  mapping: v.array(v.nullable(v.string())),
  crs: v.nullable(v.picklist(COORDINATE_SYSTEMS)),
  answers: v.object({
    match: texts,
    code: texts,
    town: texts,
    medicine: texts,
    expiry: v.nullable(v.string()),
    leaveOut: v.array(v.number())
  }),
  now: v.string()
});

export interface NewImport {
  areaId: string;
  kind: TableKind;
  fileName: string;
  /** Of the file's bytes: the same file by the same person goes on where it stopped. */
  digest: string;
  mapping: Record<string, string | null>;
  crs: CoordinateSystem | null;
  choice: KeptChoice;
  counts: RowCounts;
  /** Closes an open import of one's own, or of another that wrote nothing for 15 minutes. */
  takeOver?: boolean;
}

export type StartedImport =
  | { held: null; import: StoredImport; resumed: boolean }
  /** Another import of this kind is open. */
  | { held: HeldImport };

const heldSchema = v.object({
  id: v.string(),
  by: v.string(),
  /** When it was begun, and when it last wrote. */
  since: v.string(),
  at: v.string(),
  fileName: v.string(),
  mine: v.boolean(),
  stale: v.boolean()
});
/** The open import of a kind that stands in the way of another; `stale`: it may be closed by whoever comes. */
export type HeldImport = v.InferOutput<typeof heldSchema>;

/** @throws Trouble. */
export async function startImport(client: Client, { areaId, ...input }: NewImport): Promise<StartedImport> {
  try {
    const body = { ...input, crs: input.crs ?? '', area: areaId };
    const answer = await client.send('/api/greenlane/imports', { method: 'POST', body });
    return { held: null, import: parseImport(answer), resumed: (answer as { resumed?: unknown }).resumed === true };
  } catch (error) {
    const data =
      error instanceof ClientResponseError
        ? (error.response as { data?: { kind?: { params?: unknown } } }).data
        : undefined;
    const held = v.safeParse(heldSchema, data?.kind?.params);
    if (held.success) return { held: held.output };
    throw asTrouble(error);
  }
}

const chunkSchema = v.object({
  sequence: v.number(),
  again: v.boolean(),
  next: v.number(),
  created: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  refused: told,
  conflicts: told
});
export type ChunkAnswer = v.InferOutput<typeof chunkSchema>;

/** One chunk of at most 500 edits. The same chunk under the same number is written once. @throws Trouble. */
export async function sendRows(
  client: Client,
  importId: string,
  sequence: number,
  edits: readonly ImportEdit[]
): Promise<ChunkAnswer> {
  try {
    const body = { sequence, edits: edits.map(wireEdit) };
    const path = `/api/greenlane/imports/${encodeURIComponent(importId)}/rows`;
    return v.parse(chunkSchema, await client.send(path, { method: 'POST', body }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** An edit as the server takes it. */
export function wireEdit({ collection, id, before, after }: ImportEdit): Record<string, unknown> {
  const remote = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, remoteValue(field, value)]));
  return { collection: REMOTE_NAMES[collection], key: id, before: before && remote(before), after: remote(after) };
}

/** Closes an import; every screen of the area fetches anew. @throws Trouble. */
export async function finishImport(client: Client, importId: string, counts: RowCounts | null): Promise<ImportState> {
  return parseState(await act(client, importId, 'finish', counts ? { counts } : {}));
}

const stateSchema = v.looseObject({
  refused: told,
  conflicts: told,
  left: told,
  undoneChunks: v.number(),
  choice: v.optional(v.fallback(v.nullable(choiceSchema), null), null)
});
export type ImportState = StoredImport & {
  /** Null where the import keeps none, or one that this screen cannot read. */
  choice: KeptChoice | null;
  refused: RecordTold[];
  conflicts: RecordTold[];
  left: RecordTold[];
  undoneChunks: number;
};

/** How far an import is, and what was not written or taken back (the first 1,000 each). @throws Trouble. */
export async function fetchImport(client: Client, importId: string): Promise<ImportState> {
  try {
    return parseState(await client.send(`/api/greenlane/imports/${encodeURIComponent(importId)}`, { method: 'GET' }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Imports of an area, the newest first, at most 100. @throws Trouble. */
export async function fetchImports(client: Client, areaId: string): Promise<StoredImport[]> {
  try {
    const filter = client.filter('area = {:areaId}', { areaId });
    // What a person decided row by row can be long, and no list shows it.
    const fields = Object.keys(importSchema.entries).join(',');
    const options = { filter, fields, sort: '-created', skipTotal: true };
    const { items } = await client.collection('imports').getList(1, 100, options);
    return items.map(parseImport);
  } catch (error) {
    throw asTrouble(error);
  }
}

const undoneSchema = v.object({
  sequence: v.nullable(v.number()),
  restored: v.number(),
  left: told,
  remaining: v.number(),
  import: v.unknown()
});
export type UndoneChunk = v.InferOutput<typeof undoneSchema>;

/** Takes the last chunk back that still stands, down to number `upTo`. @throws Trouble. */
export async function undoChunk(client: Client, importId: string, upTo = 0): Promise<UndoneChunk> {
  return v.parse(undoneSchema, await act(client, importId, 'undo', { upTo }));
}

async function act(
  client: Client,
  importId: string,
  verb: 'finish' | 'undo',
  body: Record<string, unknown>
): Promise<unknown> {
  try {
    return await client.send(`/api/greenlane/imports/${encodeURIComponent(importId)}/${verb}`, {
      method: 'POST',
      body
    });
  } catch (error) {
    throw asTrouble(error);
  }
}

const parseImport = (answer: unknown): StoredImport => v.parse(importSchema, answer) as StoredImport;
function parseState(answer: unknown): ImportState {
  const state = v.parse(stateSchema, answer);
  const { refused, conflicts, left, undoneChunks, choice } = state;
  return { ...parseImport(answer), refused, conflicts, left, undoneChunks, choice };
}
