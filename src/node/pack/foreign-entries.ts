import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackManifest } from '../../lib/core/pack/manifest';

/**
 * Names in a folder that no pack of ours is made of, in order, folders with a slash: what would be lost if a pack took its
 * place. All of them where `manifest.json` is none of ours. Throws what the file system says.
 */
export function foreignEntries(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true });
  const packed = packedNames(join(dir, 'manifest.json'));
  return entries
    .filter((entry) => !entry.isFile() || !packed.has(entry.name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
}

/** The manifest and the files it names; none where it is missing, broken or of something else. */
function packedNames(path: string): Set<string> {
  let manifest: Partial<PackManifest> | null;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<PackManifest> | null;
  } catch {
    return new Set();
  }
  const { format, id, builtAt, files } = manifest ?? {};
  // An older format of ours is a pack as well: it is built anew here.
  const ours = Number.isInteger(format) && typeof id === 'string' && typeof builtAt === 'string';
  if (!ours || typeof files !== 'object' || files === null) return new Set();
  const entries = Object.entries(files);
  if (!entries.every(([, entry]) => typeof entry?.bytes === 'number' && /^[0-9a-f]{64}$/.test(entry.sha256)))
    return new Set();
  return new Set(['manifest.json', ...entries.map(([name]) => name)]);
}
