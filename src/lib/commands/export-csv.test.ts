import Papa from 'papaparse';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from './export-csv';

it('defuses what a spreadsheet would calculate', () => {
  const csv = toCsv(['a'], [['=1+1'], ['+1'], ['-1'], ['@x'], ['\tx'], ['\rx'], ['plain'], [-5]]);
  const cells = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, delimiter: ',' })
    .data.slice(1)
    .map(([cell]) => cell);
  expect(cells).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", 'plain', '-5']);
});

it('begins with the mark that tells UTF-8', () => {
  expect(toCsv(['村'], []).charCodeAt(0)).toBe(0xfeff);
});

it('reads back as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = Papa.parse<string[]>(toCsv(['x', 'y'], rows).slice(1), {
        newline: '\r\n',
        delimiter: ','
      }).data.slice(1, -1);
      const undone = read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
      const plainRows = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
      expect(undone).toEqual(plainRows);
    })
  );
});
