import * as store from '../store/jobs';
import type { NewJob } from '../store/jobs';
import { theClient } from './the-client';

export type { NewJob, ServerExtract } from '../store/jobs';

// Each throws a Trouble with a code that has a message.
export const listJobs = () => store.fetchJobs(theClient());
export const listServerExtracts = () => store.fetchServerExtracts(theClient());
export const startJob = (job: NewJob, options: Parameters<typeof store.startJob>[2]) =>
  store.startJob(theClient(), job, options);
export const actOnJob = (id: string, act: 'switch' | 'cancel' | 'repeat') => store.actOnJob(theClient(), id, act);
export const removeJob = (id: string) => store.removeJob(theClient(), id);
