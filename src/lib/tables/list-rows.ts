import { writeXlsx } from '../core/tables/write-xlsx';
import { cellAt, type Problem, type RowStatus, type Sheet } from '../core/tables/table';
import type { CheckState } from './check-table';
import type { RowView, TableRequests, WantedStatus } from './protocol';

interface Wanted {
  status?: WantedStatus;
  code?: Problem['code'];
}

/** A page of rows with their problems, of a status or with a problem where wanted. */
export function listRows(
  sheet: Sheet,
  state: CheckState,
  { from, count, ...wanted }: TableRequests['rows']['input']
): { rows: RowView[]; total: number } {
  const rows: RowView[] = [];
  let total = 0;
  for (const at of wantedRows(sheet, state, wanted)) {
    if (total >= from && rows.length < count) {
      const row = sheet.rowNumbers[at];
      rows.push({
        row,
        status: state.statuses[at],
        cells: cellsOf(sheet, at),
        problems: state.problemsOf.get(row) ?? []
      });
    }
    total++;
  }
  return { rows, total };
}

/** Numbers of the rows that `listRows` would list. */
export function rowNumbers(sheet: Sheet, state: CheckState, wanted: Wanted): number[] {
  return [...wantedRows(sheet, state, wanted)].map((at) => sheet.rowNumbers[at]);
}

function* wantedRows(sheet: Sheet, { statuses, problemsOf }: CheckState, { status, code }: Wanted): Generator<number> {
  for (let at = 0; at < statuses.length; at++) {
    if (status !== undefined && !isOf(statuses[at], status)) continue;
    if (code !== undefined && !problemsOf.get(sheet.rowNumbers[at])?.some((each) => each.code === code)) continue;
    yield at;
  }
}

const isOf = (status: RowStatus, wanted: WantedStatus) =>
  wanted === 'out' ? status === 'refused' || status === 'asked' : status === wanted;

const cellsOf = (sheet: Sheet, at: number) => sheet.headings.map((_, column) => cellAt(sheet, at, column));

/** Rows as they stand in the file, under its headings, with what is wrong in a last column. */
export function refusedTable(
  sheet: Sheet,
  { heading, reasons }: TableRequests['refusedTable']['input']
): Uint8Array<ArrayBuffer> {
  const at = new Map(Array.from(sheet.rowNumbers, (row, index) => [row, index]));
  const rows = reasons.flatMap(([row, reason]) => {
    const index = at.get(row);
    return index === undefined ? [] : [[...cellsOf(sheet, index), reason]];
  });
  const widths = [...sheet.headings.map(() => 16), 60];
  const name = sheet.name.replace(/\.\w+$/, '') || 'rows';
  const textColumns = sheet.headings.map((_, column) => column);
  return new Uint8Array(writeXlsx([{ name, rows: [[...sheet.headings, heading], ...rows], widths, textColumns }]));
}
