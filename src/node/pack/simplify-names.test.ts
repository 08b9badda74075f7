import { expect, it } from 'vitest';
import { simplifyName, withSimplifiedName } from './simplify-names';

it.each([
  ['莫羅尼', '莫罗尼'],
  ['龍潭鎮', '龙潭镇'],
  ['龙潭镇', '龙潭镇'],
  ['乾县', '乾县'],
  ['绿山村', '绿山村']
])('%s is written %s', (given, wanted) => {
  expect(simplifyName(given)).toBe(wanted);
  expect(withSimplifiedName({ names: { local: 'x', zh: given } }).names).toEqual({ local: 'x', zh: wanted });
});

it('leaves a name without Chinese alone', () => {
  const draft = { names: { local: 'Moroni' } };
  expect(withSimplifiedName(draft)).toBe(draft);
});
