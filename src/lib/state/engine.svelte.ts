import { startEngine, Superseded, type AskOptions, type EngineClient } from '../engine/client';
import type { RequestName, Requests } from '../engine/protocol';
export type { Moment } from '../engine/protocol';
import type { Results } from '../core/model/results';
import type { AnalysisSettings, Situation } from '../core/model/situation';

/** Asked before the area's roads are in the engine. */
export class AreaNotOpen extends Error {}

/** A newer evaluation made the answer pointless; its own results follow. */
export const isSuperseded = (error: unknown): boolean => error instanceof Superseded;

let client = $state.raw<EngineClient | null>(null);
/** The one that is being loaded: no other may come to stand, and leaving the area ends it. */
let coming: EngineClient | null = null;

/** The running engine; not ready until an area's roads are in it. */
export const engine = {
  get ready() {
    return client !== null;
  },

  /**
   * Starts a fresh engine with an area's roads and records; the network's buffer is handed over.
   *
   * @returns the first results.
   * @throws Superseded when it was closed, or another was loaded, before it was ready.
   */
  async load(input: {
    network: ArrayBuffer | null;
    situation: Situation;
    settings: AnalysisSettings;
  }): Promise<Results> {
    coming?.close();
    const next = (coming = startEngine());
    try {
      const first = await next.load(input);
      if (coming !== next) throw new Superseded();
      client?.close();
      client = next;
      return first;
    } catch (error) {
      next.close();
      throw coming === next ? error : new Superseded();
    } finally {
      if (coming === next) coming = null;
    }
  },

  close() {
    coming?.close();
    coming = null;
    client?.close();
    client = null;
  },

  /** @throws Superseded when a newer request made the answer pointless; AreaNotOpen before the area is open. */
  ask<N extends Exclude<RequestName, 'load'>>(
    name: N,
    input: Requests[N]['input'],
    options?: AskOptions<N>
  ): Promise<Requests[N]['output']> {
    if (!client) return Promise.reject(new AreaNotOpen());
    return client.ask(name, input, options);
  }
};
