import { crc32 } from '../network/crc32';

const METRES_PER_INCH = 0.0254;
/** Signature, then the header chunk with its length, name and checksum. */
const HEADER_BYTES = 8 + 12 + 13;

/**
 * The same PNG with its density stated (`pHYs`), so that it is printed at its true size; a canvas writes none.
 *
 * @throws RangeError when the bytes are no PNG.
 */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  if (png.length < HEADER_BYTES || png[0] !== 0x89 || png[1] !== 0x50) throw new RangeError('Not a PNG.');
  const chunk = new Uint8Array(12 + 9);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, HEADER_BYTES));
  out.set(chunk, HEADER_BYTES);
  out.set(png.subarray(HEADER_BYTES), HEADER_BYTES + chunk.length);
  return out;
}
