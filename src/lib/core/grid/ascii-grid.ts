/** A raster in the Esri ASCII format, row by row from the north-west, in its own plane coordinates. */
export interface AsciiGrid {
  columns: number;
  rows: number;
  /** Outer edges of the south-western cell. */
  west: number;
  south: number;
  /** Side of a cell, in the unit of the coordinates. */
  cellSize: number;
  /** NaN where the raster has no value. */
  values: Float64Array;
}

/** A file that is no such raster: `line` counts from 1; `fault` says what was read and what was wanted. */
export class AsciiGridError extends Error {
  constructor(
    readonly line: number,
    readonly fault: string
  ) {
    super(`line ${line}: ${fault}`);
  }
}

const MOST_CELLS = 50_000_000;
const HEADING = ['ncols', 'nrows', 'xllcorner', 'yllcorner', 'xllcenter', 'yllcenter', 'cellsize', 'nodata_value'];
const NO_VALUE = -9999;

/** Reads the text of an .asc file. @throws AsciiGridError */
export function parseAsciiGrid(text: string): AsciiGrid {
  const lines = text.split(/\r\n|\n|\r/);
  const { heading, first } = readHeading(lines);
  const need = (name: string): number => {
    const value = heading.get(name);
    if (value === undefined)
      throw new AsciiGridError(first + 1, `no "${name}" above the values. Export it as Esri ASCII.`);
    return value;
  };
  const columns = need('ncols');
  const rows = need('nrows');
  const cellSize = need('cellsize');
  if (!(Number.isInteger(columns) && Number.isInteger(rows) && columns > 0 && rows > 0))
    throw new AsciiGridError(1, `${columns} × ${rows} cells, wanted whole numbers above 0.`);
  if (columns * rows > MOST_CELLS)
    throw new AsciiGridError(1, `${columns} × ${rows} cells are too many (${MOST_CELLS} at most). Cut out your area.`);
  if (!(cellSize > 0)) throw new AsciiGridError(1, `cellsize is ${cellSize}, wanted a length above 0.`);
  const corner = (axis: 'x' | 'y'): number =>
    heading.has(`${axis}llcenter`) ? need(`${axis}llcenter`) - cellSize / 2 : need(`${axis}llcorner`);
  return {
    columns,
    rows,
    west: corner('x'),
    south: corner('y'),
    cellSize,
    values: readValues(lines, first, columns * rows, heading.get('nodata_value') ?? NO_VALUE)
  };
}

function readHeading(lines: readonly string[]): { heading: Map<string, number>; first: number } {
  const heading = new Map<string, number>();
  let first = 0;
  for (; first < lines.length; first++) {
    const [name, text, more] = lines[first].trim().split(/\s+/);
    if (name === '') continue;
    if (!/^[a-z]/i.test(name) || name.toLowerCase() === 'nan') break;
    const key = name.toLowerCase();
    if (!HEADING.includes(key))
      throw new AsciiGridError(
        first + 1,
        `read "${name}", wanted one of ${HEADING.join(', ')}. Export it as Esri ASCII.`
      );
    const value = key === 'nodata_value' && text?.toLowerCase() === 'nan' ? NaN : Number(text);
    if (text === undefined || more !== undefined || (Number.isNaN(value) && text.toLowerCase() !== 'nan'))
      throw new AsciiGridError(first + 1, `read "${lines[first].trim()}", wanted "${name}" and one number.`);
    heading.set(key, value);
  }
  if (heading.size === 0)
    throw new AsciiGridError(1, 'no heading (ncols, nrows, …). Give a raster in Esri ASCII format.');
  return { heading, first };
}

function readValues(lines: readonly string[], first: number, cells: number, noValue: number): Float64Array {
  const values = new Float64Array(cells);
  let count = 0;
  for (let line = first; line < lines.length; line++) {
    for (const text of lines[line].split(/\s+/)) {
      if (text === '') continue;
      if (count === cells) throw new AsciiGridError(line + 1, `more values than the ${cells} cells of the heading.`);
      const value = text.toLowerCase() === 'nan' ? NaN : Number(text);
      if (!Number.isFinite(value) && text.toLowerCase() !== 'nan')
        throw new AsciiGridError(line + 1, `read "${text}", wanted a number.`);
      values[count++] = value === noValue ? NaN : value;
    }
  }
  if (count < cells)
    throw new AsciiGridError(lines.length, `the file ends after ${count} of ${cells} values. Export it again.`);
  return values;
}

/** Whether two rasters have the same cells; corners may differ by a thousandth of a cell. */
export function sameCells(a: AsciiGrid, b: AsciiGrid): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) <= a.cellSize / 1000;
  return (
    a.columns === b.columns &&
    a.rows === b.rows &&
    Math.abs(a.cellSize - b.cellSize) * Math.max(a.columns, a.rows) <= a.cellSize / 1000 &&
    near(a.west, b.west) &&
    near(a.south, b.south)
  );
}

/** Lines of an .asc file with the cells of `grid` and other values; what is not finite becomes NODATA. */
export function* asciiGridLines(grid: AsciiGrid, values: ArrayLike<number>): Generator<string> {
  yield `ncols ${grid.columns}`;
  yield `nrows ${grid.rows}`;
  yield `xllcorner ${grid.west}`;
  yield `yllcorner ${grid.south}`;
  yield `cellsize ${grid.cellSize}`;
  yield `NODATA_value ${NO_VALUE}`;
  for (let row = 0; row < grid.rows; row++) {
    const texts: string[] = [];
    for (let column = 0; column < grid.columns; column++) {
      const value = values[row * grid.columns + column];
      texts.push(String(Number.isFinite(value) ? value : NO_VALUE));
    }
    yield texts.join(' ');
  }
}
