import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../tables/read-xlsx';
import { cellAt } from '../tables/table';
import { exportFileName, zonedTime } from './file-name';
import { writeCsv } from './write-csv';
import { writeWorkbook } from './write-workbook';

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** Names as careless, hostile or simply Chinese imports bring them. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=cmd|"/c calc"!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '<script>alert(1)</script>',
    'A & B',
    '"quoted", with comma',
    'two\nlines',
    '𠮷野家 鿏 㵘',
    '🚑 emoji',
    '500242101201',
    '007',
    '_x0041_',
    "'apostrophe",
    '  spaces  '
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 })
);
const about = { title: '说明', lines: [['来源', 'a', '=b']] as const };

describe('CSV', () => {
  const read = (csv: string) =>
    Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', delimiter: ',' }).data.slice(1, -1);

  it('begins with the mark that tells UTF-8 and holds nothing but headings and rows', () => {
    expect(writeCsv({ header: ['村', 'b'], rows: [['x', 5]] })).toBe('\uFEFF村,b\r\nx,5\r\n');
  });

  it('lets no text out that a spreadsheet would calculate; numbers stay numbers', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1 }), (texts) => {
        const rows = read(writeCsv({ header: ['a', 'n'], rows: texts.map((text) => [text, -5]) }));
        expect(rows.map(([, number]) => number)).toEqual(texts.map(() => '-5'));
        for (const [text] of rows) expect(text).not.toMatch(FORMULA);
      })
    );
  });

  it('reads back as it was written, less the apostrophe that defuses', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1 }), (rows) => {
        const defused = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
        expect(read(writeCsv({ header: ['x', 'y'], rows }))).toEqual(rows.map((row) => row.map(defused)));
      })
    );
  });
});

describe('workbook', () => {
  const rowsOf = (bytes: Uint8Array, sheet: number) => {
    const grid = openXlsx(bytes).readSheet(sheet);
    return Array.from(grid.rowNumbers, (_, row) =>
      Array.from({ length: grid.columnCount }, (__, column) => cellAt(grid, row, column))
    );
  };

  it('gives every text back as it was, formulas and codes too, and numbers as numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, fc.integer({ min: -1e9, max: 1e9 })), { minLength: 1 }), (cells) => {
        const table = { title: '村庄', header: ['名称', '数'], rows: cells };
        const [, ...rows] = rowsOf(writeWorkbook([table], about), 0);
        const seen = cells.map(([text, value]) => [
          // XML has no control characters, a line break there is one character, and readers trim.
          text
            .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '')
            .replace(/\r\n?/g, '\n')
            .trim(),
          String(value)
        ]);
        expect(rows).toEqual(seen);
      })
    );
  });

  it('tells numbers from codes in the file itself', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const table = { title: 'a', header: ['code', 'n'], rows: [['500242101201', 12]], textColumns: [0] };
    const parts = unzipSync(writeWorkbook([table], about));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">500242101201</t>');
    expect(sheet).toContain('<c r="B2"><v>12</v></c>');
    expect(sheet).not.toContain('<f>');
  });

  it('names sheets apart, and says in the last one what it is', () => {
    const same = { title: 'x'.repeat(40), header: ['a'], rows: [['b']] };
    const bytes = writeWorkbook([same, same], about);
    const names = openXlsx(bytes).sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
    expect(rowsOf(bytes, 2)).toEqual([['来源', 'a', '=b']]);
  });
});

describe('file names', () => {
  it('name area, contents, moment with zone and marks, and no sign that a system refuses', () => {
    const parts = { area: '大科摩罗/岛', title: 'gaps: "all"', marks: ['planned', 'sample'], extension: 'csv' };
    expect(exportFileName({ ...parts, moment: zonedTime(Date.UTC(2026, 2, 1, 6, 2, 8), 480) })).toBe(
      '大科摩罗 岛 gaps all 2026-03-01 14-02-08 UTC+08-00 planned sample.csv'
    );
  });

  it('are refused by no system, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), nasty, (area, title) => {
        const name = exportFileName({ area, title, moment: 'm', marks: [], extension: 'csv' });
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.csv$/u);
        expect(name).not.toMatch(/^[. ]|[. ]\.csv$/);
      })
    );
  });

  it('write zones west of Greenwich and of half hours', () => {
    expect(zonedTime(Date.UTC(2026, 0, 1), -210)).toBe('2025-12-31 20:30:00 UTC-03:30');
  });
});
