import { asMessage, type Message } from '$lib/commands/as-message';
import { listJobs } from '$lib/commands/jobs';
import { renewList } from '$lib/commands/open-area';
import type { Job } from '$core/model/job';

const BUSY_MS = 1000;
const IDLE_MS = 8000;

/** The imports, read again and again while the page is open: often while one is at work. */
export function followJobs() {
  let list = $state.raw<Job[] | null>(null);
  let failure = $state.raw<Message | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  async function read(): Promise<void> {
    clearTimeout(timer);
    try {
      const next = await listJobs();
      const switched = next.some(
        ({ id, status }) => status === 'switched' && list?.find((job) => job.id === id)?.status === 'ready'
      );
      list = next;
      failure = null;
      if (switched) await renewList();
    } catch (error) {
      failure = asMessage(error);
    }
    if (ended) return;
    const busy = list?.some(
      ({ status, phase }) => status === 'queued' || status === 'running' || phase === 'switching'
    );
    timer = setTimeout(() => void read(), busy ? BUSY_MS : IDLE_MS);
  }

  $effect(() => {
    ended = false;
    void read();
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
