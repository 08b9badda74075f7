import { TRAVEL_MODES } from '../../lib/core/grid/grid-ground';
import type { CoverTravel } from '../../lib/core/grid/table-ground';
import { CliError } from './cli-error';
import { readNumber, readTable } from './read-table';

const FASTEST_KMH = 1000;

/** Travel by class of a land cover, `class,label,speed,mode`. Throws CliError naming file, row and field. */
export function readCoverTable(path: string): Map<number, CoverTravel> {
  const table = new Map<number, CoverTravel>();
  for (const row of readTable(path, ['class', 'speed', 'mode'])) {
    const cover = readNumber(path, row, 'class', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    if (table.has(cover))
      throw new CliError(`${path}, row ${row.line}, field class: ${cover} stands there twice. Keep one row a class.`);
    const kmh = readNumber(path, row, 'speed', 0, FASTEST_KMH);
    const mode = TRAVEL_MODES.find((each) => each === row.cells.mode.toUpperCase());
    if (!mode)
      throw new CliError(
        `${path}, row ${row.line}, field mode: read "${row.cells.mode}", wanted one of ${TRAVEL_MODES.join(', ')}.`
      );
    table.set(cover, { mode, kmh });
  }
  if (table.size === 0)
    throw new CliError(`${path}: no class below the heading. Give every class of the land cover a row.`);
  return table;
}
