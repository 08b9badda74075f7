import { ClientResponseError } from 'pocketbase';
import { expect, it } from 'vitest';
import { asTrouble } from './client';

const refused = (code: string, message: string) =>
  new ClientResponseError({ status: 409, response: { message, data: { key: { code, message } } } });

it('a record that others name is not told as changed by another desk, and who names it is said', () => {
  const message = '"depot" is needed by allocations "g-1". Change or delete that first, or keep "depot".';
  expect(asTrouble(refused('in_use', message))).toMatchObject({ code: 'in-use', params: { detail: message } });
  expect(asTrouble(refused('stale_version', 'The record is at version 2.'))).toMatchObject({ code: 'conflict' });
});
