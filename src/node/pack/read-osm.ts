import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { OsmData } from '../../lib/core/network/osm';
import { createOsmCollector } from '../../lib/core/network/osm';
import type { Imported, Problem } from '../../lib/core/pack/manifest';
import { CliError } from '../cli/cli-error';
import { decodePbf, looksLikePbf, sourceOf, sourceOfFile } from './read-osm-pbf';
import { createOsmXmlDecoder } from './read-osm-xml';

/** Bytes of the file read so far and in all. */
export type ReadProgress = (bytesRead: number, bytesTotal: number) => void;

const WANTED = 'Give an OSM extract as .osm.pbf, .osm or .osm.gz.';
const SNIFF_BYTES = 4096;

/**
 * Reads an OSM extract: PBF, XML, or either gzipped, told apart by content. Every fault of the file is one CliError
 * that names the file, the byte offset and the cure; what can be read despite a flaw comes with problems.
 */
export async function readOsm(path: string, onProgress?: ReadProgress): Promise<Imported<OsmData>> {
  const name = basename(path);
  const start = await readStart(path, name);
  const collector = createOsmCollector();
  let problems: Problem[] = [];
  let isPbf = looksLikePbf(start);
  if (start[0] === 0x1f && start[1] === 0x8b) {
    isPbf = looksLikePbf(await firstUnpackedBytes(path, name));
    if (isPbf) {
      decodePbf(sourceOf(unpackGzip(await readFile(path), name)), name, collector, onProgress);
    } else problems = await decodeXml(path, name, collector, true, onProgress);
  } else if (isPbf) await decodePbfFile(path, name, collector, onProgress);
  else {
    expectXml(start, name);
    problems = await decodeXml(path, name, collector, false, onProgress);
  }
  if (collector.objects === 0) throw new CliError(`${name}: no node, way or relation in it. ${WANTED}`);
  const { result, problems: found } = collector.finish();
  return { result, problems: [...problems, ...found, ...(isPbf ? perhapsCutOff(result, name) : [])] };
}

async function decodePbfFile(
  path: string,
  name: string,
  collector: ReturnType<typeof createOsmCollector>,
  onProgress?: ReadProgress
): Promise<void> {
  const file = await open(path, 'r');
  try {
    decodePbf(sourceOfFile(file.fd), name, collector, onProgress);
  } finally {
    await file.close();
  }
}

/** A PBF states no length: one cut off between two blocks reads well, but lacks its end, where the relations stand. */
function perhapsCutOff({ relations }: OsmData, name: string): Problem[] {
  if (relations.length > 0) return [];
  return [
    {
      severity: 'warning',
      code: 'osm-no-relations',
      where: name,
      field: 'relation',
      read: 'no relation in the file',
      wanted: 'a whole extract, which ends with its relations',
      cure: 'It may be cut off between two blocks, and roads missing. Compare its size or checksum with the source’s.'
    }
  ];
}

async function readStart(path: string, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
      if (bytesRead === 0) throw new CliError(`${name}: the file is empty (0 bytes). ${WANTED}`);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readFault(path, error);
  }
}

/** A file that cannot be opened or read, in one line. */
export function readFault(path: string, error: unknown): CliError {
  if (error instanceof CliError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new CliError(`${path}: no such file. Check the path.`);
  if (code === 'EISDIR') return new CliError(`${path}: is a folder. Name the file itself.`);
  if (code === 'EACCES') return new CliError(`${path}: may not be read. Check its permissions.`);
  return new CliError(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)}).`);
}

function expectXml(start: Uint8Array, name: string): void {
  const text = Buffer.from(start)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('<') && !/^<(!doctype html|html)/i.test(text)) return;
  const is = text.startsWith('<')
    ? 'a web page, perhaps an error message of the server'
    : text.startsWith('BZh')
      ? 'packed with bzip2; unpack it first with `bunzip2`'
      : text.startsWith('PK')
        ? 'a ZIP archive; unpack it first'
        : text.startsWith('{')
          ? 'JSON; ask Overpass for `[out:xml]`'
          : 'neither OSM XML nor OSM PBF';
  throw new CliError(`${name}: ${is} (byte 0). ${WANTED}`);
}

function gzipFault(name: string, error: unknown, byte: number): CliError {
  const detail = error instanceof Error ? error.message : String(error);
  const cut = /unexpected end/.test(detail);
  return new CliError(
    `${name}: ${cut ? 'the gzip file is cut off' : `damaged gzip (${detail})`} near byte ${byte}. Download it again and compare its size or checksum with the source’s.`
  );
}

function unpackGzip(bytes: Buffer, name: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw gzipFault(name, error, bytes.length);
  }
}

async function firstUnpackedBytes(path: string, name: string): Promise<Uint8Array> {
  const input = createReadStream(path);
  const unpacked = input.pipe(createGunzip());
  input.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked) return chunk as Buffer;
    throw new CliError(`${name}: nothing in the gzip file (byte 0). ${WANTED}`);
  } catch (error) {
    throw error instanceof CliError ? error : gzipFault(name, error, input.bytesRead);
  } finally {
    input.destroy();
  }
}

async function decodeXml(
  path: string,
  name: string,
  collector: ReturnType<typeof createOsmCollector>,
  gzipped: boolean,
  onProgress?: ReadProgress
): Promise<Problem[]> {
  const { size } = await stat(path);
  const decoder = createOsmXmlDecoder(name, collector);
  const text = new TextDecoder('utf-8', { fatal: true });
  const input = createReadStream(path, { highWaterMark: 1 << 18 });
  const source = gzipped ? input.pipe(createGunzip()) : input;
  if (source !== input) input.on('error', (error) => source.destroy(error));
  let checked = !gzipped;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (!checked) expectXml(chunk, name);
      checked = true;
      decoder.write(text.decode(chunk, { stream: true }));
      onProgress?.(input.bytesRead, size);
    }
    return decoder.close();
  } catch (error) {
    if (error instanceof CliError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new CliError(`${name}: not UTF-8 text before byte ${input.bytesRead}. Export it again as UTF-8.`);
    if (gzipped) throw gzipFault(name, error, input.bytesRead);
    throw readFault(path, error);
  } finally {
    input.destroy();
  }
}
