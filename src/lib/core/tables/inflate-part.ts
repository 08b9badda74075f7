import { Inflate } from 'fflate';
import { TableError, type TableLimits } from './table';
import { checkSize, type ZipEntry } from './zip-directory';

/** Packed bytes handed over at a time: at most 1,032 times as many come out of it at once. */
const STEP = 16 * 1024;

/**
 * Inflates one part of a zip in pieces, never holding it whole.
 *
 * @param take gets each piece of text; false ends the reading early.
 * @param onshare hears the share read so far, 0 to 1.
 * @throws TableError `zip-bomb`, `too-much-inside`, `damaged-file`.
 */
export function inflatePart(
  bytes: Uint8Array,
  entry: ZipEntry,
  options: {
    limits: TableLimits;
    most?: number;
    take: (text: string) => boolean | void;
    onshare?: (share: number) => void;
  }
): void {
  const { limits, take, onshare } = options;
  const most = { ...limits, inflatedBytes: Math.min(limits.inflatedBytes, options.most ?? Infinity) };
  const decoder = new TextDecoder('utf-8');
  let inflated = 0;
  let going = true;
  const receive = (piece: Uint8Array, last: boolean) => {
    inflated += piece.length;
    checkSize(entry.name, entry.packedBytes, inflated, most);
    if (going && take(decoder.decode(piece, { stream: !last })) === false) going = false;
  };
  const packed = bytes.subarray(entry.start, entry.start + entry.packedBytes);
  const inflate = entry.method === 8 ? new Inflate((piece, last) => receive(piece, last)) : null;
  for (let at = 0; at < packed.length && going; at += STEP) {
    const piece = packed.subarray(at, at + STEP);
    const last = at + STEP >= packed.length;
    if (!inflate) receive(piece, last);
    else {
      try {
        inflate.push(piece, last);
      } catch (error) {
        // fflate speaks of broken streams with a number of its own.
        if (typeof (error as { code?: unknown }).code === 'number')
          throw new TableError('damaged-file', { part: entry.name });
        throw error;
      }
    }
    onshare?.(Math.min(1, (at + STEP) / packed.length));
  }
}
