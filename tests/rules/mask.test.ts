import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../helpers/listen';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
let count: { id: string; key: string };
let report: { id: string };
let partial: { id: string };
const SMALL = { red: 1, yellow: 2, green: 9, aged65: 12, aged80: 2, contactsDone: 7, returnees: 0, target60: 30 };

beforeAll(async () => {
  world = await makeWorld();
  const at = { area: 'tiny', unit: 't1', suffix: 'mask' };
  count = await world.make('people_counts', { ...bodyOf('people_counts', at), ...SMALL, countedOn: '2026-01-01' });
  const people = [{ villageId: 'vil-t1', counts: { red: 1, returnees: 20, contactsDone: 3 } }];
  report = await world.make('reports', { ...bodyOf('reports', at), content: { people } });
  const some = [
    { villageId: 'vil-t1', counts: { yellow: 30, green: 40, contactsDone: 63, returnees: 20, aged65: 71 } }
  ];
  partial = await world.make('reports', {
    ...bodyOf('reports', { ...at, suffix: 'mask-some' }),
    content: { people: some }
  });
});
afterAll(async () => world?.server.remove());

const get = (who: Who | 'console', path: string) =>
  world.server.send('GET', `/api/collections/${path}`, {
    token: who === 'console' ? world.console : world.tokens[who]
  });
const MASKED = ['planner', 'dispatcher', 'official'] as const;
const FULL = ['reporter', 'admin', 'console'] as const;
const withheld = {
  masked: ['aged80', 'red', 'yellow', 'green', 'contactsDone'],
  red: 0,
  yellow: 0,
  green: 0,
  aged80: 0,
  contactsDone: 0,
  aged65: 12,
  returnees: 0,
  target60: 30
};

