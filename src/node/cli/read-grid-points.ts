import { cellOf } from '../../lib/core/grid/grid-ground';
import type { AsciiGrid } from '../../lib/core/grid/ascii-grid';
import { CliError } from './cli-error';
import { readNumber, readTable, type TableRow } from './read-table';

/** A point of a list and the cell of the raster it lies in. */
export interface GridPoint {
  id: string;
  cell: number;
}

const ID = /^(id|cat)$/;
const X = /^x(_utm\d+)?$/;
const Y = /^y(_utm\d+)?$/;
const COLUMNS = 'id,x,y (or cat,x_utm36,y_utm36)';

/**
 * Points of a CSV with `id` or `cat`, and `x,y` or `x_utm36,y_utm36` (any UTM zone) in the coordinates of the raster.
 * Throws CliError naming file, row and field: a point off the raster has no cell, a repeated id no answer of its own.
 */
export function readGridPoints(path: string, grid: AsciiGrid): GridPoint[] {
  const rows = readTable(path, [], (name) => [ID, X, Y].some((wanted) => wanted.test(name.toLowerCase())));
  if (rows.length === 0) throw new CliError(`${path}: no point below the heading ${COLUMNS}.`);
  const names = Object.keys(rows[0].cells);
  const id = pick(path, names, ID);
  const x = pick(path, names, X);
  const y = pick(path, names, Y);
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = row.cells[id];
    if (name === '') throw new CliError(`${path}, row ${row.line}, field ${id}: empty. Give every point an id.`);
    const before = seen.get(name);
    if (before !== undefined)
      throw new CliError(
        `${path}, row ${row.line}, field ${id}: "${name}" is already in row ${before}. Make ids unique.`
      );
    seen.set(name, row.line);
    return { id: name, cell: cellAt(path, row, x, y, grid) };
  });
}

function pick(path: string, names: readonly string[], wanted: RegExp): string {
  const found = names.find((name) => wanted.test(name.toLowerCase()));
  if (found !== undefined) return found;
  throw new CliError(`${path}, row 1: read the columns ${names.join(', ')}, wanted ${COLUMNS}.`);
}

function cellAt(path: string, row: TableRow, x: string, y: string, grid: AsciiGrid): number {
  const { columns, rows, west, south, cellSize } = grid;
  const east = west + columns * cellSize;
  const north = south + rows * cellSize;
  const px = readNumber(path, row, x, -Number.MAX_VALUE, Number.MAX_VALUE);
  const py = readNumber(path, row, y, -Number.MAX_VALUE, Number.MAX_VALUE);
  const cell = cellOf(grid, Math.floor((px - west) / cellSize), Math.floor((north - py) / cellSize));
  if (cell >= 0) return cell;
  throw new CliError(
    `${path}, row ${row.line}, fields ${x},${y}: ${px},${py} lies off the raster (x ${west} to ${east}, y ${south} to ` +
      `${north}). Give the point in the coordinates of the land cover.`
  );
}
