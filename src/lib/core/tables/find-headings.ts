import { exactHeadings, guessKind } from './guess-columns';
import { TableError, type Grid, type Sheet } from './table';

/** Titles, units and dates stand above the headings, seldom in more rows than this. */
const ROWS_LOOKED_AT = 12;
export const LEAST_RECOGNISED = 2;
const SHOWN_LENGTH = 80;

/**
 * A grid with its row of headings: the one stated, else among the first rows the one with most known headings in full,
 * else the first with at least two cells.
 *
 * @param headingRow row of the file, 1 = first.
 * @throws TableError `no-headings`.
 */
export function findHeadings(grid: Grid, headingRow?: number): Sheet {
  const at = headingRow === undefined ? bestRow(grid) : grid.rowNumbers.indexOf(headingRow);
  if (at < 0) throw new TableError('no-headings', { sheet: grid.name });
  const { columnCount } = grid;
  const cells = grid.cells.slice(at * columnCount, (at + 1) * columnCount);
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  const overlong = new Map(
    [...grid.overlong].filter(([row, cellsInRow]) => row > grid.rowNumbers[at] && cellsInRow > width)
  );
  return {
    ...grid,
    overlong,
    headingRow: grid.rowNumbers[at],
    headings: cells,
    rowNumbers: grid.rowNumbers.slice(at + 1),
    cells: grid.cells.slice((at + 1) * columnCount)
  };
}

/** A row of data holds headings only by chance: 龙潭街道 is no heading, 街道 is. */
function bestRow(grid: Grid): number {
  let best = -1;
  let most = 0;
  let fallback = -1;
  for (let row = 0; row < Math.min(ROWS_LOOKED_AT, grid.rowNumbers.length); row++) {
    const cells = grid.cells.slice(row * grid.columnCount, (row + 1) * grid.columnCount);
    if (fallback < 0 && cells.filter((cell) => cell !== '').length >= 2) fallback = row;
    const exact = exactHeadings(cells);
    if (exact === 0) continue;
    const { recognised } = guessKind(cells);
    if (exact + recognised <= LEAST_RECOGNISED && row !== fallback) continue;
    const score = 10 * exact + recognised;
    if (score > most) [best, most] = [row, score];
  }
  return best >= 0 ? best : fallback;
}

/** The first rows of a grid in words, to choose the row of headings from. */
export function topRows(grid: Grid): { row: number; text: string }[] {
  return Array.from(grid.rowNumbers.subarray(0, ROWS_LOOKED_AT), (row, at) => {
    const cells = grid.cells.slice(at * grid.columnCount, (at + 1) * grid.columnCount).filter((cell) => cell !== '');
    return { row, text: cells.join(' · ').slice(0, SHOWN_LENGTH) };
  });
}
