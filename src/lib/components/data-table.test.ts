import { expect, it } from 'vitest';
import { sortRows, type Column } from './data-table';

const columns: Column<{ n: number | null; s: string }>[] = [
  { id: 'n', label: 'n', text: ({ n }) => String(n), sortBy: ({ n }) => n },
  { id: 's', label: 's', text: ({ s }) => s, sortBy: ({ s }) => s }
];
const rows = [
  { n: 10, s: 'b2' },
  { n: null, s: 'b10' },
  { n: 9, s: 'a' }
];

it('sorts numbers as numbers, what is unknown last in both directions', () => {
  expect(sortRows(rows, columns, { column: 'n', descending: false }, 'en').map(({ n }) => n)).toEqual([9, 10, null]);
  expect(sortRows(rows, columns, { column: 'n', descending: true }, 'en').map(({ n }) => n)).toEqual([10, 9, null]);
});

it('sorts texts as people count', () => {
  expect(sortRows(rows, columns, { column: 's', descending: false }, 'en').map(({ s }) => s)).toEqual([
    'a',
    'b2',
    'b10'
  ]);
});

it('leaves the rows as they came without a column', () => {
  expect(sortRows(rows, columns, null, 'en')).toEqual(rows);
});
