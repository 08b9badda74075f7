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
  /** First rows of the sheet in words with their numbers, titles included: one of them holds the headings. */
  top: { row: number; text: string }[];
  kind: TableKind;
  mapping: Mapping;
  mappingRemembered: boolean;
  crs: CrsFit[];
  /** The file's own word on its coordinates (GeoJSON); null where it says nothing, or something else. */
  statedCrs: CoordinateSystem | null;
}

/** The first lines of a text under one encoding. */
export interface EncodingView {
  encoding: Encoding;
  lines: string[];
}

/** What an edit does to a place on the map: of a record it makes, of one that had none, or 50 m and more away. */
export type PlaceChangeKind = 'made' | 'placed' | 'moved';

export interface PlaceChange {
  collection: ImportEdit['collection'];
  id: string;
  name: string;
  kind: PlaceChangeKind;
  lon: number;
  lat: number;
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
  /** Records that get a place or another one, by collection and what happens. */
  places: { collection: ImportEdit['collection']; kind: PlaceChangeKind; records: number }[];
}

export interface RowView {
  row: number;
  status: RowStatus;
  cells: string[];
  problems: Problem[];
}

/** Where a row would lie under a system, WGS84, and where the record of its code or name is known to lie. */
export interface PointView {
  row: number;
  name: string;
  lon: number;
  lat: number;
  known: { lon: number; lat: number } | null;
  /** Between the two; null without a known place. */
  metres: number | null;
}

/** `out`: all that stay out of the import, refused and asked. */
export type WantedStatus = RowStatus | 'out';

export interface TableRequests {
  open: { input: OpenInput; output: OpenedTable };
  /** Another sheet, row of headings or kind of the file that is open. */
  reopen: { input: Omit<OpenInput, 'file' | 'fileName' | 'facts'>; output: OpenedTable };
  fitSystems: { input: { mapping: Mapping }; output: CrsFit[] };
  points: { input: { mapping: Mapping; crs: CoordinateSystem; most: number }; output: PointView[] };
  check: { input: ImportChoice; output: CheckedTable };
  /** Rows in file order; with `status` or `code` only those. */
  rows: {
    input: { from: number; count: number; status?: WantedStatus; code?: Problem['code'] };
    output: { rows: RowView[]; total: number };
  };
  /** Numbers of the rows that `rows` would list. */
  rowNumbers: { input: { status?: WantedStatus; code?: Problem['code'] }; output: number[] };
  /** The first lines of a CSV under each encoding, also when the file could not be read under the one tried. */
  encodings: { input: Record<string, never>; output: EncodingView[] };
  /** Places that the edits of the last `check` change, spread over all of them. */
  places: { input: { most: number }; output: PlaceChange[] };
  questions: { input: { from: number; count: number }; output: Question[] };
  /** The edits of the last `check`, in the order to write them. */
  edits: { input: { from: number; count: number }; output: ImportEdit[] };
  /**
   * The named rows as a workbook to mend and bring again: as they stand in the file under its headings, texts kept as
   * texts, with the reason in a last column.
   */
  refusedTable: {
    input: { heading: string; reasons: [row: number, reason: string][] };
    output: Uint8Array<ArrayBuffer>;
  };
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
