import { TableError, type TableLimits } from './table';

/** A part of a zip as its directory lists it. */
export interface ZipEntry {
  name: string;
  method: 0 | 8;
  packedBytes: number;
  /** What the directory claims; the true size is counted while inflating. */
  claimedBytes: number;
  /** Where its packed bytes begin. */
  start: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;

/**
 * The parts of a zip held in memory, from its central directory.
 *
 * @throws TableError `damaged-file` for none or a broken one, `protected-excel` when a part is encrypted.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0 || count > MOST_ENTRIES) throw damaged();
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const { packedBytes, claimedBytes, local } = readSizes(view, at, at + 46 + nameBytes, extraBytes);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameBytes)).replaceAll('\\', '/');
    if (flags & 1) throw new TableError('protected-excel', { part: name });
    if (method !== 0 && method !== 8) throw damaged();
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_MARK) throw damaged();
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedBytes > view.byteLength) throw damaged();
    entries.push({ name, method, packedBytes, claimedBytes, start });
    at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
  }
  return entries;
}

const ZIP64_FIELD = 1;
/** Stands where a size needs 64 bits, which are then in a field of their own. */
const WIDE = 0xffffffff;

/** Sizes and place of the part whose entry begins at `at`, its extra fields at `extra`. */
function readSizes(view: DataView, at: number, extra: number, extraBytes: number) {
  const claimedBytes = view.getUint32(at + 24, true);
  const packedBytes = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const wide = wideNumbers(view, extra, Math.min(extra + extraBytes, view.byteLength));
  const next = (narrow: number) => (narrow === WIDE ? (wide.shift() ?? WIDE) : narrow);
  // In this order, and only those that need it.
  return { claimedBytes: next(claimedBytes), packedBytes: next(packedBytes), local: next(local) };
}

function wideNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const count = Math.min(view.getUint16(at + 2, true), to - at - 4) >> 3;
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)));
  }
  return [];
}

/** @throws TableError `zip-bomb` or `too-much-inside` by what the directory claims, before anything is inflated. */
export function checkClaims(entries: readonly ZipEntry[], limits: TableLimits): void {
  for (const { name, packedBytes, claimedBytes } of entries) checkSize(name, packedBytes, claimedBytes, limits);
}

export const BOMB_FLOOR = 32 * 1024 * 1024;

/** @throws TableError when so many bytes from so few are a bomb, or more than is allowed. */
export function checkSize(part: string, packedBytes: number, inflatedBytes: number, limits: TableLimits): void {
  if (inflatedBytes > BOMB_FLOOR && inflatedBytes > limits.ratio * Math.max(1, packedBytes)) {
    throw new TableError('zip-bomb', { part, ratio: limits.ratio });
  }
  if (inflatedBytes > limits.inflatedBytes) {
    throw new TableError('too-much-inside', { part, most: limits.inflatedBytes });
  }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END_MARK) return at;
  throw damaged();
}

const damaged = () => new TableError('damaged-file');
