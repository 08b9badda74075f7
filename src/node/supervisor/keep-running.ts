import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli/cli-error';
import type { RunningPocketBase } from './run-pocketbase';

export interface KeptServer {
  /** Resolves with a line when it ended and could not be brought back. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const MOST_RESTARTS = 5;
const WITHIN_MS = 60_000;
const PAUSE_MS = 300;

/**
 * Starts the server and brings it back when it ends by itself: what was acknowledged is on disk. One that ends more than
 * five times a minute stays down, because something is wrong that a restart does not cure.
 */
export async function keepRunning(
  start: () => Promise<RunningPocketBase>,
  say: (line: string) => void
): Promise<KeptServer> {
  let server = await start();
  let stopping = false;
  const ended = watch();

  async function watch(): Promise<string> {
    const restarts: number[] = [];
    for (;;) {
      const line = await server.ended;
      if (stopping) return line;
      const now = Date.now();
      restarts.push(now);
      if (restarts.filter((at) => at > now - WITHIN_MS).length > MOST_RESTARTS) return line;
      say(`${line} Starting it again …`);
      await sleep(PAUSE_MS);
      if (stopping) return line;
      try {
        server = await start();
      } catch (error) {
        return error instanceof CliError ? error.message : String(error);
      }
      if (stopping) await server.stop();
      else say('The server is back.');
    }
  }

  return {
    ended,
    async stop() {
      stopping = true;
      await server.stop();
      await ended;
    }
  };
}
