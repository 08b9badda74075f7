import { untrack } from 'svelte';
import { asMessage, type Message } from '$lib/commands/as-message';

const BUSY_MS = 1000;
const IDLE_MS = 8000;

/**
 * A list of the server, read again and again while a component lives: often while `busy` says that something of it is at
 * work. `fetch` gets the list as it was. Call it while a component is set up.
 */
export function followList<T>(fetch: (before: T[] | null) => Promise<T[]>, busy: (list: T[]) => boolean) {
  let list = $state.raw<T[] | null>(null);
  let failure = $state.raw<Message | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  async function read(): Promise<void> {
    clearTimeout(timer);
    try {
      list = await fetch(list);
      failure = null;
    } catch (error) {
      failure = asMessage(error);
    }
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void read(), list && busy(list) ? BUSY_MS : IDLE_MS);
  }

  $effect(() => {
    ended = false;
    untrack(() => void read());
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  });

  return {
    get list() {
      return list;
    },
    get failure() {
      return failure;
    },
    read
  };
}
