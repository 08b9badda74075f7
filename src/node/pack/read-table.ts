import { basename } from 'node:path';
import Papa from 'papaparse';
import type { TableRow } from '../../lib/core/pack/table';
import { CliError } from '../cli/cli-error';
import { readText } from '../read-text';

/**
 * Rows of a CSV (comma, semicolon or tab) or GeoJSON (points; other shapes by the middle of their box) in UTF-8.
 * @throws CliError when the file cannot be read, is empty, is not UTF-8, holds no rows, or a row is not of its shape.
 */
export function readTable(path: string): TableRow[] {
  const text = readFilledText(path);
  const name = basename(path);
  const rows = /^\s*\{/.test(text) ? geoJsonRows(text, name) : csvRows(text, name);
  if (!rows.length) throw new CliError(`${path} has no rows. Give a list with one row per place below its headings.`);
  return rows;
}

/** Text of a file that says something. @throws CliError when it cannot be read, is not UTF-8 or is empty. */
export function readFilledText(path: string): string {
  const text = readText(path);
  if (text.trim() === '') throw new CliError(`${path} is empty. Export it again.`);
  return text;
}

function csvRows(text: string, name: string): TableRow[] {
  const { data, errors } = Papa.parse<string[]>(text);
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) throw new CliError(`${name} row ${(quotes.row ?? 0) + 1}: ${quotes.message}. Correct the quotes.`);
  const [heading, ...rows] = data
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const keys = heading.cells.map((each) => each.trim());
  return rows.map(({ cells, row }) => {
    if (cells.slice(keys.length).some((cell) => cell.trim() !== '')) {
      throw new CliError(
        `${name} row ${row}: ${cells.length} fields, wanted ${keys.length}. Quote fields that hold the separator.`
      );
    }
    return {
      where: `${name} row ${row}`,
      values: Object.fromEntries(keys.map((key, column) => [key, cells[column] ?? '']))
    };
  });
}

interface GeoJsonFeature {
  id?: string | number;
  properties?: Record<string, unknown> | null;
  geometry?: { coordinates?: unknown } | null;
}

function geoJsonRows(text: string, name: string): TableRow[] {
  const root = parseJson(text, name) as { features?: unknown; type?: string };
  const features: unknown = root.features ?? (root.type === 'Feature' ? [root] : []);
  if (!Array.isArray(features)) throw new CliError(`${name}: "features" is no list. Export it again as GeoJSON.`);
  return features.map((each: unknown, index) => {
    if (typeof each !== 'object' || each === null)
      throw new CliError(`${name} feature ${index + 1}: read ${JSON.stringify(each)}, wanted a GeoJSON feature.`);
    const feature = each as GeoJsonFeature;
    const values: Record<string, string> = {};
    for (const [key, value] of Object.entries(feature.properties ?? {})) {
      if (value !== null && typeof value !== 'object') values[key] = String(value);
    }
    if (feature.id !== undefined && values.id === undefined) values.id = String(feature.id);
    const middle = middleOf(feature.geometry?.coordinates);
    values.lon = middle ? String(middle[0]) : '';
    values.lat = middle ? String(middle[1]) : '';
    return { where: `${name} feature ${index + 1}`, values };
  });
}

export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(`${name} is not valid JSON (${(error as Error).message}). Export it again.`);
  }
}

function middleOf(coordinates: unknown): [number, number] | null {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] !== 'number') return value.forEach(walk);
    const [lon, lat] = value as number[];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  walk(coordinates);
  return box[0] === Infinity ? null : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
