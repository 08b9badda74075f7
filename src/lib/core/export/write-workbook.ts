import { writeXlsx } from '../tables/write-xlsx';
import type { AboutLine, ExportCell, ExportTable } from './export-table';

const NARROWEST = 8;
const WIDEST = 48;

/** Tables as sheets of one workbook, with a last sheet that says what they are. Bytes; the same input gives the same. */
export function writeWorkbook(
  tables: readonly ExportTable[],
  about: { title: string; lines: readonly AboutLine[] }
): Uint8Array<ArrayBuffer> {
  const titles = distinct([...tables.map(({ title }) => title), about.title]);
  return new Uint8Array(
    writeXlsx([
      ...tables.map(({ header, rows, textColumns = [] }, i) => ({
        name: titles[i],
        rows: [header, ...rows],
        widths: widthsOf([header, ...rows]),
        textColumns
      })),
      {
        name: titles[tables.length],
        rows: about.lines,
        widths: widthsOf(about.lines),
        headingRows: 0
      }
    ])
  );
}

/** A spreadsheet refuses two sheets of one name, case aside, and shortens names to 31 characters. */
function distinct(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let name = title.slice(0, 31);
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${title.slice(0, 27)} ${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Width of each column by its longest text; a Chinese character is two wide. */
function widthsOf(rows: readonly (readonly ExportCell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      const width = [...String(cell ?? '')].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 2);
      widths[i] = Math.min(WIDEST, Math.max(widths[i] ?? NARROWEST, width));
    });
  }
  return widths;
}
