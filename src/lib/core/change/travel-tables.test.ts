import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { Situation } from '../model/situation';
import { withEntry } from '../routing/table-entry';
import { activeTravelScenario, DEFAULT_TRAVEL_SCENARIO as SHIPPED } from '../routing/scenario';
import { applyChange, invert, overlayChange } from './apply-change';
import {
  isActive,
  isTableTrial,
  putTableInForce,
  sameTable,
  saveTravelTable,
  TRIAL_TABLE_ID,
  tryTravelTable
} from './travel-tables';

const { situation } = tinyArea();
const slow = withEntry(SHIPPED, ['kmh', 'ambulance', 'dry', 'primary'], 20);
const slower = withEntry(slow, ['kmh', 'ambulance', 'wet', 'primary'], 10);
const kmh = (from: Situation) => activeTravelScenario(from).kmh.ambulance.dry.primary;
const saved = (from: Situation, id: string, table = slow) =>
  applyChange(from, saveTravelTable(from, { id, name: id, table }));

describe('travel tables', () => {
  it('a trial is in force on its screen alone, goes when the shipped numbers come back, and is undone exactly', () => {
    const first = tryTravelTable({ real: situation, plan: situation }, { table: slow });
    expect(isTableTrial(first)).toBe(true);
    const plan = overlayChange(situation, first);
    expect(kmh(plan)).toBe(20);
    expect(kmh(situation)).toBe(50);
    const second = tryTravelTable({ real: situation, plan }, { table: slower });
    const next = overlayChange(plan, second);
    expect(activeTravelScenario(next).kmh.ambulance.wet.primary).toBe(10);
    expect(applyChange(next, invert(second))).toEqual(plan);
    const back = overlayChange(next, tryTravelTable({ real: situation, plan: next }, { table: SHIPPED }));
    expect(back.scenarios.has(TRIAL_TABLE_ID)).toBe(false);
    expect(tryTravelTable({ real: situation, plan: situation }, { table: SHIPPED }).edits).toEqual([]);
  });

  it('a saved table is in force for nobody until it is put in force; then it alone', () => {
    const one = saved(situation, 'travel-1');
    const two = saved(one, 'travel-2', slower);
    expect(kmh(two)).toBe(50);
    const used = applyChange(two, putTableInForce(two, { id: 'travel-2' }));
    expect(sameTable(activeTravelScenario(used), slower)).toBe(true);
    const other = putTableInForce(used, { id: 'travel-1' });
    expect(other.edits.map(({ id }) => id)).toEqual(['travel-1', 'travel-2']);
    const swapped = applyChange(used, other);
    expect([...swapped.scenarios.values()].filter(isActive).map(({ id }) => id)).toEqual(['travel-1']);
    expect(applyChange(swapped, invert(other))).toEqual(used);
    const shipped = applyChange(swapped, putTableInForce(swapped, { id: null }));
    expect(activeTravelScenario(shipped)).toBe(SHIPPED);
  });

  it('a trial stands above whatever table is in force for all, and the shipped one can be tried over it', () => {
    const used = applyChange(
      saved(situation, 'travel-zz'),
      putTableInForce(saved(situation, 'travel-zz'), { id: 'travel-zz' })
    );
    expect(kmh(used)).toBe(20);
    expect(kmh(overlayChange(used, tryTravelTable({ real: used, plan: used }, { table: SHIPPED })))).toBe(50);
    expect(tryTravelTable({ real: used, plan: used }, { table: { ...slow, name: 'another' } }).edits).toEqual([]);
  });

  it('names what does not exist', () => {
    expect(() => putTableInForce(situation, { id: 'travel-9' })).toThrow('travel-9');
    const one = saved(situation, 'travel-1');
    expect(() => saveTravelTable(one, { id: 'travel-1', name: 'x', table: slow })).toThrow('travel-1');
  });
});
