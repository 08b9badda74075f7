import { COMMON_HANZI } from './common-hanzi';
import type { Encoding } from './table';

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the mark before the text. */
  markBytes: number;
  /** False where the bytes would also do as something else: show the first rows and ask. */
  sure: boolean;
}

/** Bytes looked at; Chinese shows itself in far fewer. */
const SAMPLE_BYTES = 256 * 1024;
const UTF16_ZEROS = 0.2;
/** Of the runs of bytes beyond ASCII, how many are one byte long in a Western language; Chinese has two or more. */
const LONE_LETTERS = 2 / 3;

/**
 * How a text is encoded: by its mark; by zero bytes (UTF-16); by validity, and where several are valid by how many of
 * its Chinese characters are common ones; Windows-1252, which every byte fits, where none of them is and letters with
 * accents stand alone. Plain ASCII is UTF-8.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be', 2);
  const whole = bytes.length <= SAMPLE_BYTES;
  const sample = whole ? bytes : bytes.subarray(0, SAMPLE_BYTES);
  const wide = wideOrder(sample);
  if (wide) return sure(wide, 0);
  if (sample.every((byte) => byte < 0x80)) {
    if (whole || bytes.every((byte) => byte < 0x80)) return sure('utf-8', 0);
  }
  if (isValid(bytes, 'utf-8')) return sure('utf-8', 0);
  // Not UTF-8, so Chinese in several bytes or an accent in one. UTF-16 has a zero byte in each of its line breaks.
  const wideFits = bytes.length % 2 === 0 && bytes.includes(0);
  const scores = (['gb18030', 'utf-16le', 'utf-16be'] as const)
    .filter((encoding) => encoding === 'gb18030' || wideFits)
    .map((encoding) => ({ encoding, score: commonShare(sample, encoding) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  const clear = best.score >= 0.3 && best.score > 1.5 * (next?.score ?? 0);
  const valid = isValid(bytes, best.encoding);
  if (!clear && !valid && isWestern(sample)) return sure('windows-1252', 0);
  return { encoding: best.encoding, markBytes: 0, sure: clear && valid };
}

/** Text without its mark; what is not valid becomes U+FFFD, which the row check names. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  // `ignoreBOM: false` drops the mark of UTF-8 and UTF-16.
  // Node reads Windows-1252 as Latin-1 unless it streams; a character of one byte is never left over.
  return new TextDecoder(encoding).decode(bytes, { stream: encoding === 'windows-1252' });
}

const sure = (encoding: Encoding, markBytes: number): DetectedEncoding => ({ encoding, markBytes, sure: true });

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Text under Windows-1252: no control characters, and what is beyond ASCII mostly letters between plain ones. */
function isWestern(bytes: Uint8Array): boolean {
  const text = decodeText(bytes, 'windows-1252');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) return false;
  // eslint-disable-next-line no-control-regex
  const runs = text.match(/[^\u0000-\u007f]+/g) ?? [];
  return runs.filter(({ length }) => length === 1).length >= LONE_LETTERS * runs.length;
}

/** ASCII separators and digits in UTF-16 are a zero byte each, all on one side. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = bytes.length >> 1;
  if (odd > pairs * UTF16_ZEROS && odd > 4 * even) return 'utf-16le';
  if (even > pairs * UTF16_ZEROS && even > 4 * odd) return 'utf-16be';
  return null;
}

/** Share of common Chinese characters among all beyond ASCII; what cannot be decoded counts against it. */
function commonShare(bytes: Uint8Array, encoding: Encoding): number {
  let common = 0;
  let beyond = 0;
  for (const each of new TextDecoder(encoding).decode(bytes)) {
    if (each.charCodeAt(0) < 0x80) continue;
    beyond++;
    if (COMMON_HANZI.has(each)) common++;
  }
  return beyond === 0 ? 0 : common / beyond;
}
