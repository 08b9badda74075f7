import { TableError } from '../core/tables/table';
import { Trouble } from '../store/client';
import { fetchSituation } from '../store/fetch-situation';
import { area } from '../state/area.svelte';
import { session } from '../state/session.svelte';
import { startTableWorker, type TableWorker } from '../tables/client';
import type { KnownFacts, OpenedTable, OpenInput, TableProgress } from '../tables/protocol';
import { asMessage, type Message } from './as-message';
import { theClient } from './the-client';

export { startTableWorker };
export type { TableWorker };
export type {
  Candidate,
  CheckedTable,
  EncodingView,
  OpenedTable,
  PlaceChange,
  PointView,
  RowView,
  TableProgress,
  TableRequests,
  WantedStatus
} from '../tables/protocol';

export interface OpenOptions extends Omit<OpenInput, 'file' | 'fileName' | 'facts'> {
  /** ISO date-time at which the rows are compared. */
  now: string;
  onprogress: (progress: TableProgress) => void;
}

/** ISO date-time of now. */
export const thisMoment = () => new Date().toISOString();

/**
 * Opens a file in its worker against the records of the open area, as the server has them: what an import wrote comes to
 * this screen only after a while.
 *
 * @throws TableError, Trouble, Error of a worker that ended; `tableMessage` words them all.
 */
export async function openTable(
  worker: TableWorker,
  file: File,
  { now, onprogress, ...input }: OpenOptions
): Promise<OpenedTable> {
  const facts = await factsAt(now);
  return worker.ask('open', { ...input, file, fileName: file.name, facts }, { onprogress });
}

async function factsAt(now: string): Promise<KnownFacts> {
  const { current } = area;
  if (!current) throw new Trouble('no-area', { area: '' });
  return {
    situation: await fetchSituation(theClient(), current.id),
    bbox: current.bbox,
    now,
    role: session.user?.role === 'admin' ? 'admin' : 'planner'
  };
}

const MIB = 1024 * 1024;
/** Values of these are bytes. */
const IN_BYTES: readonly string[] = ['file-too-large', 'too-much-inside'];

/** Why a table cannot be read or sent, as a message with its cure. */
export function tableMessage(error: unknown): Message {
  if (!(error instanceof TableError)) return asMessage(error);
  const { code, params } = error;
  const most = IN_BYTES.includes(code) ? Math.round(Number(params.most) / MIB) : (params.most ?? '');
  const plain = { sheet: '', row: '', column: '', ratio: '', ...params, most };
  return { code: `table-trouble-${code}`, params: plain };
}
