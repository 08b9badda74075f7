import type { AuditEvent } from '../../lib/core/operations/audit-chain';
import { connectTo, Trouble } from '../../lib/store/client';
import { fetchEvents } from '../../lib/store/fetch-events';
import { CliError } from '../cli/cli-error';
import { howToGetToken } from '../cli/fetch-live';
import { parseEvent } from './parse-event';

/**
 * The log of a running server, as the account behind GREENLANE_TOKEN sees it: an official or administrator of all areas,
 * for the chain goes over all of them.
 *
 * @throws CliError with the cure.
 */
export async function fetchLog(url: string): Promise<AuditEvent[]> {
  const token = process.env.GREENLANE_TOKEN;
  if (!token) throw new CliError(`GREENLANE_TOKEN is empty. ${howToGetToken(url)}`);
  try {
    const { events, wholeLog } = await fetchEvents(connectTo(url, token));
    if (!wholeLog)
      throw new CliError(
        `This account belongs to one area, and the log goes over all of them. ${WHO} Or check it on the server: ` +
          'audit verify --data DIR, with the server stopped.'
      );
    return events.map(parseEvent);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.code === 'network') throw new CliError(`No answer from ${url}. Is the server running?`);
    throw new CliError(`${url}: ${error.message}. ${WHO} ${howToGetToken(url)}`);
  }
}

const WHO = 'An official or an administrator of all areas may read it.';
