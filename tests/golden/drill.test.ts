import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SPAN_NAMES } from '../../src/lib/core/operations/clocks';
import type { Drill } from '../../src/node/drill/run-drill';
import { greenlane, shippedArea } from '../helpers/cli';
import { ROOT, runGreenlane, temporaryFolder } from '../helpers/run-greenlane';
import { createSend } from '../helpers/server';

const LONG = process.env.GREENLANE_LONG === '1';
const NIGHT = LONG
  ? '--hours 12 --seed 1 --speed 200 --clients 30'
  : '--hours 0.5 --seed 5 --speed 600 --clients 9 --cases-per-hour 20';
const work = temporaryFolder();

describe('a night drilled', () => {
  it('through the real API ends with every case accounted for and nothing found against the server', async () => {
    shippedArea('ngazidja');
    const file = join(work, 'drill.json');
    const run = await runGreenlane(['drill', ...NIGHT.split(' '), '--json', file]);
    expect(run.code, `${run.stderr}\n${run.stdout}`).toBe(0);
    expect(run.stdout).toContain('verdict: no vehicle held twice');
    const drill = JSON.parse(readFileSync(file, 'utf8')) as Drill;
    expect(drill).toMatchObject({
      clean: true,
      faults: [],
      verdict: {
        doubleAssignments: 0,
        lostWrites: 0,
        illegalTransitions: 0,
        clocksOutOfOrder: 0,
        bedsBelowNothing: 0
      },
      chain: { ok: true, count: drill.events, firstBad: null }
    });
    const { calls, atHome, withoutTarget, referred, calledOff, handedOver, unserved } = drill.counts;
    expect(calls).toBeGreaterThan(4);
    expect(drill.cases).toBe(referred);
    expect(referred).toBe(calls - atHome - withoutTarget);
    expect(handedOver + calledOff + unserved).toBe(referred);
    expect(handedOver).toBeGreaterThan(0);
    // Two dispatchers go for every case: one of them is always told that the other was first.
    expect(drill.conflicts.referral_taken ?? 0).toBeGreaterThan(0);
    for (const name of SPAN_NAMES) {
      const { count, p50, p90 } = drill.spans[name];
      expect(count, name).toBeGreaterThan(0);
      expect(p90, name).toBeGreaterThanOrEqual(p50 as number);
    }
    expect(drill.acknowledged).toBeLessThanOrEqual(drill.events);
  }, 3_600_000);

  it('can be watched in the app while it lasts and after, and leaves its data where it is told to', async () => {
    shippedArea('ngazidja');
    const keep = join(work, 'kept');
    const night = '--hours 0.02 --speed 600 --clients 3 --cases-per-hour 150 --serve --keep'.split(' ');
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/node/cli/main.ts', 'drill', ...night, keep], {
      cwd: ROOT
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += String(text)));
    const told = async (pattern: RegExp) => {
      await expect.poll(() => child.exitCode !== null || pattern.test(output), { timeout: 300_000 }).toBe(true);
      const found = pattern.exec(output);
      if (!found) throw new Error(output);
      return found;
    };
    const [, url, identity, password] = await told(/watch at (http:\S+)\/dispatch\s+sign in as (\S+) with (\S+)/);
    const send = createSend(url);
    const page = await send('GET', '/dispatch');
    expect([page.status, String(page.body)]).toEqual([200, expect.stringContaining('/_app/')]);
    const signedIn = await send('POST', '/api/collections/users/auth-with-password', { body: { identity, password } });
    expect(signedIn.status).toBe(200);
    await told(/The night is over/);
    const { token } = signedIn.body as { token: string };
    const cases = await send('GET', '/api/collections/referrals/records', { token });
    expect(cases.body.items.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await ended, output).toBe(0);
    expect(greenlane('audit', 'verify', '--data', keep)).toMatchObject({ code: 0 });
    expect(greenlane('drill', '--keep', keep)).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
  }, 600_000);

  it.each([
    ['--hours 0', 'number more than 0'],
    ['--clients 2', 'from 3 to 90'],
    ['--seed x', 'whole number'],
    ['--moon full', '--moon']
  ])('%s is refused with what is wanted', (options, wanted) => {
    const { code, err } = greenlane('drill', ...options.split(' '));
    expect(code).toBe(2);
    expect(err).toContain(wanted);
  });
});
