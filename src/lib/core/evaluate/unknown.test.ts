import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import { editRecord } from '../change/edit-record';
import { COUNT_FIELDS, type CountField, type Facility, type PeopleCount } from '../model/records';
import type { FigureRef } from '../model/results';
import type { Situation } from '../model/situation';
import { hospitalLoads } from '../operations/hospital-load';
import { knownCount } from '../people/known-count';
import { maskCount } from '../people/mask-counts';
import { exclusions } from '../referral/refer';
import { DEFAULT_RULE_PACK as pack } from '../rules/rule-pack';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createTravelCache } from './travel-cache';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const run = (each: Situation) => evaluate({ situation: each, settings: TINY_SETTINGS, revision: 1, travel });
const explained = (each: Situation, figure: FigureRef) =>
  explain({ figure, situation: each, results: run(each), pack });
const [count] = situation.peopleCounts.values();
/** The tiny area with the near village counted in full, in these alone, or never. */
const counted = (fields: Partial<PeopleCount>): Situation => ({
  ...situation,
  peopleCounts: new Map([[count.id, { ...count, ...fields }]])
});
const only = (...entered: CountField[]): Situation => {
  const unknown = COUNT_FIELDS.filter((field) => !entered.includes(field));
  return counted({ ...Object.fromEntries(unknown.map((field) => [field, 0])), unknown });
};
const near = 'near' as never;

describe('counts that nobody entered', () => {
  it('are known to nobody, and an empty list or none changes nothing', () => {
    const [partly] = only('aged65').peopleCounts.values();
    expect(COUNT_FIELDS.map((field) => knownCount(partly, field))).toEqual([20, ...Array(10).fill(null)]);
    for (const unknown of [[], null, undefined]) expect(knownCount({ ...count, unknown }, 'returnees')).toBe(0);
    expect(run(counted({ unknown: [] }))).toEqual(run(situation));
  });

  it('leave a village without a clear account, as one that was never counted', () => {
    const never = run(counted({ countedOn: null }));
    const partly = run(only('aged65'));
    const accounts = (of: typeof never) => of.tiles.find(({ mechanism }) => mechanism === 'accounts');
    expect(accounts(run(situation))).toMatchObject({ value: 1, total: 2 });
    expect(accounts(partly)).toEqual(accounts(never));
    expect(accounts(partly)).toMatchObject({ value: 0, total: 2 });
    const gaps = (of: typeof never) => of.gaps.filter(({ kind }) => kind === 'gap-people-count');
    expect(gaps(partly)).toEqual(gaps(never));
    expect(gaps(partly).every(({ have }) => have === null)).toBe(true);
    const why = explained(only('aged65'), { kind: 'people', villageId: near, rule: 'count' });
    expect(why.result).toEqual({ code: 'value-unknown' });
    expect(why.leftOut.map(({ code }) => code)).toEqual(
      ['aged80', 'red', 'yellow', 'green'].map((field) => `left-out-unknown-${field}`)
    );
  });

  it('make no contact due and none made, and say so', () => {
    const partly = only('aged65', 'red', 'yellow');
    const guidance = (each: Situation) => run(each).tiles.find(({ mechanism }) => mechanism === 'guidance');
    expect(guidance(counted({ contactsDone: 0 }))).toMatchObject({ value: 0, total: 1 });
    expect(guidance(partly)).toMatchObject({ total: 0, status: 'not-assessable' });
    expect(run(partly).gaps.filter(({ kind }) => kind === 'gap-contacts')).toEqual([]);
    const contacts = explained(partly, { kind: 'people', villageId: near, rule: 'contacts' });
    expect(contacts).toMatchObject({
      result: { code: 'value-unknown' },
      leftOut: [{ code: 'left-out-unknown-contactsDone' }]
    });
    expect(explained(partly, { kind: 'tile', tile: 'guidance' }).leftOut).toContainEqual({
      code: 'left-out-unknown-counts',
      params: { count: 1 }
    });
  });

  it('leave their part out of the risk', () => {
    const risk = run(only('aged65')).villages.find(({ villageId }) => villageId === near)?.risk;
    const part = (code: string) => risk?.parts.find((each) => each.code === code);
    expect(part('risk-part-labels')).toMatchObject({ value: null, points: null });
    expect(part('risk-part-aged')?.value).toBe(20);
  });

  it('are nothing to withhold, and hide no small label behind them', () => {
    const [partly] = only('aged65', 'red', 'yellow').peopleCounts.values();
    expect(maskCount({ ...partly, red: 1, yellow: 30 })).toMatchObject({
      masked: ['red', 'yellow'],
      unknown: partly.unknown,
      red: 0,
      yellow: 0
    });
  });
});

describe('figures of a site that nobody entered', () => {
  const site = (id: string, fields: Partial<Facility>): Situation => ({
    ...situation,
    facilities: new Map(situation.facilities).set(id, { ...situation.facilities.get(id)!, ...fields })
  });
  const of = (each: Situation, id: string) =>
    run(each).gaps.filter(({ kind, place }) => kind === 'gap-oximeters' && place.id === id);

  it('are no shortage, though the site reported', () => {
    expect(of(site('clinic', { oximeters: 0 }), 'clinic')).toMatchObject([{ have: 0, need: 2 }]);
    const open = site('clinic', { oximeters: 0, unknown: ['oximeters'] });
    expect(of(open, 'clinic')).toEqual([]);
    const figure = { kind: 'equipment', facilityId: 'clinic', rule: 'oximeters' } as unknown as FigureRef;
    expect(explained(open, figure)).toMatchObject({
      result: { code: 'result-not-assessable' },
      leftOut: [{ code: 'left-out-unknown-figure' }]
    });
  });

  it('fill no hospital: its beds are not known', () => {
    const open = site('designated', { bedsFree: 0, unknown: ['bedsFree'] });
    expect(hospitalLoads(open.facilities.values(), [], pack)[0]).toMatchObject({ share: null, full: false });
    const facility = open.facilities.get('designated')!;
    const care = { carePlace: 'designated' as never, needs: [] };
    expect(exclusions({ facility, noWay: null }, care, pack).map(({ code }) => code)).toEqual(['passed-beds-unknown']);
  });

  it('are known once a hand states them, a 0 too', () => {
    const open = site('clinic', { oximeters: 0, unknown: ['oximeters', 'staffNow'] });
    const { edits } = editRecord(open, { collection: 'facilities', id: 'clinic', fields: { oximeters: 0 } });
    expect(edits).toMatchObject([{ after: { oximeters: 0, unknown: ['staffNow'], editedFields: ['unknown'] } }]);
    const other = editRecord(open, { collection: 'facilities', id: 'clinic', fields: { address: 'x' } });
    expect(other.edits).toMatchObject([{ after: { unknown: ['oximeters', 'staffNow'] } }]);
  });
});