describe('counts of one or two', () => {
  it('are withheld from those who need totals, in lists and single records', async () => {
    for (const who of MASKED) {
      expect((await get(who, `people_counts/records/${count.id}`)).body, who).toMatchObject(withheld);
      const list = await get(who, `people_counts/records?filter=${encodeURIComponent(`key="${count.key}"`)}`);
      expect(list.body, who).toMatchObject({ items: [withheld] });
    }
    for (const who of [...MASKED, 'reporter', 'admin'] as const) {
      const { body } = await world.server.send('GET', '/api/greenlane/people-counts?area=tiny', {
        token: world.tokens[who]
      });
      const found = (body.items as { key: string }[]).find(({ key }) => key === count.key);
      if (who === 'reporter' || who === 'admin') expect(found, who).not.toHaveProperty('masked');
      expect(found, who).toMatchObject(who === 'reporter' || who === 'admin' ? SMALL : withheld);
    }
    for (const who of FULL) {
      const { body } = await get(who, `people_counts/records/${count.id}`);
      expect(body, who).toMatchObject(SMALL);
      expect(body, who).not.toHaveProperty('masked');
    }
  });

  it('are withheld inside reports', async () => {
    for (const who of MASKED) {
      const { body } = await get(who, `reports/records/${report.id}`);
      expect(body.content.people).toEqual([
        { villageId: 'vil-t1', counts: { returnees: 20 }, masked: ['red', 'contactsDone'] }
      ]);
    }
    for (const who of FULL)
      expect((await get(who, `reports/records/${report.id}`)).body.content.people[0].counts.red).toBe(1);
  });

  it('do not follow from a report that leaves the small one out: the other labels and the contacts go with it', async () => {
    for (const who of MASKED) {
      for (const query of ['', '?fields=content', '?fields=*,content:excerpt(4000)']) {
        const { body } = await get(who, `reports/records/${partial.id}${query}`);
        const text = JSON.stringify(body.content);
        for (const told of ['"yellow":30', '"green":40', '63']) expect(text, `${who} ${query}`).not.toContain(told);
      }
      const { body } = await get(who, `reports/records/${partial.id}`);
      expect(body.content.people).toEqual([
        { villageId: 'vil-t1', counts: { returnees: 20, aged65: 71 }, masked: ['yellow', 'green', 'contactsDone'] }
      ]);
      const list = await get(who, `reports/records?fields=content&filter=${encodeURIComponent('unit="t1"')}`);
      expect(list.body.items).toHaveLength(2);
      expect(JSON.stringify(list.body.items)).not.toMatch(/"(red|yellow|green|contactsDone)":/);
    }
    for (const who of FULL)
      expect((await get(who, `reports/records/${partial.id}`)).body.content.people[0].counts.yellow).toBe(30);
  });

  it('cannot be guessed by a filter or an order', async () => {
    const guesses = [
      ['people_counts', 'filter=red=1'],
      ['people_counts', 'filter=area="tiny"%26%26yellow<3'],
      ['people_counts', 'filter=red:each=1'],
      ['people_counts', 'sort=-red'],
      ['people_counts', 'sort=key,red'],
      ['people_counts', `filter=${encodeURIComponent('key="a" // "\n || red=1 // "')}`],
      ['people_counts', 'filter=red=1&filter=area="tiny"'],
      ['reports', 'filter=content.people.0.counts.red=1'],
      ['reports', 'filter=content~"red"'],
      ['people_counts', 'filter=area="tiny"%26%26red>1']
    ];
    for (const who of MASKED) {
      for (const [collection, query] of guesses) {
        const { body } = await get(who, `${collection}/records?${query}`);
        const field = query.includes('filter=') ? 'filter' : 'sort';
        expect(body, `${who} ${query}`).toMatchObject({ status: 400, data: { [field]: { code: 'withheld' } } });
      }
      // What the server itself refuses: other collections, and texts that do not end.
      for (const query of [
        'filter=@collection.people_counts.red=1',
        "filter=key='a%5C'||red=1||key='b'",
        'sort=@collection.people_counts.red'
      ])
        expect([400, 403], query).toContain(
          (await get(who, `${query.includes('@') ? 'villages' : 'people_counts'}/records?${query}`)).status
        );
      // Of a filter given twice the first counts.
      const twice = await get(who, 'people_counts/records?filter=key="none"&filter=red=1');
      expect(twice.body.items).toEqual([]);
    }
    const open =
      'people_counts/records?sort=-updated,key&filter=' + encodeURIComponent('area = "tiny" && unit != "red"');
    for (const who of MASKED) expect((await get(who, open)).body.totalItems, who).toBeGreaterThan(0);
    expect((await get('admin', 'people_counts/records?filter=red=1')).body.totalItems).toBe(1);
  });

  it('are withheld from the live stream of the one and not of the other', async () => {
    const topics = ['people_counts/*'];
    const desks = await Promise.all(
      (['official', 'admin', 'planner', 'reporter'] as const).map(async (who) => ({
        who,
        desk: await listen(world.server.url, world.tokens[who], topics)
      }))
    );
    try {
      const { status } = await world.server.send('PATCH', `/api/collections/people_counts/records/${count.id}`, {
        token: world.tokens.reporter,
        body: { green: 10, version: 1 }
      });
      expect(status).toBe(200);
      for (const { who, desk } of desks) {
        await desk.heard(count.key);
        const { record } = desk.events.find(({ key }) => key === count.key) ?? {};
        const full = who === 'admin' || who === 'reporter';
        expect(record, who).toMatchObject(full ? { ...SMALL, green: 10 } : withheld);
      }
      await world.server.send('DELETE', `/api/collections/people_counts/records/${count.id}`, {
        token: world.tokens.admin
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const gone = desks[0].desk.events.find(({ action }) => action === 'delete');
      expect(gone?.record).toMatchObject({ red: 0, yellow: 0 });
    } finally {
      for (const { desk } of desks) desk.close();
    }
  });

  it('are no filter of the live stream either', async () => {
    const subscribe = async (who: Who, topic: string) => {
      const stream = await fetch(`${world.server.url}/api/realtime`);
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      const text = new TextDecoder().decode((await reader.read()).value);
      const clientId = /"clientId":"([^"]+)"/.exec(text)?.[1];
      const answer = await world.server.send('POST', '/api/realtime', {
        token: world.tokens[who],
        body: { clientId, subscriptions: [topic] }
      });
      await reader.cancel();
      return answer.status;
    };
    const topic = (collection: string, filter: string) =>
      `${collection}/*?options=${encodeURIComponent(JSON.stringify({ query: { filter } }))}`;
    expect(await subscribe('official', topic('people_counts', 'red = 1'))).toBe(400);
    expect(await subscribe('official', topic('villages', '@collection.people_counts.red ?= 1'))).toBe(400);
    expect(await subscribe('official', topic('people_counts', 'area = "tiny"'))).toBe(204);
    expect(await subscribe('admin', topic('people_counts', 'red = 1'))).toBe(204);

    // Only what the client library itself writes is read at all.
    const encoded = (text: string) => encodeURIComponent(text);
    const open = encoded('{"query":{"filter":"area = \\"tiny\\""}}');
    const red = encoded('{"query":{"filter":"red = 1"}}');
    for (const parameters of [
      `x=1&options=${red}`,
      `&options=${red}`,
      `%6fptions=${red}`,
      `options=${red}&options=${open}`,
      `options=${encoded('{"Query":{"filter":"red = 1"}}')}`,
      `options=${encoded('{"query":{"filter":"red = 1"},"query":{"expand":""}}')}`,
      `options=${encoded('{"query":{"filter":"red = 1","filter":"key = 1"}}')}`,
      `options=${encoded('{"query":{"f\\u0069lter":"red = 1"}}')}`,
      'options=',
      'options=%7B',
      ''
    ])
      expect(await subscribe('official', `people_counts/*?${parameters}`), parameters).toBe(400);
    expect(await subscribe('official', `people_counts/*?options=${open}`)).toBe(204);
  });
});
