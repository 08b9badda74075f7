import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PackFile, PackManifest } from '../../lib/core/pack/manifest';
import { CliError } from '../cli/cli-error';
import { probeFolder } from '../probe-folder';
import { foreignEntries } from './foreign-entries';

export type ManifestFacts = Omit<PackManifest, 'files'>;
export interface PackWriter {
  write(file: PackFile, bytes: Uint8Array | string): void;
  /** Writes the manifest and puts the whole pack in place of the old one. */
  commit(facts: ManifestFacts): PackManifest;
  /** Removes what was written; the old pack stays. */
  discard(): void;
}

/**
 * Builds a pack in a hidden folder beside its place, on the same file system, and swaps it in by renaming: at any
 * moment the old pack or the new one is whole on disk. Between the two renames of a swap the old one bears its hidden
 * name; `recoverPack` puts it back. A folder that holds anything else is never replaced.
 */
export function openPackWriter(out: string): PackWriter {
  const target = resolve(out);
  const parent = dirname(target);
  const temporary = join(parent, hiddenName(target, 'tmp', process.pid));
  guard(target, () => {
    probeFolder(parent);
    mkdirSync(parent, { recursive: true });
    recoverPack(target);
    refuseLoss(target);
    removeStale(target);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
  });
  const files: PackManifest['files'] = {} as PackManifest['files'];

  return {
    write(file, data) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      guard(target, () => writeSynced(join(temporary, file), bytes));
      files[file] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    commit(facts) {
      const manifest: PackManifest = { ...facts, files };
      guard(target, () => {
        writeSynced(join(temporary, 'manifest.json'), Buffer.from(JSON.stringify(manifest, null, 2) + '\n'));
        syncFolder(temporary);
        // Again: much may have been laid there while the pack was built.
        refuseLoss(target);
        const old = join(parent, hiddenName(target, 'old', process.pid));
        rmSync(old, { recursive: true, force: true });
        if (existsSync(target)) renameSync(target, old);
        renameSync(temporary, target);
        syncFolder(parent);
        rmSync(old, { recursive: true, force: true });
      });
      return manifest;
    },
    discard() {
      rmSync(temporary, { recursive: true, force: true });
    }
  };
}

/** Puts a pack back whose swap was cut between its two renames. Does nothing when the pack is in place. */
export function recoverPack(path: string): void {
  const target = resolve(path);
  const parent = dirname(target);
  if (existsSync(target) || !existsSync(parent)) return;
  const old = readdirSync(parent).find((name) => name.startsWith(hiddenPrefix(target, 'old')));
  if (old && existsSync(join(parent, old, 'manifest.json'))) renameSync(join(parent, old), target);
}

const NAMED = 5;

/** @throws CliError naming what is no part of a pack and would go with the folder. */
function refuseLoss(target: string): void {
  const lost = existsSync(target) ? foreignEntries(target) : [];
  if (lost.length === 0) return;
  const more = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : '';
  throw new CliError(
    `${target} holds other files than an area pack, which would be lost: ${lost.slice(0, NAMED).join(', ')}${more}. ` +
      'Nothing was changed. Move them elsewhere, or choose an empty or new folder for --out.'
  );
}

function hiddenPrefix(target: string, kind: 'tmp' | 'old'): string {
  return `.${basename(target)}.${kind}-`;
}

function hiddenName(target: string, kind: 'tmp' | 'old', pid: number): string {
  return `${hiddenPrefix(target, kind)}${pid}`;
}

/** Clears what killed imports left; folders of imports still running are kept. */
function removeStale(target: string): void {
  const parent = dirname(target);
  for (const name of readdirSync(parent)) {
    const prefix = (['tmp', 'old'] as const)
      .map((kind) => hiddenPrefix(target, kind))
      .find((each) => name.startsWith(each));
    if (prefix && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const FAULTS: Record<string, string> = {
  EACCES: 'the folder may not be written. Give --out a folder you may write, or change its rights.',
  EPERM: 'the folder may not be written. Give --out a folder you may write, or change its rights.',
  EROFS: 'the file system is read-only. Give --out a folder on another one.',
  ENOSPC: 'the disk is full. Free some space and run the import again.',
  EDQUOT: 'the disk quota is used up. Free some space and run the import again.',
  ENOENT: 'no folder can be made there. Give --out a folder on a disk.',
  ENOTDIR: 'a part of the path is a file. Give --out a folder.',
  EEXIST: 'a part of the path is a file. Give --out a folder.'
};

/** Turns a fault of the file system into one clear line. */
function guard(target: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof CliError || !code) throw error;
    throw new CliError(
      `Cannot write the pack ${target}: ${FAULTS[code] ?? `${code}.`} An older pack there is untouched.`
    );
  }
}
