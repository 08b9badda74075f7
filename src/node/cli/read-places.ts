import type { Place } from '../../lib/core/routing/routing';
import { CliError } from './cli-error';
import { readNumber, readTable } from './read-table';

/**
 * Places of a CSV `id,lon,lat` (WGS84 degrees; both coordinates empty for a place not yet known). Throws CliError naming
 * file, row and field; a repeated id is an error, for its answers could not be told apart.
 */
export function readPlaces(path: string): Place[] {
  const seen = new Map<string, number>();
  return readTable(path, ['id', 'lon', 'lat']).map((row) => {
    const { id } = row.cells;
    if (id === '') throw new CliError(`${path}, row ${row.line}, field id: empty. Give every place an id.`);
    const before = seen.get(id);
    if (before !== undefined)
      throw new CliError(`${path}, row ${row.line}, field id: "${id}" is already in row ${before}. Make ids unique.`);
    seen.set(id, row.line);
    if (row.cells.lon === '' && row.cells.lat === '') return { id, lon: null, lat: null };
    return { id, lon: readNumber(path, row, 'lon', -180, 180), lat: readNumber(path, row, 'lat', -90, 90) };
  });
}
