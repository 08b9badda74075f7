import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_KEY } from '../supervisor/server-key';

/** What a data folder holds beside its database that cannot be made anew. */
const SINGLE = ['audit-anchor.jsonl', 'sign-in.txt', SERVER_KEY];
const FOLDERS = ['tls', join('database', 'storage')];
/** A pack bears the first half of its manifest's SHA-256; drafts go with the import that makes them. */
const PACK = /^[0-9a-f]{32}$/;

/**
 * Files of a data folder that belong to a backup, relative to it, the database aside. Never the keys of the cases: a
 * backup that held them would undo that a patient was forgotten.
 */
export function dataFiles(dataDir: string): string[] {
  const single = SINGLE.filter((name) => existsSync(join(dataDir, name)));
  const areas = entries(join(dataDir, 'areas')).flatMap((id) =>
    entries(join(dataDir, 'areas', id)).flatMap((name) =>
      name === 'current' ? [join('areas', id, name)] : PACK.test(name) ? within(dataDir, join('areas', id, name)) : []
    )
  );
  return [...single, ...FOLDERS.flatMap((folder) => within(dataDir, folder)), ...areas];
}

function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function within(dataDir: string, folder: string): string[] {
  if (!existsSync(join(dataDir, folder))) return [];
  return readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    .sort();
}
