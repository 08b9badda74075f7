import type { Situation } from '../../lib/core/model/situation';
import { connectTo, Trouble } from '../../lib/store/client';
import { fetchSituation } from '../../lib/store/fetch-situation';
import { CliError } from './cli-error';

/** Records of an area as the account behind GREENLANE_TOKEN sees them now. @throws CliError with the cure. */
export async function fetchLive(url: string, areaId: string): Promise<Situation> {
  const token = process.env.GREENLANE_TOKEN;
  if (!token) throw new CliError(`GREENLANE_TOKEN is empty. ${howToGetToken(url)}`);
  let situation: Situation;
  try {
    situation = await fetchSituation(connectTo(url, token), areaId);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.code === 'network') throw new CliError(`No answer from ${url}. Is the server running?`);
    throw new CliError(`${url}: ${error.message}. GREENLANE_TOKEN may have ended. ${howToGetToken(url)}`);
  }
  if (situation.villages.size + situation.facilities.size > 0) return situation;
  // Rules answer with an empty list, not with a refusal.
  throw new CliError(
    `${url} shows no record of area "${areaId}". GREENLANE_TOKEN may have ended, or the server does not hold this area. ` +
      howToGetToken(url)
  );
}

/** How GREENLANE_TOKEN is filled. */
export function howToGetToken(url: string): string {
  return `Get a token: export GREENLANE_TOKEN="$(npm run -s greenlane -- token --server ${url} --user NAME)".`;
}
