import { fstatSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import type { OsmCollector } from '../../lib/core/network/osm';
import { CliError } from '../cli/cli-error';
import { decodePrimitiveBlock, expectEnd, isoSeconds } from './read-osm-pbf-block';

/** Limits of the OSM PBF format: https://wiki.openstreetmap.org/wiki/PBF_Format#Encoding_OSM_entities_into_fileblocks */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const DOWNLOAD_AGAIN = 'Download the file again and compare its size or checksum with the source’s.';

interface Blob {
  raw: Uint8Array | null;
  zlib: Uint8Array | null;
  rawSize: number;
  other: string | null;
}

/** Bytes by position, so that a file larger than the memory is read block by block. */
export interface ByteSource {
  length: number;
  /** Up to `count` bytes from `offset`; fewer at the end. */
  read(offset: number, count: number): Uint8Array;
}

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (offset, count) => bytes.subarray(offset, offset + count) };
}

/** An open file as a source; a block is read into memory of its own. */
export function sourceOfFile(descriptor: number): ByteSource {
  return {
    length: fstatSync(descriptor).size,
    read(offset, count) {
      const bytes = Buffer.alloc(count);
      let done = 0;
      while (done < count) {
        const got = readSync(descriptor, bytes, done, count - done, offset + done);
        if (got === 0) break;
        done += got;
      }
      return bytes.subarray(0, done);
    }
  };
}

/** True when the bytes begin as an OSM PBF does, whatever the file is called. */
export function looksLikePbf(start: Uint8Array): boolean {
  const text = Buffer.from(start.subarray(0, 40)).toString('latin1');
  return start.length > 8 && start[0] === 0 && start[1] === 0 && /OSM(Header|Data)/.test(text);
}

/**
 * Reads a whole .osm.pbf into the collector. Throws a CliError naming the file, the byte offset of the block at fault
 * and the cure, when the file is cut off, damaged, or needs a feature this reader lacks.
 */
export function decodePbf(
  source: ByteSource,
  name: string,
  collector: OsmCollector,
  onProgress?: (bytesRead: number, bytesTotal: number) => void
): void {
  let offset = 0;
  let headerSeen = false;
  while (offset < source.length) {
    const start = offset;
    const fault = (what: string, cure = DOWNLOAD_AGAIN): CliError =>
      new CliError(`${name}: ${what} at byte ${start} of ${source.length}. ${cure}`);
    if (source.length - offset < 4) throw fault('the file is cut off');
    const size = source.read(offset, 4);
    if (size.length < 4) throw fault('the file is cut off');
    const headerBytes = new DataView(size.buffer, size.byteOffset, 4).getUint32(0);
    if (headerBytes === 0 || headerBytes > MAX_HEADER_BYTES) throw fault('damaged block header');
    offset += 4;
    if (offset + headerBytes > source.length) throw fault('the file is cut off inside the block');
    const header = parse(() => readBlobHeader(source.read(offset, headerBytes)), fault);
    offset += headerBytes;
    if (!(header.dataSize >= 0 && header.dataSize <= MAX_BLOB_BYTES)) throw fault('damaged block size');
    if (offset + header.dataSize > source.length) throw fault('the file is cut off inside the block');
    const blobBytes = source.read(offset, header.dataSize);
    offset += header.dataSize;

    if (header.type === 'OSMHeader') {
      parse(() => readHeaderBlock(unpack(blobBytes, fault), collector, fault), fault);
      headerSeen = true;
    } else if (header.type === 'OSMData') {
      if (!headerSeen) throw fault('data before the OSMHeader block');
      parse(() => decodePrimitiveBlock(unpack(blobBytes, fault), collector), fault);
    } else if (!/^[\x20-\x7e]+$/.test(header.type)) throw fault('damaged block type');
    onProgress?.(offset, source.length);
  }
  if (!headerSeen) throw new CliError(`${name}: no OSMHeader block (byte 0). ${DOWNLOAD_AGAIN}`);
}

type Fault = (what: string, cure?: string) => CliError;

function parse<T>(read: () => T, fault: Fault): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw fault(`damaged block (${error instanceof Error ? error.message : String(error)})`);
  }
}

function readBlobHeader(bytes: Uint8Array): { type: string; dataSize: number } {
  const pbf = new PbfReader(bytes);
  const header = { type: '', dataSize: -1 };
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) header.type = pbf.readString();
    else if (field === 3) header.dataSize = pbf.readVarint();
  }
  expectEnd(pbf, bytes.length);
  return header;
}

function unpack(bytes: Uint8Array, fault: Fault): Uint8Array {
  const pbf = new PbfReader(bytes);
  const blob: Blob = { raw: null, zlib: null, rawSize: -1, other: null };
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) blob.raw = pbf.readBytes();
    else if (field === 2) blob.rawSize = pbf.readVarint();
    else if (field === 3) blob.zlib = pbf.readBytes();
    else if (field >= 4 && field <= 7) blob.other = ['lzma', 'bzip2', 'lz4', 'zstd'][field - 4];
  }
  expectEnd(pbf, bytes.length);
  if (blob.raw) return blob.raw;
  if (blob.other)
    throw fault(
      `block packed with ${blob.other}`,
      'Rewrite it with zlib, e.g. `osmium cat -f pbf,pbf_compression=zlib`.'
    );
  if (!blob.zlib) throw new Error('no data');
  const data = inflateSync(blob.zlib, { maxOutputLength: MAX_BLOB_BYTES });
  if (blob.rawSize >= 0 && data.length !== blob.rawSize) throw new Error('size differs from the stated one');
  return data;
}

function readHeaderBlock(bytes: Uint8Array, collector: OsmCollector, fault: Fault): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 4) {
      const feature = pbf.readString();
      if (!UNDERSTOOD.has(feature))
        throw fault(
          `the file requires the feature “${feature.slice(0, 60)}”`,
          feature === 'HistoricalInformation'
            ? 'It holds the history of OSM: make a plain extract of one day with `osmium time-filter`.'
            : 'Convert it to a plain OSM PBF with `osmium cat`.'
        );
    } else if (field === 16) collector.setHeader({ generator: pbf.readString() });
    else if (field === 32) {
      const date = new Date(pbf.readVarint() * 1000);
      if (Number.isFinite(date.getTime())) collector.setHeader({ timestamp: isoSeconds(date) });
    }
  }
  expectEnd(pbf, bytes.length);
}
