import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PackManifest } from '../core/pack/manifest';
import type { Situation } from '../core/model/situation';
import type { OperationRecords } from '../core/operations/records';

/** A command kept on the device until the server has answered it. */
export interface KeptCommand {
  /** Order in which they were given; made by the database. */
  seq: number;
  /** Made on the device; the server does a command once under its key. */
  key: string;
  /** Account that gave it: sent under that sign-in alone. */
  userId: string;
  areaId: string;
  verb: string;
  path: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  queuedAt: number;
  /** Id of the record that this command makes. */
  makes?: string;
  /** What was seen of the record when the command was given, to be held against what stands where it is refused. */
  seen?: Record<string, unknown>;
  /** Why the server refused it for good; null while it waits. */
  refused: Refusal | null;
}

/**
 * `code` is a trouble code, `reason` the server's own; `item` names the part at fault where the server said so, `detail`
 * is its wording.
 */
export interface Refusal {
  code: string;
  reason: string;
  item: string | null;
  detail: string;
  /** What helps, as the server told it: who was first and when, which verbs are allowed instead. */
  params?: Record<string, string | number>;
  /** Epoch ms. */
  at: number;
}

/** The last facts of an area as one account was shown them. */
export interface KeptFacts {
  userId: string;
  manifest: PackManifest;
  situation: Situation;
  /** When they were last known to be whole, epoch ms. */
  at: number;
}

/** A report half filled in, under the day it is of. */
export interface KeptDraft {
  userId: string;
  areaId: string;
  facilityId: string;
  /** ISO date. */
  day: string;
  /** What a person changed of the values that stand, by item. */
  overrides: Readonly<Record<string, unknown>>;
  /** Number of the refused command that it puts right; null for none. */
  replaces: number | null;
}

/** The open cases of an area as one account was shown them; no personal value is ever among them. */
export interface KeptOperations {
  userId: string;
  areaId: string;
  records: OperationRecords;
  /** When they were last known to be whole, epoch ms. */
  at: number;
}

export interface KeptNetwork {
  /** SHA-256 of the file as the pack's manifest has it. */
  sha256: string;
  bytes: ArrayBuffer;
}

export interface DeviceSchema extends DBSchema {
  commands: { key: number; value: KeptCommand };
  facts: { key: 'last'; value: KeptFacts };
  network: { key: 'last'; value: KeptNetwork };
  drafts: { key: [userId: string, areaId: string, facilityId: string, day: string]; value: KeptDraft };
  operations: { key: 'last'; value: KeptOperations };
}
export type DeviceDb = IDBPDatabase<DeviceSchema>;

let opened: Promise<DeviceDb> | null = null;

/**
 * The page's database on this device; what it holds survives the browser's end.
 *
 * @throws where the browser keeps nothing (some private windows).
 */
export function deviceDb(): Promise<DeviceDb> {
  opened ??= openDB<DeviceSchema>('greenlane', 3, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('commands', { keyPath: 'seq', autoIncrement: true });
        for (const name of ['facts', 'network'] as const) db.createObjectStore(name);
      }
      if (from < 2) db.createObjectStore('drafts', { keyPath: ['userId', 'areaId', 'facilityId', 'day'] });
      db.createObjectStore('operations');
    },
    // Another tab brings a newer shape: this one lets go and opens it anew at the next use.
    blocking: (_from, _to, event) => {
      (event.target as unknown as { close(): void }).close();
      opened = null;
    },
    terminated: () => (opened = null)
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
