import Papa from 'papaparse';
import { readText } from '../read-text';
import { CliError } from './cli-error';

/** One data row: `line` counts from 1 with the heading as line 1. */
export interface TableRow {
  line: number;
  cells: Record<string, string>;
}

/**
 * Rows of a CSV file (UTF-8, with or without BOM) that has at least the columns asked for. Throws CliError naming the
 * file, row and field; also when a column that is used, those asked for unless `isUsed` says otherwise, stands there twice.
 */
export function readTable(
  path: string,
  columns: readonly string[],
  isUsed: (name: string) => boolean = (name) => columns.includes(name)
): TableRow[] {
  const text = readText(path);
  const wanted = columns.join(',');
  if (text.trim() === '') throw new CliError(`${path} is empty. Wanted a CSV with the heading ${wanted}.`);
  const { data, errors } = Papa.parse<string[]>(text);
  const quotes = errors.find((error) => error.type === 'Quotes');
  if (quotes) throw new CliError(`${path}, row ${(quotes.row ?? 0) + 1}: ${quotes.message}. Correct the quotes.`);
  const lines = data.map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => cell.trim()) }));
  const [heading, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const missing = columns.find((column) => !heading.cells.includes(column));
  if (missing)
    throw new CliError(`${path}, row ${heading.line}: no column "${missing}". Wanted the heading ${wanted}.`);
  const doubled = heading.cells.find((name, i) => isUsed(name) && heading.cells.indexOf(name) < i);
  if (doubled !== undefined)
    throw new CliError(
      `${path}, row ${heading.line}: two columns are called "${doubled}". Remove one of them, or give it another name.`
    );
  return rows.map(({ line, cells }) => {
    if (cells.length > heading.cells.length)
      throw new CliError(
        `${path}, row ${line}: ${cells.length} fields, wanted ${heading.cells.length}. Quote fields that hold commas.`
      );
    return { line, cells: Object.fromEntries(heading.cells.map((name, i) => [name, cells[i] ?? ''])) };
  });
}

/** `Number` alone would take `0x2B` and `0b11` as well. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal number within bounds; throws CliError naming file, row and field. */
export function readNumber(
  path: string,
  { line, cells }: TableRow,
  field: string,
  least: number,
  most: number
): number {
  const text = cells[field];
  const value = Number(text);
  if (DECIMAL.test(text) && Number.isFinite(value) && value >= least && value <= most) return value;
  throw new CliError(
    `${path}, row ${line}, field ${field}: read "${text}", wanted a decimal number from ${least} to ${most}.`
  );
}

/** A positive integer id, or null for an empty cell. */
export function readId(path: string, { line, cells }: TableRow, field: string): number | null {
  const text = cells[field];
  if (text === '') return null;
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new CliError(`${path}, row ${line}, field ${field}: read "${text}", wanted a whole number (an OSM id).`);
}
