import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArea, type ServedArea } from '../area-packs';

/**
 * Packs made from uploads: `<data>/areas/<id>/<hash>/`, and a file `current` beside them that names the one served. A
 * pack is whole before it bears its name, and `current` is replaced by renaming: a cut leaves the old one in force.
 */
export function areasFolder(dataDir: string): string {
  return join(dataDir, 'areas');
}

/** Where an import builds before its pack has a name. */
export function draftFolder(dataDir: string, areaId: string, jobId: string): string {
  const folder = join(areasFolder(dataDir), areaId);
  mkdirSync(folder, { recursive: true });
  return join(folder, `draft-${jobId}`);
}

/** Gives the draft its name, the first half of its manifest's SHA-256. */
export function keepDraft(draft: string): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(draft, 'manifest.json')))
    .digest('hex')
    .slice(0, 32);
  const kept = join(draft, '..', hash);
  if (existsSync(kept)) rmSync(draft, { recursive: true });
  else renameSync(draft, kept);
  return hash;
}

export function builtArea(dataDir: string, areaId: string, built: string): ServedArea {
  return readArea(join(areasFolder(dataDir), areaId, built), false);
}

/** Folder name of the pack in force; null where no upload is. */
export function currentOf(dataDir: string, areaId: string): string | null {
  const path = join(areasFolder(dataDir), areaId, 'current');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** Names the pack that is served from now on, null for none of the uploads; returns once it is on disk. */
export function makeCurrent(dataDir: string, areaId: string, built: string | null): void {
  const path = join(areasFolder(dataDir), areaId, 'current');
  if (built === null) return rmSync(path, { force: true });
  writeFileSync(`${path}.new`, built, { flush: true });
  renameSync(`${path}.new`, path);
}

/** The packs in force; one that cannot be read is told and left out, so that the others are served. */
export function currentAreas(dataDir: string, tell: (line: string) => void): ServedArea[] {
  const folder = areasFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((id) => {
      const current = currentOf(dataDir, id);
      if (current === null) return [];
      try {
        return [builtArea(dataDir, id, current)];
      } catch (error) {
        tell(`area ${id}: ${(error as Error).message} The shipped pack is served, if there is one.`);
        return [];
      }
    });
}

/** Uploaded packs stand in for shipped ones of the same name, and follow the others. */
export function withUploaded(areas: readonly ServedArea[], uploaded: readonly ServedArea[]): ServedArea[] {
  const instead = new Map(uploaded.map((each) => [each.manifest.id, each]));
  const first = areas.map((each) => instead.get(each.manifest.id) ?? each);
  const ids = new Set(areas.map(({ manifest }) => manifest.id));
  return [...first, ...uploaded.filter(({ manifest }) => !ids.has(manifest.id))];
}

/** Removes drafts and packs that nothing names any more; `needed` are packs that wait for their switch. */
export function clearUnused(dataDir: string, needed: ReadonlySet<string>): void {
  const folder = areasFolder(dataDir);
  if (!existsSync(folder)) return;
  for (const id of readdirSync(folder)) {
    const current = currentOf(dataDir, id);
    for (const name of readdirSync(join(folder, id))) {
      if (name === 'current' || name === current || needed.has(name)) continue;
      rmSync(join(folder, id, name), { recursive: true, force: true });
    }
  }
}
