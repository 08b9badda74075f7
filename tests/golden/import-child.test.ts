import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ROOT, temporaryFolder } from '../helpers/run-greenlane';

const folder = temporaryFolder();
const TASK = {
  osm: join(ROOT, 'geodata/raw/liechtenstein/liechtenstein-latest.osm.pbf'),
  id: 'test',
  names: { local: 'Test' },
  out: join(folder, 'pack'),
  facts: { closures: [], scenarios: [], facilities: [], villages: [], bbox: null },
  now: 0
};
const SUPERVISOR = `
  import { runImport } from ${JSON.stringify(join(ROOT, 'src/node/supervisor/jobs/run-import.ts'))};
  const { outcome } = runImport(${JSON.stringify(TASK)}, 1024, (phase) => console.log(phase));
  console.log(JSON.stringify(await outcome));
`;

/** A process that runs the import as a supervisor does; killed outright at a phase where one is named. */
function supervise(killAt?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', SUPERVISOR];
    const supervisor = spawn(process.execPath, args, { cwd: ROOT });
    let said = '';
    supervisor.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (killAt !== undefined && said.includes(killAt)) supervisor.kill('SIGKILL');
    });
    supervisor.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    supervisor.on('error', reject);
    supervisor.on('close', () => resolve(said));
  });
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('an import ends in the middle of its work when its supervisor is killed', async () => {
  await supervise('network');
  const draft = readdirSync(folder).find((name) => name.startsWith('.pack.tmp-'));
  const pid = Number(draft?.split('-').at(-1));
  expect(pid).toBeGreaterThan(0);
  while (isRunning(pid)) await wait(50);
  expect(existsSync(join(folder, 'pack'))).toBe(false);
});

it('an import whose supervisor stays ends with a whole pack', async () => {
  expect(await supervise()).toContain('"findings"');
  expect(existsSync(join(folder, 'pack', 'manifest.json'))).toBe(true);
});
