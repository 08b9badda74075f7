/** Module worker: HiGHS behind `postMessage`, one model at a time. */
import { highsSolver, type Highs } from '../core/fleet/solve-model';
import type { SolverReply, SolverRequest } from './solve-in-worker';

let loading: Promise<Highs> | null = null;

async function load(): Promise<Highs> {
  const [{ default: loadHighs }, { default: wasm }] = await Promise.all([import('highs'), import('highs/runtime?url')]);
  return loadHighs({ locateFile: () => wasm }) as unknown as Promise<Highs>;
}

async function answer({ model, timeLimitSeconds }: SolverRequest): Promise<SolverReply> {
  let highs: Highs;
  try {
    highs = await (loading ??= load());
  } catch (error) {
    loading = null;
    return { unavailable: String(error) };
  }
  try {
    return { answer: await highsSolver(() => Promise.resolve(highs))(model, { timeLimitSeconds }) };
  } catch (error) {
    return { error: String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<SolverRequest>) => self.postMessage(await answer(data));
