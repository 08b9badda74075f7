/** A column of `DataTable`. */
export interface Column<Row> {
  id: string;
  label: string;
  /** Leave the label to screen readers; the arrow still sorts. */
  hideLabel?: boolean;
  /** What is shown, and what screen readers read. */
  text: (row: Row) => string;
  /** What is sorted by; a column without it cannot be sorted. Nulls come last in both directions. */
  sortBy?: (row: Row) => number | string | null;
  align?: 'start' | 'end';
  /** CSS length or `auto`. */
  width?: string;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

/** Rows in order; equal ones keep theirs. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
  locale: string
): Row[] {
  const by = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (!sorting || !by) return [...rows];
  const sign = sorting.descending ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  });
}
