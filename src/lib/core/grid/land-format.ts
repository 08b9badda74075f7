import { crc32 } from '../network/crc32';
import { LAND_COVERS, type Land } from './land';

/**
 * `land.bin`, little-endian:
 *
 *     bytes 0–7    "GLLANDGR"
 *     8            uint32 version (1)
 *     12           uint32 CRC-32 of everything from byte 16 on
 *     16           uint32 columns, rows
 *     24           float64 cellMetres, west, north, cellLon, cellLat
 *     64           uint32 1 with elevation, else 0; 4 bytes of 0
 *     72           int16 elevation per cell, where there is one; then uint8 cover per cell
 */
const MAGIC = 'GLLANDGR';
const VERSION = 1;
const HEADER_BYTES = 72;

/** A land file that must not be used; `detail` names the byte or figure. The cure is to build the pack again. */
export class LandFormatError extends Error {
  constructor(readonly detail: string) {
    super(`land.bin: ${detail}; build the area pack again`);
  }
}

export function encodeLand(land: Land): Uint8Array {
  const cells = land.columns * land.rows;
  const heights = land.elevation ? 2 * cells : 0;
  const bytes = new Uint8Array(HEADER_BYTES + heights + cells);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, VERSION, true);
  view.setUint32(16, land.columns, true);
  view.setUint32(20, land.rows, true);
  [land.cellMetres, land.west, land.north, land.cellLon, land.cellLat].forEach((each, i) =>
    view.setFloat64(24 + 8 * i, each, true)
  );
  view.setUint32(64, land.elevation ? 1 : 0, true);
  land.elevation?.forEach((metres, cell) => view.setInt16(HEADER_BYTES + 2 * cell, metres, true));
  bytes.set(land.cover, HEADER_BYTES + heights);
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/** Opens a land file; checks sum, sizes and every cover, and throws a LandFormatError rather than give wrong ground. */
export function decodeLand(buffer: ArrayBuffer): Land {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) throw new LandFormatError('no land file (byte 0)');
  if (bytes.length < HEADER_BYTES) throw new LandFormatError(`cut off at byte ${bytes.length}`);
  const version = view.getUint32(8, true);
  if (version !== VERSION) throw new LandFormatError(`version ${version}, wanted ${VERSION}`);
  const columns = view.getUint32(16, true);
  const rows = view.getUint32(20, true);
  const heights = view.getUint32(64, true) === 1 ? 2 * columns * rows : 0;
  const wanted = HEADER_BYTES + heights + columns * rows;
  if (bytes.length !== wanted) throw new LandFormatError(`${bytes.length} bytes, wanted ${wanted}`);
  if (crc32(bytes.subarray(16)) !== view.getUint32(12, true)) throw new LandFormatError('checksum differs');
  const [cellMetres, west, north, cellLon, cellLat] = [0, 1, 2, 3, 4].map((i) => view.getFloat64(24 + 8 * i, true));
  if (!(cellMetres > 0 && cellLon > 0 && cellLat > 0 && Math.abs(west) <= 180 && Math.abs(north) <= 90))
    throw new LandFormatError(`cells of ${cellMetres} m from ${west}, ${north}`);
  const cover = bytes.slice(HEADER_BYTES + heights);
  const unknown = cover.findIndex((each) => each >= LAND_COVERS.length);
  if (unknown >= 0) throw new LandFormatError(`cover[${unknown}] is ${cover[unknown]}`);
  const elevation = heights
    ? Int16Array.from({ length: columns * rows }, (_, cell) => view.getInt16(HEADER_BYTES + 2 * cell, true))
    : null;
  return { columns, rows, cellMetres, west, north, cellLon, cellLat, cover, elevation };
}
