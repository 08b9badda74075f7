import { halfWidth } from './half-width';

/** Division codes of the area, sorted for looking up by their beginning. */
export interface KnownCodes {
  has(code: string): boolean;
  /** Codes from `low` to `high`, both included, at most `most`. */
  between(low: string, high: string, most: number): string[];
  /** The area's counties: first six digits. Empty where no codes are known. */
  counties: ReadonlySet<string>;
}

export function knownCodes(codes: Iterable<string>): KnownCodes {
  const sorted = [...new Set([...codes].filter((code) => /^\d{12}$/.test(code)))].sort();
  const set = new Set(sorted);
  return {
    has: (code) => set.has(code),
    between(low, high, most) {
      let from = 0;
      let to = sorted.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (sorted[middle] < low) from = middle + 1;
        else to = middle;
      }
      const found: string[] = [];
      for (let i = from; i < sorted.length && sorted[i] <= high && found.length < most; i++) found.push(sorted[i]);
      return found;
    },
    counties: new Set(sorted.map((code) => code.slice(0, 6)))
  };
}

export type ReadCode =
  | { status: 'good' | 'repaired'; code: string }
  /** Damaged, and more than one code (or none that is known) could have stood there. */
  | { status: 'asked'; candidates: string[] }
  | { status: 'refused'; fault: 'not-a-code' };

const MOST_CANDIDATES = 10;
const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+?11$/i;

/**
 * A 12-digit division code from a cell. Spaces, full-width digits, Excel's apostrophe and `.0` are taken off. A code that
 * Excel rounded (`5.00242E+11`) or that lost a digit is repaired only when exactly one known code fits; `near`, the codes
 * of known villages of the same name, narrows the choice.
 */
export function readCode(text: string, known: KnownCodes, near: readonly string[] = []): ReadCode {
  const plain = halfWidth(text)
    .replace(/[\s'‘’`\u200b-\u200f\ufeff-]/g, '')
    .replace(/^(\d+)\.0*$/, '$1');
  if (/^\d{12}$/.test(plain)) return { status: plain === text.trim() ? 'good' : 'repaired', code: plain };
  const rounded = SCIENTIFIC.exec(plain);
  if (rounded) return ofRounded(rounded[1] + (rounded[2] ?? ''), known, near);
  if (/^\d{11}$/.test(plain)) return choose(lostDigit(plain, known), near);
  return /^\d{9,10}$/.test(plain) ? { status: 'asked', candidates: [] } : { status: 'refused', fault: 'not-a-code' };
}

function ofRounded(digits: string, known: KnownCodes, near: readonly string[]): ReadCode {
  const exact = digits.replace(/0+$/, '');
  if (digits.length >= 12) {
    return exact.length <= 12
      ? { status: 'repaired', code: digits.slice(0, 12) }
      : { status: 'refused', fault: 'not-a-code' };
  }
  // Half a unit of the last digit to either side.
  const unit = 10 ** (12 - digits.length);
  const middle = Number(digits) * unit;
  const text = (value: number) => String(Math.max(0, value)).padStart(12, '0').slice(0, 12);
  const fitting = known.between(text(middle - unit / 2), text(middle + unit / 2), 1000);
  return choose(fitting, near);
}

/** Known codes that become these eleven digits when one digit is dropped. */
function lostDigit(digits: string, known: KnownCodes): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    for (let digit = 0; digit < 10; digit++) {
      const code = digits.slice(0, at) + digit + digits.slice(at);
      if (known.has(code)) found.add(code);
    }
  }
  return [...found].sort();
}

function choose(fitting: string[], near: readonly string[]): ReadCode {
  const narrowed = near.length > 0 ? fitting.filter((code) => near.includes(code)) : [];
  const left = narrowed.length > 0 ? narrowed : fitting;
  if (left.length === 1) return { status: 'repaired', code: left[0] };
  return { status: 'asked', candidates: left.slice(0, MOST_CANDIDATES) };
}
