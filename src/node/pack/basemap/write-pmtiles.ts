import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface Tile {
  z: number;
  x: number;
  y: number;
  /** Gzipped vector tile. */
  bytes: Uint8Array;
}

export interface PmtilesInput {
  tiles: Tile[];
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north in degrees. */
  bbox: [number, number, number, number];
  metadata: Record<string, unknown>;
}

interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

const HEADER_BYTES = 127;
/** The header and root directory must lie in the first 16 KiB of the archive. */
const ROOT_LIMIT = 16_384 - HEADER_BYTES;
const GZIP = 2;
const VECTOR_TILE = 1;

/** A PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3): clustered, each distinct tile stored once. */
export function writePmtiles({ tiles, minZoom, maxZoom, bbox, metadata }: PmtilesInput): Uint8Array {
  const sorted = tiles.map((tile) => ({ id: tileId(tile), bytes: tile.bytes })).sort((a, b) => a.id - b.id);
  const { entries, data, contents } = layTiles(sorted);
  const { root, leaves } = layDirectories(entries);
  const meta = gzipSync(JSON.stringify(metadata), { level: 9 });

  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'ascii');
  header.writeUInt8(3, 7);
  const metaAt = HEADER_BYTES + root.length;
  const leavesAt = metaAt + meta.length;
  const dataAt = leavesAt + leaves.length;
  const numbers = [HEADER_BYTES, root.length, metaAt, meta.length, leavesAt, leaves.length, dataAt, data.length];
  numbers.push(sorted.length, entries.length, contents);
  numbers.forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  header.writeUInt8(1, 96);
  header.writeUInt8(GZIP, 97);
  header.writeUInt8(GZIP, 98);
  header.writeUInt8(VECTOR_TILE, 99);
  header.writeUInt8(minZoom, 100);
  header.writeUInt8(maxZoom, 101);
  bbox.forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  header.writeUInt8(Math.min(maxZoom, Math.max(minZoom, 10)), 118);
  header.writeInt32LE(Math.round(((bbox[0] + bbox[2]) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((bbox[1] + bbox[3]) / 2) * 1e7), 123);
  return Buffer.concat([header, root, meta, leaves, data]);
}

/** Position of a tile on the Hilbert curve through all zooms, as the archive orders them. */
export function tileId({ z, x, y }: { z: number; x: number; y: number }): number {
  let id = (4 ** z - 1) / 3;
  let [px, py] = [x, y];
  for (let s = 2 ** (z - 1); s >= 1; s /= 2) {
    const rx = px & s ? 1 : 0;
    const ry = py & s ? 1 : 0;
    id += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        px = s - 1 - px;
        py = s - 1 - py;
      }
      [px, py] = [py, px];
    }
  }
  return id;
}

function layTiles(sorted: { id: number; bytes: Uint8Array }[]) {
  const entries: Entry[] = [];
  const chunks: Uint8Array[] = [];
  const offsets = new Map<string, number>();
  let size = 0;
  for (const { id, bytes } of sorted) {
    const hash = createHash('sha256').update(bytes).digest('base64');
    let offset = offsets.get(hash);
    if (offset === undefined) {
      offset = size;
      offsets.set(hash, offset);
      chunks.push(bytes);
      size += bytes.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === offset && last.tileId + last.runLength === id) last.runLength++;
    else entries.push({ tileId: id, offset, length: bytes.length, runLength: 1 });
  }
  return { entries, data: Buffer.concat(chunks), contents: offsets.size };
}

function layDirectories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = encodeDirectory(entries);
  if (whole.length <= ROOT_LIMIT) return { root: whole, leaves: new Uint8Array(0) };
  for (let perLeaf = 4096; ; perLeaf *= 2) {
    const rootEntries: Entry[] = [];
    const leaves: Uint8Array[] = [];
    let size = 0;
    for (let i = 0; i < entries.length; i += perLeaf) {
      const leaf = encodeDirectory(entries.slice(i, i + perLeaf));
      rootEntries.push({ tileId: entries[i].tileId, offset: size, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      size += leaf.length;
    }
    const root = encodeDirectory(rootEntries);
    if (root.length <= ROOT_LIMIT) return { root, leaves: Buffer.concat(leaves) };
  }
}

function encodeDirectory(entries: Entry[]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  varint(entries.length);
  entries.forEach((entry, i) => varint(entry.tileId - (i ? entries[i - 1].tileId : 0)));
  for (const entry of entries) varint(entry.runLength);
  for (const entry of entries) varint(entry.length);
  entries.forEach((entry, i) => {
    const previous = entries[i - 1];
    varint(previous && entry.offset === previous.offset + previous.length ? 0 : entry.offset + 1);
  });
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}
