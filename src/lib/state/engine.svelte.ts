import { startEngine, Superseded, type AskOptions, type EngineClient } from '../engine/client';
import type { RequestName, Requests } from '../engine/protocol';
export type { Moment } from '../engine/protocol';
import type { Results } from '../core/model/results';
import type { AnalysisSettings, Situation } from '../core/model/situation';

/** A newer evaluation made the answer pointless; its own results follow. */
export const isSuperseded = (error: unknown): boolean => error instanceof Superseded;

let client = $state.raw<EngineClient | null>(null);

/** The running engine; not ready until an area's roads are in it. */
export const engine = {
  get ready() {
    return client !== null;
  },

  /**
   * Starts a fresh engine with an area's roads and records; the network's buffer is handed over.
   *
   * @returns the first results.
   */
  async load(input: {
    network: ArrayBuffer | null;
    situation: Situation;
    settings: AnalysisSettings;
  }): Promise<Results> {
    const next = startEngine();
    try {
      const first = await next.load(input);
      client?.close();
      client = next;
      return first;
    } catch (error) {
      next.close();
      throw error;
    }
  },

  close() {
    client?.close();
    client = null;
  },

  /** @throws Superseded when a newer request made the answer pointless; Error before the area is open. */
  ask<N extends Exclude<RequestName, 'load'>>(
    name: N,
    input: Requests[N]['input'],
    options?: AskOptions<N>
  ): Promise<Requests[N]['output']> {
    if (!client) return Promise.reject(new Error('The area is not open yet.'));
    return client.ask(name, input, options);
  }
};
