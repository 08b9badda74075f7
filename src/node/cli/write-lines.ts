import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { probeFolder } from '../probe-folder';
import { CliError } from './cli-error';

const CHUNK = 1 << 20;

/**
 * Writes lines to a file, whole or not at all: a file already there stays until the new one is complete. Throws CliError
 * when the place cannot be written.
 */
export function writeLines(path: string, lines: Iterable<string>): void {
  const draft = `${path}.part-${process.pid}`;
  let begun = false;
  try {
    probeFolder(dirname(path));
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(draft, 'w');
    begun = true;
    try {
      writeAll(file, lines);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    if (begun) rmSync(draft, { force: true });
    throw cannotWrite(path, error);
  }
}

/** To be asked before long work: throws CliError when no file or folder can be made at `path`. Leaves nothing behind. */
export function checkOut(path: string): void {
  try {
    probeFolder(dirname(resolve(path)));
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new CliError(`Cannot write ${path} (${code}). Choose a folder you may write to, with room on the disk.`);
}

function writeAll(file: number, lines: Iterable<string>): void {
  let text = '';
  for (const line of lines) {
    text += line;
    text += '\n';
    if (text.length < CHUNK) continue;
    writeFileSync(file, text);
    text = '';
  }
  writeFileSync(file, text);
}

/** One CSV field, quoted where it must be. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
