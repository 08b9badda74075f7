import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Figure } from '../bench/bench';
import { runGreenlane, temporaryFolder } from '../helpers/run-greenlane';

const LONG = process.env.GREENLANE_LONG === '1';
/** The full size is that of the bench: there it judges the times as well. */
const SIZES = LONG ? '' : '--clients 20 --seconds 6 --cut 4';
const CLIENTS = LONG ? 300 : 20;
const work = temporaryFolder();

it(`${CLIENTS} screens see every fix and every act on a case, and all show what stands after a cut of the line`, async () => {
  const file = join(work, 'live.json');
  const sizes = SIZES.split(' ').filter(Boolean);
  const { code, stderr } = await runGreenlane(['bench', '--only', 'realtime', ...sizes, '--json', file]);
  expect(code, stderr).toBe(0);
  const figures = JSON.parse(readFileSync(file, 'utf8')) as Figure[];
  const value = (name: string) => figures.find((each) => each.name === name)?.value;
  console.log(figures.map((each) => `${each.name} ${each.value}`).join(', '));
  expect(value('fixes-sent')).toBeGreaterThan(20);
  expect(value('case-acts-sent')).toBeGreaterThan(5);
  expect(value('updates-not-seen')).toBe(0);
  expect(value('screens-converged')).toBe(CLIENTS);
}, 1_200_000);
