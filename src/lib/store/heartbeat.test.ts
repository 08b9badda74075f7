import { expect, it } from 'vitest';
import { createBeatCheck } from './heartbeat';

const missed = (...beats: [sequence: number, bootId?: string][]) => {
  const check = createBeatCheck();
  return beats.map(([sequence, bootId = 'a']) => check({ sequence, bootId }));
};

it('a beat left out, or another start of the server, is told once', () => {
  expect(missed([7], [8], [9])).toEqual([false, false, false]);
  expect(missed([7], [9], [10])).toEqual([false, true, false]);
  expect(missed([7], [8, 'b'], [9, 'b'])).toEqual([false, true, false]);
});

it('one that comes late or twice tells nothing and takes nothing back', () => {
  expect(missed([7], [8], [8], [7], [9])).toEqual([false, false, false, false, false]);
});
