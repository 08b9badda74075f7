import { expect, it } from 'vitest';
import { fromRecord } from './explain-parts';

it('a figure is of the source that gave it: of the pack, of a table that brought its own source, or of a hand', () => {
  const input = { label: { code: 'l' }, value: { code: 'v' }, source: 'villages.xlsx' };
  const sourceOf = (editedFields: string[]) => fromRecord({ origin: 'sample', editedFields }, 'residents', input);
  expect(sourceOf([])).toMatchObject({ source: 'villages.xlsx', sample: true });
  expect(sourceOf(['residents', 'residentsSource'])).toMatchObject({ source: 'villages.xlsx', sample: false });
  expect(sourceOf(['residents'])).toMatchObject({ source: 'origin-hand', sample: false });
});
