import type { Results } from '../core/model/results';
import type { Situation } from '../core/model/situation';
import type { ReplyMessage, RequestName, Requests } from '../engine/protocol';
import { settingsNow } from './ask-engine';
import { engine, type EngineDoor } from './engine.svelte';
import { snapshotOf } from './snapshot';

/**
 * Starts a fresh engine with an area's roads and records. The network's buffer is handed over and is empty afterwards.
 *
 * @returns the first results.
 */
export async function loadEngine(network: ArrayBuffer, situation: Situation): Promise<Results> {
  const door = startWorker();
  try {
    const first = await door.request('load', { network, situation: snapshotOf(situation), settings: settingsNow() });
    engine.attach(door);
    return first;
  } catch (error) {
    door.close();
    throw error;
  }
}

function startWorker(): EngineDoor {
  const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (output: never) => void; reject: (error: Error) => void }>();
  let next = 1;

  worker.onmessage = ({ data }: MessageEvent<ReplyMessage>) => {
    const request = waiting.get(data.id);
    if (!request || 'progress' in data) return;
    waiting.delete(data.id);
    if (data.ok) request.resolve(data.output as never);
    else request.reject(new Error(data.error));
  };
  worker.onerror = (event) => fail(new Error(event.message || 'The calculation could not be started.'));

  function fail(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    request<N extends RequestName>(name: N, input: Requests[N]['input']) {
      const id = next++;
      return new Promise<Requests[N]['output']>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, name, input }, 'network' in input ? [input.network as ArrayBuffer] : []);
      });
    },
    close() {
      worker.terminate();
      fail(new Error('The calculation was ended.'));
    }
  };
}
