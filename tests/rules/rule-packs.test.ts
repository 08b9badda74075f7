import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, withRule } from '../../src/lib/core/rules/edit-rule-pack';
import { localDay } from '../../src/lib/core/report/local-time';
import { DEFAULT_RULE_PACK, type RulePack } from '../../src/lib/core/rules/rule-pack';
import { listen } from '../helpers/listen';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const path = '/api/collections/rule_packs/records';
const day = (more = 0) => localDay(Date.now() + more * 86_400_000, DEFAULT_RULE_PACK);
const setting = { value: 20, kind: 'setting', reason: 'why' } as const;

function packOf(version: string, effectiveOn = day(), base: RulePack = DEFAULT_RULE_PACK): RulePack {
  return withRule(
    draftOf(base, { name: { zh: '县', en: 'County' }, version, effectiveOn }),
    base,
    'stock-days',
    setting
  );
}
const bodyFor = (pack: RulePack, active: boolean) => ({
  ...bodyOf('rule_packs', { area: 'tiny', unit: 'county', suffix: `pack-${(serial += 1)}` }),
  name: pack.name.en,
  packVersion: pack.version,
  effectiveOn: pack.effectiveOn,
  active,
  content: pack
});
const send = (who: Who | 'console', method: string, id: string, body?: unknown) =>
  world.server.send(method, id ? `${path}/${id}` : path, {
    token: who === 'console' ? world.console : world.tokens[who],
    body
  });
const draft = async (pack: RulePack) => (await send('admin', 'POST', '', bodyFor(pack, false))).body;
const read = async (id: string) => (await send('admin', 'GET', id)).body;

describe('a rule pack', () => {
  it('begins as the shipped one, published by nobody', async () => {
    const { body } = await send('official', 'GET', '', undefined);
    expect(body.items).toMatchObject([
      { key: 'rules-2023-1', active: true, origin: 'pack', publishedAt: '', publishedBy: '', packVersion: '2023-1' }
    ]);
  });

  it('is drafted, changed and thrown away freely', async () => {
    const pack = packOf('draft-1');
    const made = await draft(pack);
    expect(made).toMatchObject({ active: false, publishedAt: '', publishedBy: '', version: 1 });
    const content = withRule(pack, DEFAULT_RULE_PACK, 'contacts-red', { value: 4, kind: 'setting', reason: 'why' });
    expect((await send('admin', 'PATCH', made.id, { content, version: 1 })).body).toMatchObject({
      version: 2,
      content
    });
    // Who and when are the server's to say.
    const forged = { publishedAt: '2020-01-01T00:00:00Z', publishedBy: 'x', version: 2 };
    expect((await send('admin', 'PATCH', made.id, forged)).body).toMatchObject({ publishedAt: '', publishedBy: '' });
    expect((await send('admin', 'DELETE', made.id)).status).toBe(204);
  });

  it('bears who published it and when, whatever the sender says', async () => {
    const made = await draft(packOf('v-1'));
    const before = Date.now();
    const forged = { active: true, publishedAt: '2020-01-01T00:00:00Z', publishedBy: 'Somebody', version: 1 };
    const { status, body } = await send('admin', 'PATCH', made.id, forged);
    expect([status, body.publishedBy, body.active]).toEqual([200, 'a-admin', true]);
    expect(Date.parse(body.publishedAt)).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(body.publishedAt)).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it('once published is never changed or deleted, by nobody', async () => {
    const { body: made } = await send('admin', 'POST', '', bodyFor(packOf('v-2'), true));
    expect(made).toMatchObject({ active: true, publishedBy: 'a-admin' });
    const stands = await read(made.id);
    for (const who of ['admin', 'console'] as const) {
      for (const change of [
        { active: false },
        { name: 'other' },
        { effectiveOn: day(3) },
        { content: packOf('v-2', day(3)) },
        { publishedBy: 'other' }
      ]) {
        const { status, body } = await send(who, 'PATCH', made.id, { ...change, version: 1 });
        expect([status, body.data?.active?.code], `${who} ${JSON.stringify(change)}`.slice(0, 60)).toEqual([
          403,
          'published'
        ]);
        expect(body.message).toContain('"v-2" is published');
      }
      const { status, body } = await send(who, 'DELETE', made.id);
      expect([status, body.data?.active?.code], who).toEqual([403, 'published']);
    }
    expect(await read(made.id)).toEqual(stands);
  });

  it('of the shipped rules is no exception', async () => {
    const shipped = (await send('admin', 'GET', '')).body.items.find(
      ({ key }: { key: string }) => key === 'rules-2023-1'
    );
    const content = { ...shipped.content, name: { zh: '改', en: 'changed' } };
    expect((await send('admin', 'PATCH', shipped.id, { content, version: shipped.version })).status).toBe(403);
    expect((await send('admin', 'DELETE', shipped.id)).status).toBe(403);
  });

  it.each<[string, string, (pack: RulePack) => RulePack]>([
    ['a version that is published', '"version"', (pack) => ({ ...pack, version: '2023-1' })],
    ['a day that has passed', '"effectiveOn"', (pack) => ({ ...pack, effectiveOn: day(-1) })],
    ['an unknown origin', '"basedOn"', (pack) => ({ ...pack, basedOn: 'none' })],
    [
      'a change without a reason',
      '"rules.contacts-red.reason"',
      (pack) => withRule(pack, DEFAULT_RULE_PACK, 'contacts-red', { value: 4, kind: 'setting' })
    ],
    [
      'a number that its sentence never gave',
      '"rules.contacts-red.item"',
      (pack) => withRule(pack, DEFAULT_RULE_PACK, 'contacts-red', { value: 4, reason: 'why' })
    ]
  ])('is not published with %s', async (_name, field, spoil) => {
    const pack = spoil(packOf(`bad-${(serial += 1)}`));
    const { status, body } = await send('admin', 'POST', '', bodyFor(pack, true));
    expect([status, body.data?.content?.code]).toEqual([400, 'publication_fault']);
    expect(body.data.content.message).toContain(field);
    // As a draft it may wait to be mended.
    const kept = await draft(pack);
    expect((await send('admin', 'PATCH', kept.id, { active: true, version: 1 })).status).toBe(400);
    expect(await read(kept.id)).toMatchObject({ active: false, version: 1, publishedAt: '' });
  });

  it('of one version is published once, however many try at the same moment', async () => {
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => send('admin', 'POST', '', bodyFor(packOf('race'), true)))
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is published by administrators alone', async () => {
    const made = await draft(packOf('v-3'));
    for (const who of ['out', 'pending', 'disabled', 'planner', 'dispatcher', 'official', 'reporter'] as const) {
      expect([400, 401, 403, 404], who).toContain(
        (await send(who, 'PATCH', made.id, { active: true, version: 1 })).status
      );
      expect([400, 401, 403, 404], who).toContain((await send(who, 'POST', '', bodyFor(packOf('v-4'), true))).status);
      expect([400, 401, 403, 404], who).toContain((await send(who, 'DELETE', made.id)).status);
    }
    expect(await read(made.id)).toMatchObject({ active: false, version: 1 });
  });

  it('once published is heard at other desks', async () => {
    const made = await draft(packOf('v-5', day(2)));
    const desk = await listen(world.server.url, world.tokens.dispatcher, ['rule_packs/*']);
    try {
      await send('admin', 'PATCH', made.id, { active: true, version: 1 });
      await desk.heard(made.key);
      expect(desk.events.find(({ key }) => key === made.key)?.record).toMatchObject({
        active: true,
        packVersion: 'v-5'
      });
    } finally {
      desk.close();
    }
  });
});
