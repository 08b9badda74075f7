import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from '../helpers/run-greenlane';

it('a reader that has seen enough ends a command without a word', () => {
  // The reader is gone before the first line is written.
  const command = `"${process.execPath}" --import tsx src/node/cli/main.ts help | true; exit "\${PIPESTATUS[0]}"`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
