/** A cell of an exported table: a text, a number, or nothing. Texts are never formulas. */
export type ExportCell = string | number | null;

/** One table as a file holds it, already worded. */
export interface ExportTable {
  /** Names the sheet and stands in the name of the file. */
  title: string;
  header: readonly string[];
  rows: readonly (readonly ExportCell[])[];
  /** Columns (0 = first) of codes and telephones: also what is typed there later stays text. */
  textColumns?: readonly number[];
}

/** One line of what is said about a file: a label, then its values. */
export type AboutLine = readonly [label: string, ...values: string[]];
