import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { once } from 'node:events';
import { createGunzip, createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli/cli-error';
import { seal, unseal } from './seal';

/** A file of the archive: its name there, and where it lies or what it holds. */
export type ArchiveFile = { path: string; from: string } | { path: string; content: string };

/**
 * Packs, compresses and seals files into one that only its owner can read: for each a line of JSON with path and size,
 * then its bytes. A file that grows meanwhile counts as long as it was.
 */
export async function writeArchive(out: string, files: readonly ArchiveFile[], secret: Buffer): Promise<void> {
  const packed = Readable.from(pack(files)).pipe(createGzip({ level: 6 }));
  const target = createWriteStream(out, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(seal(packed, secret)), target);
}

async function* pack(files: readonly ArchiveFile[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    if ('content' in file) {
      const bytes = Buffer.from(file.content);
      yield headOf(file.path, bytes.length);
      yield bytes;
      continue;
    }
    const { size } = statSync(file.from);
    yield headOf(file.path, size);
    if (size === 0) continue;
    let read = 0;
    for await (const chunk of createReadStream(file.from, { end: size - 1 }) as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield chunk;
    }
    if (read !== size) throw new CliError(`${file.from} became shorter while it was read. Begin again.`, 1);
  }
}

function headOf(path: string, size: number): Buffer {
  return Buffer.from(`${JSON.stringify({ path: path.split(sep).join('/'), size })}\n`);
}

/**
 * Unpacks an archive into a folder. Nothing there counts before this has returned.
 *
 * @throws CliError where the file is another secret's, damaged or cut.
 */
export async function readArchive(file: string, folder: string, secret: Buffer): Promise<void> {
  const opened = Readable.from(unseal(createReadStream(file) as AsyncIterable<Buffer>, secret));
  await pipeline(opened, createGunzip(), (plain: AsyncIterable<Buffer>) => unpack(plain, folder));
}

async function unpack(plain: AsyncIterable<Buffer>, folder: string): Promise<void> {
  let held: Buffer = Buffer.alloc(0);
  let target: { stream: ReturnType<typeof createWriteStream>; left: number } | null = null;
  for await (const chunk of plain) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      if (target === null) {
        const end = held.indexOf(10);
        if (end < 0) break;
        const { path, size } = JSON.parse(held.subarray(0, end).toString()) as { path: string; size: number };
        held = held.subarray(end + 1);
        target = { stream: createWriteStream(placeOf(folder, path), { mode: 0o600, flush: true }), left: size };
      }
      const part = held.subarray(0, target.left);
      held = held.subarray(part.length);
      target.left -= part.length;
      if (part.length > 0 && !target.stream.write(part)) await once(target.stream, 'drain');
      if (target.left > 0) break;
      target.stream.end();
      await once(target.stream, 'close');
      target = null;
    }
  }
  if (target !== null || held.length > 0) throw new CliError('The backup ends in the middle of a file.', 1);
}

/** Paths come from a proven file, and stay below the folder all the same. */
function placeOf(folder: string, path: string): string {
  const place = join(folder, normalize(path));
  if (!place.startsWith(folder + sep)) throw new CliError(`The backup names a file outside of it: ${path}.`, 1);
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  return place;
}
