import type { NewTownAnswer } from './new-town';
import type { CoordinateSystem, TableKind } from './table';

/** A known record that a row may mean. `metres` apart where both have a place. */
export interface Candidate {
  id: string;
  name: string;
  town: string;
  code: string | null;
  by: 'code' | 'name' | 'pinyin' | 'distance';
  metres: number | null;
}

/** Something only a person can decide. Answered by `Answers`. */
export type Question =
  | { kind: 'match'; row: number; name: string; town: string; code: string; candidates: Candidate[] }
  | { kind: 'code'; row: number; name: string; read: string; candidates: string[] }
  | { kind: 'town'; read: string; rows: number; candidates: Candidate[]; offers: NewTownAnswer[] }
  /** `wholeRows`: a row says nothing beside the stock of this medicine. */
  | { kind: 'medicine'; read: string; rows: number; candidates: { id: string; name: string }[]; wholeRows: boolean }
  | { kind: 'expiry'; rows: number };

/** What a person decided; rows are rows of the file. An absent answer leaves its rows asked, and out of the import. */
export interface Answers {
  /** Per row: a known record's id, `new`, or `skip`. */
  match: Record<number, string>;
  /** Per row: the 12-digit code, or '' to go without. */
  code: Record<number, string>;
  /** Per spelling of a town: its id, or how it is new (`new-town.ts`). */
  town: Record<string, string>;
  /** Per spelling of a medicine or class: its id, or `skip` to leave such stock out. */
  medicine: Record<string, string>;
  /** Day through which stock without its own expiry is usable; `skip` leaves such stock out; null = not answered. */
  expiry: string | null;
  /** Rows not to import. */
  leaveOut: number[];
}
export const NO_ANSWERS: Answers = { match: {}, code: {}, town: {}, medicine: {}, expiry: null, leaveOut: [] };

/** Field of the kind by column (0 = first); null where the column is not imported. */
export type Mapping = (string | null)[];

export interface ImportChoice {
  kind: TableKind;
  mapping: Mapping;
  /** Null while it is not answered, or where the table holds no coordinates. */
  crs: CoordinateSystem | null;
  answers: Answers;
  /** Name of the file, kept as the source of its figures. */
  source: string;
}

/** One record to write: only the fields that change. `before` null creates; ids are the situation's. */
export interface ImportEdit {
  collection:
    'townships' | 'villages' | 'facilities' | 'peopleCounts' | 'stock' | 'suppliers' | 'vehicles' | 'crews' | 'posts';
  id: string;
  /** Row of the file. */
  row: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}
