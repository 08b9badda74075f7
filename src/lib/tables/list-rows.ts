import { cellAt, type Sheet } from '../core/tables/table';
import type { CheckState } from './check-table';
import type { RowView, TableRequests } from './protocol';

/** A page of rows with their problems, of a status or with a problem where wanted. */
export function listRows(
  sheet: Sheet,
  { statuses, problemsOf }: CheckState,
  { from, count, status, code }: TableRequests['rows']['input']
): { rows: RowView[]; total: number } {
  const rows: RowView[] = [];
  let total = 0;
  for (let at = 0; at < statuses.length; at++) {
    if (status !== undefined && statuses[at] !== status) continue;
    const problems = problemsOf.get(sheet.rowNumbers[at]) ?? [];
    if (code !== undefined && !problems.some((each) => each.code === code)) continue;
    if (total >= from && rows.length < count) {
      const cells = sheet.headings.map((_, column) => cellAt(sheet, at, column));
      rows.push({ row: sheet.rowNumbers[at], status: statuses[at], cells, problems });
    }
    total++;
  }
  return { rows, total };
}

/** Refused and asked rows as they stand in the file, under its headings, with what is wrong in a last column. */
export function refusedCsv(sheet: Sheet, { statuses, problemsOf }: CheckState): string {
  const lines = [[...sheet.headings, '!']];
  statuses.forEach((status, at) => {
    if (status !== 'refused' && status !== 'asked') return;
    const row = sheet.rowNumbers[at];
    const wrong = (problemsOf.get(row) ?? []).filter(({ severity }) => severity === status);
    const words = wrong.map(({ code, column }) => `${column === null ? '' : `${sheet.headings[column]}: `}${code}`);
    lines.push([...sheet.headings.map((_, column) => cellAt(sheet, at, column)), `${row}: ${words.join('; ')}`]);
  });
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet takes a leading = + - @ for a formula: such texts get an apostrophe; plain negative figures do not. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
