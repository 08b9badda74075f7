import { ENCODINGS } from '../core/tables/table';
import type { EncodingView } from './protocol';

const HEAD_BYTES = 8192;
const LINES = 4;
const LINE_LENGTH = 120;

/** How the first lines of a text read under each encoding, for a person to tell which is right. */
export function readEncodings(bytes: Uint8Array): EncodingView[] {
  const head = bytes.subarray(0, HEAD_BYTES);
  return ENCODINGS.map((encoding) => {
    // A character cut in two at the end is no damage.
    const text = new TextDecoder(encoding).decode(head, { stream: true });
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
    return { encoding, lines: lines.slice(0, LINES).map((line) => line.slice(0, LINE_LENGTH)) };
  });
}
