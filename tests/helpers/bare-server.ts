import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/node/supervisor/options';
import { findPocketBase } from '../../src/node/supervisor/pocketbase-binary';
import { createSend, freePort, type Send } from './server';

export interface BareServer {
  url: string;
  send: Send;
  stop(): Promise<void>;
}

/**
 * The server alone, without its supervisor, on the data folder of one that has stopped; its hooks may be a copy in which
 * something is missing (`patchedFolder`).
 */
export async function startBareServer(dataDir: string, folder = join(projectRoot, 'pocketbase')): Promise<BareServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const checks = readdirSync(dataDir).find((name) => /^checks-.*\.js$/.test(name)) as string;
  const child = spawn(
    await findPocketBase(),
    [
      'serve',
      '--automigrate=false',
      '--hooksWatch=false',
      `--http=127.0.0.1:${port}`,
      `--dir=${join(dataDir, 'database')}`,
      `--hooksDir=${join(folder, 'hooks')}`,
      `--migrationsDir=${join(folder, 'migrations')}`
    ],
    {
      env: {
        ...process.env,
        GREENLANE_CHECKS: join(dataDir, checks),
        GREENLANE_CASE_KEYS: join(dataDir, 'case-keys'),
        GREENLANE_SERVER_KEY: readFileSync(join(dataDir, 'server.key'), 'utf8').trim(),
        GREENLANE_AREAS: join(dataDir, 'areas.json')
      },
      stdio: 'ignore'
    }
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const send = createSend(url);
  for (let tries = 0; ; tries++) {
    const healthy = await send('GET', '/api/health').then(
      ({ status }) => status === 200,
      () => false
    );
    if (healthy) break;
    if (tries > 600 || child.exitCode !== null) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    send,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    }
  };
}

/** A copy of the product's hooks and migrations in which one piece of text is another; fails where it is not there. */
export function patchedFolder(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-hooks-'));
  cpSync(join(projectRoot, 'pocketbase'), folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(path, text.replace(from, to));
  return folder;
}
