import type { ExportTable } from './export-table';

const BYTE_ORDER_MARK = '\uFEFF';
/** What spreadsheets take for the beginning of a formula, the full-width signs of East Asian ones included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV that spreadsheets open as what it is: UTF-8 with a byte order mark, CRLF, quotes where needed, and an
 * apostrophe before any text that a spreadsheet would take for a formula. A plain table: nothing but headings and rows.
 */
export function writeCsv({ header, rows }: Pick<ExportTable, 'header' | 'rows'>): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return BYTE_ORDER_MARK + lines.join('\r\n') + '\r\n';
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
