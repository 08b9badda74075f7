import { readFileSync } from 'node:fs';
import type { TestServer } from './server';

/** Ends the supervisor and its server at once, as a power cut does to processes. */
export async function killServer(server: TestServer): Promise<void> {
  const pid = server.process.pid as number;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const ended = new Promise((resolve) => server.process.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  for (const child of children) process.kill(Number(child), 'SIGKILL');
  await ended;
}
