import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAVEL_SCENARIO } from '../routing/scenario';
import { checkRulePack, checkScenario } from './check-content';
import { DEFAULT_RULE_PACK } from './rule-pack';

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const site = { id: 'a', unit: 'county' };
const edit = { collection: 'facilities', id: 'a', before: site, after: site };

describe('content of a record', () => {
  it('lets what is shipped pass', () => {
    expect(checkRulePack(plain(DEFAULT_RULE_PACK))).toBeNull();
    expect(checkScenario('travel', { ...plain(DEFAULT_TRAVEL_SCENARIO), active: true })).toBeNull();
    expect(checkScenario('plan', { verb: 'scenario', edits: [] })).toBeNull();
    expect(checkScenario('plan', { verb: 'scenario', edits: [edit, { ...edit, before: null }] })).toBeNull();
  });

  it.each([
    [{ edits: [] }, 'verb'],
    [{ verb: 'x' }, 'edits'],
    [{ verb: 'x', edits: [{ ...edit, collection: 'users' }] }, 'edits.0.collection'],
    [{ verb: 'x', edits: [edit, { ...edit, id: '' }] }, 'edits.1.id'],
    [{ verb: 'x', edits: [{ ...edit, after: { ...site, id: 'b' } }] }, 'edits.0.after.id'],
    [{ verb: 'x', edits: [{ ...edit, before: null, after: null }] }, 'edits.0.after'],
    [{ verb: 'x', edits: [{ ...edit, after: undefined }] }, 'edits.0.after'],
    [[], 'content']
  ])('names the fault of the plan %j', (content, field) => {
    expect(checkScenario('plan', content)).toMatchObject({ field, message: expect.stringContaining(`${field} is`) });
  });

  it('names a bad speed, a bad flag and a bad threshold', () => {
    const table = plain(DEFAULT_TRAVEL_SCENARIO);
    table.kmh.motorcycle.wet.track = 1000;
    expect(checkScenario('travel', table)?.field).toBe('kmh.motorcycle.wet.track');
    expect(checkScenario('travel', { ...plain(DEFAULT_TRAVEL_SCENARIO), active: 'yes' })?.field).toBe('active');
    const pack = plain(DEFAULT_RULE_PACK);
    pack.rules['share-lower-percent'].value = -1;
    expect(checkRulePack(pack)?.field).toBe('rules.share-lower-percent.value');
    expect(checkScenario('other', {})?.field).toBe('kind');
  });
});
