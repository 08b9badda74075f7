import type { CrsFit } from '../core/tables/guess-crs';
import type { KnownFacts } from '../core/tables/known-facts';
import type { Candidate, ImportChoice, ImportEdit, Mapping, Question } from '../core/tables/questions';
import type {
  CoordinateSystem,
  Encoding,
  Problem,
  RowCounts,
  RowStatus,
  Severity,
  TableFormat,
  TableKind,
  TableTrouble
} from '../core/tables/table';

export interface OpenInput {
  file: Blob;
  fileName: string;
  facts: KnownFacts;
  /** Overrules what was detected. */
  encoding?: Encoding;
  /** Of a workbook; the first with recognised headings when absent. */
  sheet?: number;
  /** Row of the file with the headings; found when absent. */
  headingRow?: number;
  kind?: TableKind;
  /** Earlier mappings by `headingKey` (see `core/tables/guess-columns.ts`). */
  remembered?: Record<string, Record<string, string | null>>;
}

export interface OpenedTable {
  format: TableFormat;
  encoding: Encoding | null;
  /** False: two encodings fit, ask by showing the first rows. */
  encodingSure: boolean;
  /** Sizes as the file claims them; null where it does not. */
  sheets: { name: string; rows: number | null; columns: number | null }[];
  sheet: number;
  headingRow: number;
  headings: string[];
  rows: number;
  /** First rows as read, at most 20. */
  first: string[][];
  kind: TableKind;
  mapping: Mapping;
  mappingRemembered: boolean;
  crs: CrsFit[];
}

export interface CheckedTable {
  counts: RowCounts;
  /** How often each problem stands in the table, most frequent first. */
  problems: { code: Problem['code']; severity: Severity; rows: number }[];
  /** The first 500; `questionsInAll` counts them. */
  questions: Question[];
  questionsInAll: number;
  /** Fields that the kind requires and no column gives. */
  missingFields: string[];
  /** Records to write, and of them how many are new. */
  edits: number;
  creates: number;
  /** By collection. */
  editsOf: Record<string, number>;
}

export interface RowView {
  row: number;
  status: RowStatus;
  cells: string[];
  problems: Problem[];
}

/** Where rows would lie under a system, WGS84. */
export interface PointView {
  row: number;
  lon: number;
  lat: number;
}

export interface TableRequests {
  open: { input: OpenInput; output: OpenedTable };
  /** Another sheet, row of headings or kind of the file that is open. */
  reopen: { input: Omit<OpenInput, 'file' | 'fileName' | 'facts'>; output: OpenedTable };
  fitSystems: { input: { mapping: Mapping }; output: CrsFit[] };
  points: { input: { mapping: Mapping; crs: CoordinateSystem; most: number }; output: PointView[] };
  check: { input: ImportChoice; output: CheckedTable };
  /** Rows in file order; with `status` or `code` only those. */
  rows: {
    input: { from: number; count: number; status?: RowStatus; code?: Problem['code'] };
    output: { rows: RowView[]; total: number };
  };
  questions: { input: { from: number; count: number }; output: Question[] };
  /** The edits of the last `check`, in the order to write them. */
  edits: { input: { from: number; count: number }; output: ImportEdit[] };
  /** Rows that stay out, with their problems, as a CSV to mend and bring again (formula-safe, UTF-8 with BOM). */
  refusedCsv: { input: Record<string, never>; output: string };
}
export type TableRequestName = keyof TableRequests;

export type TableRequest<N extends TableRequestName = TableRequestName> = {
  id: number;
  name: N;
  input: TableRequests[N]['input'];
};

/** `share` from 0 to 1. */
export interface TableProgress {
  phase: 'reading' | 'checking';
  share: number;
  rows: number;
}

export type TableReply =
  | { id: number; progress: TableProgress }
  | { id: number; ok: true; output: unknown }
  | {
      id: number;
      ok: false;
      trouble: { code: TableTrouble; params: Record<string, string | number> } | null;
      error: string;
    };

export type { Candidate, KnownFacts };
