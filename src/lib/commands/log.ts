import { fetchLog, LOG_PAGE, type LogLine, type LogQuery } from '../store/log';
import { situation } from '../state/situation.svelte';
import { theClient } from './the-client';

export { LOG_PAGE };
export type { LogLine };

/** Lines of the log of the area that is open, newest first. @throws Trouble with a code that has a message. */
export const readLog = (query: Omit<LogQuery, 'areaId'>): Promise<LogLine[]> =>
  fetchLog(theClient(), { areaId: situation.real!.areaId, ...query });
