import { resolve } from 'node:path';
import type { ChainFault } from '../../../lib/core/operations/audit-chain';
import { fetchLog } from '../../audit/fetch-log';
import { readOffline, type ReadLog } from '../../audit/read-log';
import { verifyLog, type LogVerdict } from '../../audit/verify-log';
import { anchorFile, readAnchors } from '../../supervisor/audit-anchor';
import { CliError } from '../cli-error';
import { readOptions } from '../travel-options';

export const usage = `audit verify (--data DIR | --server URL) [--anchor FILE] [--json]
    Recomputes the chain of the log of operations from its first event and compares it with what the server noted of it
    beside the database every minute (DIR/audit-anchor.jsonl, or --anchor). --data reads the data folder of a server that
    is stopped, and compares what is enciphered as well; --server asks a running one, with the token of an official or an
    administrator of all areas in GREENLANE_TOKEN. Exit code 0 when everything agrees, 1 when something does not.
    JSON: ok, count, head, firstBad {seq, fault}, personalFaults, anchoredSeq.`;

const OPTIONS = {
  data: { type: 'string' },
  server: { type: 'string' },
  anchor: { type: 'string' },
  json: { type: 'boolean' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb !== 'verify') throw new CliError(`audit ${verb ?? ''}: say "audit verify".\n${usage}`);
  const options = readOptions(rest, OPTIONS);
  if ((options.data === undefined) === (options.server === undefined))
    throw new CliError(`Give one of --data and --server.\n${usage}`);
  const dataDir = options.data === undefined ? null : resolve(options.data);
  const log: ReadLog = dataDir
    ? await readOffline(dataDir)
    : { events: await fetchLog(options.server as string), personal: null };
  const anchors = options.anchor ?? (dataDir ? anchorFile(dataDir) : null);
  const verdict = verifyLog(log, anchors === null ? [] : readAnchors(anchors));
  console.log(options.json ? JSON.stringify(verdict, null, 2) : describe(verdict));
  return verdict.ok ? 0 : 1;
}

const FAULTS: Record<ChainFault, string> = {
  sequence: 'an event is missing, stands twice, or is out of its place here',
  link: 'it does not follow the event before it',
  content: 'it was changed after it was written',
  anchor: 'it is not the event that was noted outside the database',
  'missing-tail': 'the log ends before it, though it was noted outside the database'
};

function describe({ ok, count, head, firstBad, personalFaults, anchoredSeq }: LogVerdict): string {
  const lines = [`${count} events, ${ok ? 'the chain is whole' : 'NOT WHOLE'}`];
  if (firstBad) lines.push(`event ${firstBad.seq}: ${FAULTS[firstBad.fault]}. What stands before it agrees.`);
  for (const each of personalFaults)
    lines.push(`what is enciphered of case ${each} is not what the log says was written`);
  if (count > 0) lines.push(`head: event ${count}, ${head}`);
  lines.push(
    anchoredSeq === null
      ? 'no note of the log was compared: a log cut at its end or written anew from the start would not be told'
      : `noted outside the database up to event ${anchoredSeq}`
  );
  return lines.join('\n');
}
