import type { ExportCell, ExportTable } from '$core/export/export-table';

/** A column of an exported table. */
export interface ExportColumn<Row> {
  label: string;
  of: (row: Row) => ExportCell;
  /** Codes and telephones: also what is typed there later stays text. */
  text?: boolean;
}

export function tableOf<Row>(title: string, columns: readonly ExportColumn<Row>[], rows: Iterable<Row>): ExportTable {
  return {
    title,
    header: columns.map(({ label }) => label),
    rows: [...rows].map((row) => columns.map(({ of }) => of(row))),
    textColumns: columns.flatMap(({ text }, i) => (text ? [i] : []))
  };
}
