/** Readers of what comes from outside: each gives the value or throws an InputError that names the item and the cure. */

/** More than any county holds; beyond it sums lose their units. */
const MOST = 1e9;

/** One fault of an input: the item (a field, or what the form calls it), what is wrong and what is wanted. */
export class InputError extends Error {
  constructor(
    readonly item: string,
    readonly wanted: string
  ) {
    super(`${item}: ${wanted}`);
  }
}

export function only(raw: Record<string, unknown>, keys: readonly string[], item: string): void {
  const other = Object.keys(raw).find((key) => !keys.includes(key));
  if (other !== undefined) throw new InputError(item, `"${other.slice(0, 60)}" is unknown; wanted ${keys.join(', ')}`);
}

export function object(input: unknown, item: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new InputError(item, 'must be an object');
  return input as Record<string, unknown>;
}

export function list(input: unknown, item: string, most: number): unknown[] {
  if (!Array.isArray(input)) throw new InputError(item, 'must be a list');
  if (input.length > most) throw new InputError(item, `must be a list of at most ${most}`);
  return input;
}

export function text(input: unknown, item: string, most: number): string {
  if (typeof input !== 'string' || input.trim() === '' || input.length > most)
    throw new InputError(item, `must be a text of 1 to ${most} characters`);
  return input;
}

/** A text that may be left out or empty. */
export function maybeText(input: unknown, item: string, most: number): string {
  if (input === undefined || input === null) return '';
  if (typeof input !== 'string' || input.length > most)
    throw new InputError(item, `must be a text of at most ${most} characters`);
  return input;
}

export function flag(input: unknown, item: string): boolean {
  if (typeof input !== 'boolean') throw new InputError(item, 'must be true or false');
  return input;
}

export function choice<T extends string>(all: readonly T[], input: unknown, item: string): T {
  const found = all.find((each) => each === input);
  if (found === undefined) throw new InputError(item, `must be one of ${all.join(', ')}`);
  return found;
}

export function number(input: unknown, item: string): number {
  if (typeof input !== 'number' || !Number.isFinite(input) || input < 0 || input > MOST)
    throw new InputError(item, `must be a number from 0 to ${MOST}`);
  return input;
}

export function count(input: unknown, item: string): number {
  if (!Number.isInteger(number(input, item))) throw new InputError(item, 'must be a whole number');
  return input as number;
}

export function day(input: unknown, item: string): string {
  if (typeof input !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(input)) throw new InputError(item, DAY_WANTED);
  const at = new Date(`${input}T00:00:00Z`);
  // 31 February is read as 3 March by some engines.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== input) throw new InputError(item, DAY_WANTED);
  return input;
}

const DAY_WANTED = 'must be a date like 2027-03-31';

export function moment(input: unknown, item: string): string {
  const isMoment = typeof input === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z$/.test(input);
  if (!isMoment || Number.isNaN(Date.parse(input)))
    throw new InputError(item, 'must be a date-time in UTC like 2027-03-31T08:00:00Z');
  return input;
}
