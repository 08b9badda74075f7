import { halfWidth } from './half-width';

export type ReadNumber =
  | { value: number; repaired: boolean }
  /** Why it is none; the cell is left as it stands. */
  | { fault: 'not-a-number' };

/** Counting words and units that offices write behind a figure. */
const SUFFIX =
  /\s*(人次|人|户|名|位|台|套|张|个|支|盒|瓶|剂|片|份|辆|座|床|分钟|小时|persons?|people|beds?|doses?|pcs?)$/i;
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?\d{1,3}([, '’]\d{3})+(\.\d+)?$/;

/**
 * A figure from a cell: full-width digits, thousands marks and a counting word are repaired, nothing else is guessed:
 * `约三百`, `12-15` and `1,23` are no numbers.
 */
export function readNumber(text: string): ReadNumber {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return finite(Number(trimmed), false);
  const plain = halfWidth(trimmed)
    .trim()
    .replace(/^[−﹣]/, '-')
    .replace(SUFFIX, '');
  if (PLAIN.test(plain)) return finite(Number(plain), true);
  if (THOUSANDS.test(plain)) return finite(Number(plain.replace(/[, '’]/g, '')), true);
  return { fault: 'not-a-number' };
}

const finite = (value: number, repaired: boolean): ReadNumber =>
  Number.isFinite(value) ? { value: value === 0 ? 0 : value, repaired } : { fault: 'not-a-number' };
