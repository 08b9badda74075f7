import type { Requests, RequestName } from '../engine/protocol';

/** What the page needs of the engine behind its worker. */
export interface EngineDoor {
  request<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Requests[N]['output']>;
  close(): void;
}

let door = $state.raw<EngineDoor | null>(null);

/** The running engine; null until an area's roads are in it. */
export const engine = {
  get ready() {
    return door !== null;
  },
  attach(next: EngineDoor) {
    door?.close();
    door = next;
  },
  detach() {
    door?.close();
    door = null;
  },
  /** @throws Error before the area is open. */
  ask<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Requests[N]['output']> {
    if (!door) return Promise.reject(new Error('The area is not open yet.'));
    return door.request(name, input);
  }
};
