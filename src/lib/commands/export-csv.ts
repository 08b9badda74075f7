import type { ExportCell } from '../core/export/export-table';
import { writeCsv } from '../core/export/write-csv';
import { saveFile } from './save-file';

/** Hands the table to the browser as a file. */
export function exportCsv(name: string, header: readonly string[], rows: readonly (readonly ExportCell[])[]): void {
  saveFile(name, new Blob([writeCsv({ header, rows })], { type: 'text/csv;charset=utf-8' }));
}
