import { asTrouble, type Client } from './client';

const PAGE_SIZE = 1000;

/** One row of the log as the server has it. */
export type EventRow = Record<string, unknown> & { seq: number };

/**
 * Every event of the log that this sign-in may read, in order, and whether that is all of them: the log of an account of
 * one area has gaps where the others' events stand.
 *
 * @throws Trouble `network`, `not-allowed`.
 */
export async function fetchEvents(client: Client): Promise<{ events: EventRow[]; wholeLog: boolean }> {
  try {
    const { record } = await client.collection('users').authRefresh();
    await client.send('/api/greenlane/audit/head', {});
    const events: EventRow[] = [];
    for (;;) {
      const after = events.at(-1)?.seq ?? 0;
      const page = await client.collection('events').getList<EventRow>(1, PAGE_SIZE, {
        filter: client.filter('seq > {:after}', { after }),
        sort: 'seq',
        skipTotal: true
      });
      events.push(...page.items);
      if (page.items.length < PAGE_SIZE) return { events, wholeLog: record.area === '*' };
    }
  } catch (error) {
    throw asTrouble(error);
  }
}
