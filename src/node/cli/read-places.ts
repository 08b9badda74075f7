import type { Place } from '../../lib/core/routing/routing';
import { CliError } from './cli-error';
import { readNumber, readTable } from './read-table';

/** A place of a list with its row there. */
export interface ListedPlace extends Place {
  line: number;
}

/**
 * Places of a CSV `id,lon,lat` (WGS84 degrees; both coordinates empty for a place not yet known). Throws CliError naming
 * file, row and field; an empty list, or a repeated id, whose answers could not be told apart, is an error.
 */
export function readPlaces(path: string): ListedPlace[] {
  const seen = new Map<string, number>();
  const rows = readTable(path, ['id', 'lon', 'lat']);
  if (rows.length === 0)
    throw new CliError(`${path}: no point below the heading id,lon,lat. Give each place a row of its own.`);
  return rows.map((row) => {
    const { line } = row;
    const { id } = row.cells;
    if (id === '') throw new CliError(`${path}, row ${row.line}, field id: empty. Give every place an id.`);
    const before = seen.get(id);
    if (before !== undefined)
      throw new CliError(`${path}, row ${row.line}, field id: "${id}" is already in row ${before}. Make ids unique.`);
    seen.set(id, row.line);
    if (row.cells.lon === '' && row.cells.lat === '') return { id, line, lon: null, lat: null };
    return { id, line, lon: readNumber(path, row, 'lon', -180, 180), lat: readNumber(path, row, 'lat', -90, 90) };
  });
}
