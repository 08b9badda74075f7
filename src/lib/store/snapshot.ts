import type { PackManifest } from '../core/pack/manifest';
import type { Client } from './client';
import { deviceDb, type KeptFacts, type KeptOperations } from './device-db';
import { fetchNetwork } from './fetch-pack';

export type { KeptFacts };

/** Keeps the facts of the open area as this account is shown them; those of another area or account go. */
export async function keepFacts(facts: KeptFacts): Promise<void> {
  await (await deviceDb()).put('facts', facts, 'last');
}

/** The last facts kept for this account; null where there are none, or those of another. */
export async function readFacts(userId: string): Promise<KeptFacts | null> {
  const kept = await (await deviceDb()).get('facts', 'last');
  return kept?.userId === userId ? kept : null;
}

/** Keeps the open cases as this account is shown them, in place of those kept before. */
export async function keepOperations(kept: KeptOperations): Promise<void> {
  await (await deviceDb()).put('operations', kept, 'last');
}

/** The cases last kept for this account and area; null where there are none. */
export async function readOperations(userId: string, areaId: string): Promise<KeptOperations | null> {
  const kept = await (await deviceDb()).get('operations', 'last');
  return kept?.userId === userId && kept.areaId === areaId ? kept : null;
}

const sumOf = (manifest: PackManifest) => manifest.files['network.bin']?.sha256 ?? null;

/** Keeps the roads of an area; nothing is fetched when the very same are here already. */
export async function keepNetwork(client: Client, manifest: PackManifest): Promise<void> {
  const sha256 = sumOf(manifest);
  const db = await deviceDb();
  if (sha256 === null || (await db.get('network', 'last'))?.sha256 === sha256) return;
  await db.put('network', { sha256, bytes: await fetchNetwork(client, manifest) }, 'last');
}

/** The roads that go with these facts; null where others or none are kept. */
export async function readNetwork(manifest: PackManifest): Promise<ArrayBuffer | null> {
  const kept = await (await deviceDb()).get('network', 'last');
  return kept && kept.sha256 === sumOf(manifest) ? kept.bytes : null;
}

/** At sign-out nothing that was shown to the account stays on the device, its unsent commands and half-filled reports included. */
export async function forgetDevice(userId: string | null): Promise<void> {
  const db = await deviceDb();
  await Promise.all([db.clear('facts'), db.clear('network'), db.clear('operations')]);
  const commands = await db.getAll('commands');
  for (const each of commands) if (each.userId === userId) await db.delete('commands', each.seq);
  for (const key of await db.getAllKeys('drafts')) if (key[0] === userId) await db.delete('drafts', key);
}
