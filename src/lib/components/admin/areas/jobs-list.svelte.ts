import { listJobs } from '$lib/commands/jobs';
import { renewList } from '$lib/commands/open-area';
import type { Job } from '$core/model/job';
import { followList } from '../../follow-list.svelte';

/** The imports of roads; when one has been switched over the list of areas is another. */
export const followJobs = () => followList(fetchJobs, (list) => list.some(isAtWork));

async function fetchJobs(before: Job[] | null): Promise<Job[]> {
  const next = await listJobs();
  const switched = next.some(
    ({ id, status }) => status === 'switched' && before?.find((job) => job.id === id)?.status === 'ready'
  );
  if (switched) await renewList();
  return next;
}

const isAtWork = ({ status, phase }: Job) => status === 'queued' || status === 'running' || phase === 'switching';
