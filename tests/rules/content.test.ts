import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TRAVEL_SCENARIO, type TravelScenario } from '../../src/lib/core/routing/scenario';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { bodyOf } from './records';
import { makeWorld, type World } from './world';

let world: World;
let serial = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => world?.server.remove());

const place = () => ({ area: 'tiny', unit: 'county', suffix: `content-${(serial += 1)}` });
const post = (collection: string, body: Record<string, unknown>) =>
  world.server.send('POST', `/api/collections/${collection}/records`, {
    token: world.tokens.admin,
    body: { ...bodyOf(collection, place()), ...body }
  });

function pack(edit: (pack: typeof DEFAULT_RULE_PACK) => void): unknown {
  const copy = structuredClone(DEFAULT_RULE_PACK);
  edit(copy);
  return copy;
}
function table(edit: (table: TravelScenario) => void, active: unknown = true): unknown {
  const copy = structuredClone(DEFAULT_TRAVEL_SCENARIO);
  edit(copy);
  return { ...copy, active };
}
const bad = <T>(value: T) => value as never;

describe('content is judged by the core itself', () => {
  it.each([
    ['rule_packs', {}, pack((all) => (all.rules['share-lower-percent'].value = bad(150))), 'share-lower-percent.value'],
    ['rule_packs', {}, pack((all) => (all.rules['stock-days'].unit = bad('weeks'))), 'rules.stock-days.unit'],
    ['rule_packs', {}, { a: 1 }, 'documents'],
    [
      'scenarios',
      { kind: 'travel' },
      table((all) => (all.kmh.ambulance.dry.primary = -5)),
      'kmh.ambulance.dry.primary'
    ],
    ['scenarios', { kind: 'travel' }, table((all) => (all.walkKmh = bad('4'))), 'walkKmh'],
    ['scenarios', { kind: 'travel' }, table(() => undefined, 'yes'), 'active'],
    ['scenarios', { kind: 'plan' }, { verb: 'x' }, 'edits'],
    ['scenarios', { kind: 'plan' }, { verb: 'x', edits: [{ collection: 'users', id: 'a' }] }, 'edits.0.collection']
  ])('%s %o is refused with its entry named', async (collection, body, content, entry) => {
    const answer = await post(collection, { ...body, content });
    expect(answer.status).toBe(400);
    expect(answer.body.data.content.message).toContain(entry);
  });

  it('lets good ones pass, and refuses to make a good one bad', async () => {
    const rules = pack((all) => (all.rules['coverage-headline-minutes'].value = 45));
    expect((await post('rule_packs', { content: rules })).status).toBe(200);
    const plan = { verb: 'scenario', edits: [{ collection: 'crews', id: 'a', before: null, after: { id: 'a' } }] };
    expect((await post('scenarios', { kind: 'plan', content: plan })).status).toBe(200);
    const made = await post('scenarios', { kind: 'travel', content: table((all) => (all.walkKmh = 3)) });
    expect(made.status).toBe(200);
    const broken = await world.server.send('PATCH', `/api/collections/scenarios/records/${made.body.id}`, {
      token: world.tokens.admin,
      body: { content: table((all) => (all.walkKmh = 0)), version: 1 }
    });
    expect(broken.status).toBe(400);
    expect(broken.body.data.content.message).toContain('walkKmh is 0, wanted a number from 0.1 to 20');
  });
});
