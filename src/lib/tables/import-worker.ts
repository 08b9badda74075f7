/** Module worker: one table at a time, read, checked and planned. It ends with the page or when the client ends it. */
import { TableError } from '../core/tables/table';
import type { TableReply, TableRequest } from './protocol';
import { createTableReader } from './table-reader';

const reader = createTableReader();
const send = (reply: TableReply) => self.postMessage(reply);

/** Requests are answered in order. */
let last: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<TableRequest>) => {
  last = last.then(() => serve(data));
};

async function serve({ id, name, input }: TableRequest): Promise<void> {
  try {
    const output = await reader.answer(name, input, (progress) => send({ id, progress }));
    send({ id, ok: true, output });
  } catch (error) {
    const trouble = error instanceof TableError ? { code: error.code, params: error.params } : null;
    send({ id, ok: false, trouble, error: error instanceof Error ? error.message : String(error) });
  }
}
