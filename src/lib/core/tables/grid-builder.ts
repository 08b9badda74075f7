import { TABLE_LIMITS, TableError, type Grid, type TableLimits } from './table';

/** Gathers the rows of one sheet within limits; blank rows take no place. */
export interface GridBuilder {
  /** A cell of a row not yet closed, with its row in the file; column 0 = first. Empty values are passed over. */
  put(row: number, column: number, value: string): void;
  /** Closes the row with its number in the file. */
  endRow(rowNumber: number): void;
  readonly rows: number;
  finish(): Grid;
}

/** Texts that stand in many cells are held once. */
const POOL_SIZE = 20_000;
const POOLED_LENGTH = 40;

export function buildGrid(name: string, limits: TableLimits = TABLE_LIMITS): GridBuilder {
  const rowNumbers: number[] = [];
  const rows: string[][] = [];
  const pool = new Map<string, string>();
  let current: string[] = [];
  let columnCount = 0;
  let cells = 0;

  function pooled(value: string): string {
    if (value.length > POOLED_LENGTH) return value;
    const held = pool.get(value);
    if (held !== undefined) return held;
    if (pool.size < POOL_SIZE) pool.set(value, value);
    return value;
  }

  return {
    get rows() {
      return rows.length;
    },
    put(row, column, value) {
      const text = value.trim();
      if (text === '') return;
      if (column >= limits.columns)
        throw new TableError('too-many-columns', { sheet: name, row, most: limits.columns });
      if (text.length > limits.cellLength) {
        throw new TableError('cell-too-long', { sheet: name, row, column: column + 1, most: limits.cellLength });
      }
      while (current.length < column) current.push('');
      current[column] = pooled(text);
    },
    endRow(rowNumber) {
      if (current.length === 0) return;
      if (rows.length >= limits.rows) throw new TableError('too-many-rows', { sheet: name, most: limits.rows });
      cells += current.length;
      if (cells > limits.cells) throw new TableError('too-many-cells', { sheet: name, most: limits.cells });
      columnCount = Math.max(columnCount, current.length);
      rowNumbers.push(rowNumber);
      rows.push(current);
      current = [];
    },
    finish() {
      if (rows.length * columnCount > 2 * limits.cells) {
        throw new TableError('too-many-cells', { sheet: name, most: limits.cells });
      }
      const flat = new Array<string>(rows.length * columnCount).fill('');
      rows.forEach((row, r) => {
        for (let c = 0; c < row.length; c++) flat[r * columnCount + c] = row[c];
        rows[r] = [];
      });
      return { name, rowNumbers: Uint32Array.from(rowNumbers), columnCount, cells: flat, overlong: new Map() };
    }
  };
}
