import { expect, it } from 'vitest';
import { isTelephone } from './telephone';

it.each([
  '120',
  '000 00 00',
  '023-7555 1234',
  '+86 (23) 7555-1234',
  '023-75551234转8',
  '7555 x 12',
  '120/119',
  '110、120'
])('%s can be dialled', (text) => expect(isTelephone(text)).toBe(true));

it.each(['', ' ', '12', 'none', '无', 'Li 13800000000', '转', '1'.repeat(61), '120<b>'])('“%s” cannot', (text) =>
  expect(isTelephone(text)).toBe(false)
);
