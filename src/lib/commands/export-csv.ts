import { saveFile } from './save-file';

/** A cell of an exported table. */
export type Cell = string | number | boolean | null;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV that spreadsheets open as what it is: UTF-8 with a byte order mark, CRLF, quotes where needed, and an
 * apostrophe before any text that a spreadsheet would take for a formula.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return BYTE_ORDER_MARK + lines.join('\r\n') + '\r\n';
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands the table to the browser as a file. */
export function exportCsv(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const content = new Blob([toCsv(header, rows)], { type: 'text/csv;charset=utf-8' });
  saveFile(name.endsWith('.csv') ? name : `${name}.csv`, content);
}
