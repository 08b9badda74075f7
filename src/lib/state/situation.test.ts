import { beforeEach, describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../tests/helpers/tiny-area';
import { invert } from '../core/change/apply-change';
import { moveFacility } from '../core/change/move-facility';
import type { FacilityId } from '../core/model/ids';
import type { Change, Situation } from '../core/model/situation';
import { createEngine, finish } from '../engine/engine';
import { situation } from './situation.svelte';

const { network, situation: facts } = tinyArea();
const clinic = 'clinic' as FacilityId;
const plan = moveFacility(facts, { facilityId: clinic, lon: 0.05, lat: 0 });
/** The same clinic, moved and filled by another desk. */
const elsewhere = fromElsewhere({ lon: 0.02, lat: 0.01, bedsFree: 7 });
const gone = fromElsewhere(null);

function fromElsewhere(
  fields: Partial<Situation['facilities'] extends ReadonlyMap<string, infer F> ? F : never> | null
) {
  const before = facts.facilities.get('clinic') ?? null;
  const after = before && fields && { ...before, ...fields, version: before.version + 1 };
  const change: Change = { verb: 'elsewhere', edits: [{ collection: 'facilities', id: 'clinic', before, after }] };
  return change;
}

beforeEach(() => situation.load(facts));

describe('planned changes over facts that move on', () => {
  it('keep their fields and take the others when another desk writes the same record', () => {
    situation.applyPlanned(plan);
    situation.applyReal(elsewhere);
    expect(situation.real?.facilities.get('clinic')).toMatchObject({ lon: 0.02, bedsFree: 7 });
    expect(situation.plan?.facilities.get('clinic')).toMatchObject({ lon: 0.05, lat: 0, bedsFree: 7 });
    situation.dropPlanned(plan);
    expect(situation.plan).toBe(situation.real);
  });

  it('give way when another desk deletes the record', () => {
    situation.applyPlanned(plan);
    situation.applyReal(gone);
    expect(situation.plan?.facilities.has('clinic')).toBe(false);
    situation.discardPlan();
    expect(situation.plan).toBe(situation.real);
  });

  it('are those of the engine, in any order', () => {
    for (const order of [
      [plan, elsewhere],
      [elsewhere, plan],
      [plan, elsewhere, invert(plan)]
    ]) {
      situation.load(facts);
      const engine = createEngine({ elapsed: () => 0, solve: () => Promise.reject(new Error('no solver')) });
      finish(engine.open({ network, situation: facts, settings: TINY_SETTINGS }));
      let figures;
      order.forEach((change, revision) => {
        const planned = change !== elsewhere;
        if (!planned) situation.applyReal(change);
        else if (situation.planned.length > 0) situation.dropPlanned(plan);
        else situation.applyPlanned(change);
        figures = finish(engine.change({ revision, change, planned }));
      });
      const held = situation.plan;
      if (!held || !figures) throw new Error('nothing is open');
      const alone = createEngine({ elapsed: () => 0, solve: () => Promise.reject(new Error('no solver')) });
      const expected = finish(alone.open({ network, situation: held, settings: TINY_SETTINGS }));
      expect({ ...(figures as { plan: object }).plan, revision: 0 }).toEqual({ ...expected, revision: 0 });
    }
  });
});
