import { typedNumber } from '../change/typed-number';
import type { Phrase } from '../model/results';
import { parseTravelScenario, ScenarioError, type TravelScenario } from './scenario';

/** Way to one number of a travel table, e.g. `['kmh', 'ambulance', 'wet', 'primary']` or `['gradeLimits', 0, 'kmh']`. */
export type EntryPath = readonly (string | number)[];

/** The number at a path. @throws RangeError when there is none. */
export function entryOf(table: TravelScenario, path: EntryPath): number {
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], table);
  if (typeof value !== 'number') throw new RangeError(`The travel table has no number at ${path.join('.')}.`);
  return value;
}

/** The table with another number at a path; everything beside the path stays the same object. */
export function withEntry(table: TravelScenario, path: EntryPath, value: number): TravelScenario {
  return replaced(table, path, value) as TravelScenario;
}

/**
 * A number as typed, full-width digits included, put into the table and the whole checked.
 *
 * @returns the table, or what is wrong with what was typed.
 */
export function typedEntry(
  table: TravelScenario,
  path: EntryPath,
  text: string
): { table: TravelScenario; trouble: null } | { table: null; trouble: Phrase } {
  const value = typedNumber(text);
  if (value === 'empty') return { table: null, trouble: { code: 'travel-trouble-empty' } };
  if (value === 'no-number') {
    return { table: null, trouble: { code: 'travel-trouble-not-a-number', params: { text: text.trim() } } };
  }
  try {
    return { table: parseTravelScenario(withEntry(table, path, value)), trouble: null };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { table: null, trouble: error.phrase };
  }
}

/** Paths of all numbers that differ between two tables of equal shape. */
export function changedEntries(a: TravelScenario, b: TravelScenario): EntryPath[] {
  return difference(a, b, []);
}

function difference(a: unknown, b: unknown, path: EntryPath): EntryPath[] {
  if (a === b) return [];
  if (typeof a === 'number' || typeof b === 'number') return [path];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [];
  const list = Array.isArray(a);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    difference((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], [
      ...path,
      list ? Number(key) : key
    ])
  );
}

function replaced(value: unknown, [key, ...rest]: EntryPath, number: number): unknown {
  if (key === undefined) return number;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === key ? replaced(each, rest, number) : each));
  }
  const held = value as Record<string | number, unknown>;
  return { ...held, [key]: replaced(held[key], rest, number) };
}
