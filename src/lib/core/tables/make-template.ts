import type { TableKind } from './table';
import { TABLE_KIND_SPECS } from './table-kinds';
import { writeXlsx } from './write-xlsx';

/** Twice as wide as a Latin letter, with room for a figure. */
const widthOf = (heading: string) =>
  Math.max(
    10,
    [...heading].reduce((sum, each) => sum + (each > '\u00ff' ? 2 : 1), 4)
  );

/** A workbook with the headings of a kind, required ones first, and columns for codes and telephones kept as text. */
export function makeTemplate(kind: TableKind, language: 'zh' | 'en'): Uint8Array {
  const fields = TABLE_KIND_SPECS[kind].fields.filter(({ kept, name }) => kept && name !== 'labels');
  const ordered = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
  const headings = ordered.map((field) => field[language][0]);
  const textColumns = ordered.flatMap(({ type, name }, i) =>
    type === 'code' || name === 'telephone' || name === 'lot' ? [i] : []
  );
  return writeXlsx([{ name: kind, rows: [headings], widths: headings.map(widthOf), textColumns }]);
}
