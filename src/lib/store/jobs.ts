import * as v from 'valibot';
import { JOB_FAULTS, JOB_PHASES, JOB_STATUSES, type Job, type JobFindings } from '../core/model/job';
import type { Names } from '../core/model/records';
import { asTrouble, Trouble, type Client } from './client';

const names = v.object({ local: v.string(), en: v.optional(v.string()), zh: v.optional(v.string()) });
const orNull = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((each) => each === text) ?? null;

const jobSchema = v.pipe(
  v.looseObject({
    id: v.string(),
    area: v.string(),
    names,
    source: v.string(),
    status: v.picklist(JOB_STATUSES),
    phase: v.string(),
    share: v.number(),
    fault: v.string(),
    faultDetail: v.string(),
    findings: v.nullable(v.looseObject({ counts: v.looseObject({ roadKm: v.number() }) })),
    by: v.string(),
    created: v.string(),
    updated: v.string()
  }),
  v.transform((row): Job => ({
    ...row,
    phase: orNull(JOB_PHASES, row.phase),
    fault: row.fault === '' ? null : (orNull(JOB_FAULTS, row.fault) ?? 'other'),
    findings: row.findings as unknown as JobFindings | null
  }))
);

/** Where the roads of an area come from. */
export interface NewJob {
  area: string;
  /** Of a new area; an area that stands keeps its names. */
  names: Names;
  extract: File | { serverPath: string };
}

export interface ServerExtract {
  path: string;
  bytes: number;
}

/** Jobs of the areas this administrator keeps, the newest first. */
export async function fetchJobs(client: Client): Promise<Job[]> {
  try {
    const { items } = await client.collection('jobs').getList(1, 50, { sort: '-created', skipTotal: true });
    return v.parse(v.array(jobSchema), items);
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Extracts that lie on the server, where its GREENLANE_IMPORTS names folders. */
export async function fetchServerExtracts(client: Client): Promise<ServerExtract[]> {
  try {
    const answer = await client.send('/api/greenlane/jobs/files', { method: 'GET' });
    return v.parse(v.object({ files: v.array(v.object({ path: v.string(), bytes: v.number() })) }), answer).files;
  } catch (error) {
    throw asTrouble(error);
  }
}

/**
 * Starts a job; a file is sent first, with its progress told (0 to 1).
 *
 * @throws Trouble; `cancelled` when the signal ends the upload.
 */
export function startJob(
  client: Client,
  { area, names: given, extract }: NewJob,
  options: { onprogress: (share: number) => void; signal: AbortSignal }
): Promise<void> {
  const form = new FormData();
  form.set('area', area);
  form.set('names', JSON.stringify(given));
  form.set('kind', 'roads');
  if (extract instanceof File) form.set('file', extract);
  else form.set('serverPath', extract.serverPath);
  // fetch tells nothing of an upload's progress.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', client.buildURL('/api/collections/jobs/records'));
    if (client.authStore.token) request.setRequestHeader('Authorization', client.authStore.token);
    request.upload.onprogress = ({ loaded, total }) => options.onprogress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(troubleOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new Trouble('network'));
    request.onabort = () => reject(new Trouble('cancelled'));
    options.signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

export async function actOnJob(client: Client, id: string, act: 'switch' | 'cancel' | 'repeat'): Promise<void> {
  try {
    await client.send(`/api/greenlane/jobs/${encodeURIComponent(id)}/${act}`, { method: 'POST' });
  } catch (error) {
    throw asTrouble(error);
  }
}

export async function removeJob(client: Client, id: string): Promise<void> {
  try {
    await client.collection('jobs').delete(id);
  } catch (error) {
    throw asTrouble(error);
  }
}

function troubleOf(status: number, text: string): Trouble {
  if (status === 401 || status === 403) return new Trouble('not-allowed');
  let detail = String(status);
  try {
    const answer = JSON.parse(text) as { message?: string; data?: Record<string, { message?: string }> };
    detail = Object.values(answer.data ?? {})[0]?.message ?? answer.message ?? detail;
  } catch {
    // Not JSON: the status alone is told.
  }
  return new Trouble('rejected', { detail });
}
