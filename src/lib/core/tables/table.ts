/** Words of the tables that an office brings: what was read, what it means, what is wrong with it. */

/** A sheet as read: cells as text, row by row; rows without any value are left out. */
export interface Grid {
  name: string;
  /** Row of the file (1 = first) of each row held. */
  rowNumbers: Uint32Array;
  columnCount: number;
  /** `rowNumbers.length × columnCount`, trimmed of outer spaces; '' where the file says nothing. */
  cells: string[];
  /** Rows that held more cells than the row of headings allows, by row number (CSV with a stray separator). */
  overlong: ReadonlyMap<number, number>;
}

/** A grid whose row of headings has been found; titles above it are left out of `rowNumbers` and `cells`. */
export interface Sheet extends Grid {
  /** Row of the file that holds the headings. */
  headingRow: number;
  headings: string[];
}

export function cellAt(grid: Grid, row: number, column: number): string {
  return grid.cells[row * grid.columnCount + column] ?? '';
}

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export type TableFormat = 'csv' | 'xlsx' | 'geojson';

/** Systems in which coordinates come. CGCS2000 differs from WGS84 by centimetres. */
export const COORDINATE_SYSTEMS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

export const TABLE_KINDS = ['villages', 'facilities', 'people', 'stock', 'suppliers', 'vehicles'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** Why a file cannot be read at all; wording by `code` with `params`. */
export const TABLE_TROUBLES = [
  'empty-file',
  'file-too-large',
  'unknown-format',
  'web-table',
  'old-excel',
  'protected-excel',
  'damaged-file',
  'zip-bomb',
  'too-much-inside',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'cell-too-long',
  'no-sheet',
  'no-headings',
  'bad-json',
  'not-geojson'
] as const;
export type TableTrouble = (typeof TABLE_TROUBLES)[number];

export class TableError extends Error {
  constructor(
    readonly code: TableTrouble,
    readonly params: Record<string, string | number> = {}
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

/** What a file may cost. Bytes of the file, bytes inflated in all and of the shared texts, and sizes of one sheet. */
export interface TableLimits {
  fileBytes: number;
  inflatedBytes: number;
  sharedTextBytes: number;
  /** Inflated ÷ packed beyond which a part over 32 MiB is taken for a bomb. */
  ratio: number;
  rows: number;
  columns: number;
  cells: number;
  cellLength: number;
}
const MIB = 1024 * 1024;
export const TABLE_LIMITS: TableLimits = {
  fileBytes: 64 * MIB,
  inflatedBytes: 400 * MIB,
  sharedTextBytes: 64 * MIB,
  ratio: 200,
  rows: 200_000,
  columns: 200,
  cells: 4_000_000,
  cellLength: 32_767
};

/** What was found at a cell. Severity decides the row: `note` and `repaired` let it in, `asked` waits, `refused` not. */
export const PROBLEM_CODES = [
  // repaired
  'code-repaired',
  'number-repaired',
  'swapped',
  'matched-loosely',
  // noted
  'town-kept',
  'town-moved',
  // asked
  'code-unsure',
  'match-unsure',
  'town-unsure',
  'expiry-unknown',
  'medicine-unsure',
  // refused
  'missing',
  'unknown-town',
  'unknown-village',
  'unknown-facility',
  'unknown-medicine',
  'supplier-unsure',
  'unknown-word',
  'not-a-number',
  'not-whole',
  'negative',
  'too-large',
  'more-than',
  'not-a-code',
  'foreign-code',
  'code-taken',
  'not-a-date',
  'in-future',
  'not-a-coordinate',
  'half-place',
  'null-island',
  'out-of-range',
  'outside-area',
  'duplicate-row',
  'damaged-text',
  'too-long',
  'overlong-row',
  'sum-row',
  'left-out'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type Severity = 'note' | 'repaired' | 'asked' | 'refused';

export interface Problem {
  /** Row of the file, 1 = first. */
  row: number;
  /** Column, 0 = first; null where it concerns the whole row. */
  column: number | null;
  /** Field of the kind (`TABLE_FIELDS`); null for the whole row. */
  field: string | null;
  code: ProblemCode;
  severity: Severity;
  /** As it stands in the file. */
  read: string;
  /** For the wording of what is wanted and the cure: `wanted`, `taken`, `row` of the other, `least`, `most` … */
  params: Record<string, string | number>;
}

export type RowStatus = 'good' | 'repaired' | 'asked' | 'refused';

/** Adds up: rows = good + repaired + asked + refused. */
export interface RowCounts {
  rows: number;
  good: number;
  repaired: number;
  asked: number;
  refused: number;
}
