import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli/cli-error';
import { hostForUrl, projectRoot } from './options';

export interface PocketBaseOptions {
  binary: string;
  host: string;
  port: number;
  dataDir: string;
  publicDir: string;
  /** What the hooks read, secrets included: handed over in the environment, never as arguments. */
  settings: Record<string, string>;
  /** Told the process number before the server has answered, so that none is ever left unnamed. */
  onSpawn(pid: number): void;
}
export interface RunningPocketBase {
  pid: number;
  /** Resolves with a line about it when the server ends by itself. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/** Fails with one line and the cure when something already listens there. */
export async function requireFreePort(host: string, port: number, name = 'PORT'): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
  if (code === null) return;
  if (code === 'EADDRINUSE') {
    throw new CliError(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: ${name}=${port + 1} npm start`
    );
  }
  if (code === 'EACCES') {
    throw new CliError(
      `Port ${port} needs more rights than this user has. Choose one above 1023: ${name}=8090 npm start`
    );
  }
  throw new CliError(
    `HOST=${host} ${name}=${port} cannot be listened on (${code}). Set HOST to an address of this machine.`
  );
}

/** A port of this machine alone that nothing listens on. */
export function freeLoopbackPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server and returns when it answers. */
export async function runPocketBase(options: PocketBaseOptions): Promise<RunningPocketBase> {
  const address = `${hostForUrl(options.host)}:${options.port}`;
  const folder = join(projectRoot, 'pocketbase');
  const child = spawn(
    options.binary,
    [
      'serve',
      '--dev=false',
      '--automigrate=false',
      '--hooksWatch=false',
      `--http=${address}`,
      `--origins=http://${address}`,
      `--dir=${join(options.dataDir, 'database')}`,
      `--hooksDir=${join(folder, 'hooks')}`,
      `--migrationsDir=${join(folder, 'migrations')}`,
      `--publicDir=${options.publicDir}`
    ],
    // A group of its own: Ctrl-C reaches only the supervisor, which ends the server in order.
    { env: { ...process.env, ...options.settings }, stdio: ['ignore', 'pipe', 'pipe'], detached: true }
  );
  if (child.pid !== undefined) options.onSpawn(child.pid);
  // Whoever ends this process before it is up must not leave the server behind.
  const endChild = () => void child.kill('SIGTERM');
  process.once('exit', endChild);
  child.once('close', () => process.off('exit', endChild));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output = (output + text.toString()).slice(-4000);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`PocketBase could not be run: ${error.message}`));
    child.once('close', (code, signal) => resolve(explain(output, code, signal)));
  });
  const running = { pid: child.pid ?? 0, ended, stop: () => stop(child) };
  const answer = await Promise.race([untilHealthy(`http://${address}`), ended]);
  if (answer !== true) {
    await stop(child);
    throw new CliError(answer === false ? `PocketBase gave no answer within ${START_MS / 1000} s.` : answer, 1);
  }
  return running;
}

function explain(output: string, code: number | null, signal: string | null): string {
  if (/no space left|disk is full|SQLITE_FULL|ENOSPC/i.test(output)) {
    return 'The disk is full: free some space, then start again; nothing that was saved is lost.';
  }
  if (/address already in use/i.test(output)) return 'The port was taken meanwhile: choose another with PORT=8091.';
  if (/readonly database|permission denied/i.test(output)) {
    return 'The data folder cannot be written: correct its owner and rights, or set GREENLANE_DATA to another folder.';
  }
  const last = output.trim().split('\n').slice(-5).join('\n');
  return `PocketBase ended (${signal ?? `code ${code}`})${last ? `:\n${last}` : ''}`;
}

async function untilHealthy(url: string): Promise<boolean> {
  for (let waited = 0; waited < START_MS; waited += 40) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(40);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 6000);
  await closed;
  clearTimeout(timer);
}
