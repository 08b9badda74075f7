/**
 * One-time codes by the clock (RFC 6238 over RFC 4226): six digits, a new one every thirty seconds, as every
 * authenticator makes them; no line and no mail are needed.
 */
import { hmacSha1 } from './sha1';

const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks of phones may be this many steps wrong. */
const TOLERANCE = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes of a text in base 32 (RFC 4648); null where it is none. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text.replace(/[\s=-]/g, '').toUpperCase()) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 0xff);
  }
  return new Uint8Array(bytes);
}

export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

/** The code of a step. */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = new Uint8Array(8);
  const view = new DataView(counter.buffer);
  view.setUint32(0, Math.floor(step / 2 ** 32));
  view.setUint32(4, step >>> 0);
  const hash = hmacSha1(secret, counter);
  const at = hash[19] & 15;
  const number = new DataView(hash.buffer).getUint32(at) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was given, at most one before or after now and later than `after`: a code counts once. Null where
 * it is none of these.
 */
export function matchingStep(secret: string, given: string, now: number, after: number): number | null {
  const bytes = fromBase32(secret);
  const code = given.replace(/\s/g, '');
  if (!bytes || !/^\d{6}$/.test(code)) return null;
  const present = stepAt(now);
  for (let step = present - TOLERANCE; step <= present + TOLERANCE; step++)
    if (step > after && codeAt(bytes, step) === code) return step;
  return null;
}

/** What an authenticator reads from a picture: whose account, and the secret. */
export function authenticatorAddress(secret: string, account: string): string {
  return `otpauth://totp/Greenlane:${encodeURIComponent(account)}?secret=${secret}&issuer=Greenlane`;
}
