import * as v from 'valibot';
import { asTrouble, type Client } from './client';

const record = v.nullish(v.record(v.string(), v.unknown()), null);
const lineSchema = v.object({
  seq: v.number(),
  at: v.string(),
  actorName: v.string(),
  actorRole: v.string(),
  verb: v.string(),
  subject: v.string(),
  subjectKey: v.string(),
  before: record,
  after: record,
  hash: v.string()
});

/** One line of the log of operations: who changed or read what, and the fields that changed. */
export type LogLine = v.InferOutput<typeof lineSchema>;

export interface LogQuery {
  areaId: string;
  /** Collection of what was changed; null for all. */
  subject: string | null;
  /** Part of the name of who did it, of the key of what was changed, or of the verb; '' for all. */
  text: string;
  /** ISO date-times, from and up to but not with; null for no limit. */
  from: string | null;
  until: string | null;
  /** Lines before this number; null for the newest. */
  before: number | null;
}

export const LOG_PAGE = 100;

/** At most `LOG_PAGE` lines, newest first; for officials and administrators. @throws Trouble */
export async function fetchLog(client: Client, query: LogQuery): Promise<LogLine[]> {
  const { areaId, subject, text, from, until, before } = query;
  const wanted = [
    'area = {:areaId}',
    ...(subject ? ['subject = {:subject}'] : []),
    ...(text ? ['(subjectKey ~ {:text} || actorName ~ {:text} || verb ~ {:text})'] : []),
    ...(from ? ['at >= {:from}'] : []),
    ...(until ? ['at < {:until}'] : []),
    ...(before === null ? [] : ['seq < {:before}'])
  ];
  const filter = client.filter(wanted.join(' && '), { areaId, subject, text, from, until, before });
  try {
    const { items } = await client.collection('events').getList(1, LOG_PAGE, { filter, sort: '-seq', skipTotal: true });
    return v.parse(v.array(lineSchema), items);
  } catch (error) {
    throw asTrouble(error);
  }
}
