import { expect, test } from 'vitest';
import { nameOf } from './names';

test('a name falls back from Chinese to Latin to the source', () => {
  const names = { local: 'Moroni موروني', en: 'Moroni', zh: '莫罗尼' };
  expect(nameOf(names, 'zh-CN')).toBe('莫罗尼');
  expect(nameOf(names, 'en')).toBe('Moroni');
  expect(nameOf({ local: 'Malé مالي', en: 'Malé' }, 'zh-CN')).toBe('Malé');
  expect(nameOf({ local: '龙潭镇', zh: '龙潭镇' }, 'en')).toBe('龙潭镇');
});
