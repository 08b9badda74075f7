import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { FacilityId, VehicleId, VillageId } from '../model/ids';
import type { Change, Situation } from '../model/situation';
import { addFacility } from './add-facility';
import { applyChange, ChangeConflict, invert, overlayChange, overlayPlan, revert } from './apply-change';
import { closeRoad } from './close-road';
import { editRecord } from './edit-record';
import { moveFacility } from './move-facility';
import { moveVehicleBase } from './move-vehicle-base';
import { placeVillage } from './place-village';
import { reopenRoad } from './reopen-road';
import { setFacilityOpen } from './set-facility-open';
import { slowRoad } from './slow-road';

const { situation } = tinyArea();
const clinic = 'clinic' as FacilityId;
const stretch = { wayId: 30, fromNode: 4, toNode: 5, reason: 'flood', startsAt: '2026-11-22T00:00:00Z' };

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const verbs: fc.Arbitrary<(from: Situation) => Change> = fc.oneof(
  fc.record({ lon, lat }).map((at) => (from: Situation) => moveFacility(from, { facilityId: clinic, ...at })),
  fc
    .record({ lon, lat })
    .map((at) => (from: Situation) => moveVehicleBase(from, { vehicleId: 'a-1' as VehicleId, ...at })),
  fc
    .record({ lon, lat })
    .map((at) => (from: Situation) => placeVillage(from, { villageId: 'far' as VillageId, ...at })),
  fc.boolean().map((open) => (from: Situation) => setFacilityOpen(from, { facilityId: clinic, open })),
  fc
    .integer({ min: 1, max: 99 })
    .map((speedPercent) => (from: Situation) => slowRoad(from, { ...stretch, speedPercent })),
  fc.constant((from: Situation) => closeRoad(from, stretch)),
  fc.constant((from: Situation) => {
    const [closure] = from.closures.values();
    return closure ? reopenRoad(from, { closureId: closure.id }) : { verb: 'none', edits: [] };
  }),
  fc
    .nat(500)
    .map(
      (bedsFree) => (from: Situation) =>
        editRecord(from, { collection: 'facilities', id: clinic, fields: { bedsFree } })
    )
);

describe('changes', () => {
  it('the inverse undoes any row of acts exactly, and what was not touched stays the same object', () => {
    fc.assert(
      fc.property(fc.array(verbs, { maxLength: 12 }), (acts) => {
        let now = situation;
        const done: Change[] = [];
        for (const act of acts) {
          const change = act(now);
          done.push(change);
          now = applyChange(now, change);
        }
        expect(now.townships).toBe(situation.townships);
        for (const change of done.reverse()) now = applyChange(now, invert(change));
        expect(now).toEqual(situation);
      })
    );
  });

  it('does not write into what it was given, notes the fields and raises the version by one', () => {
    const frozen = JSON.stringify([...situation.facilities]);
    const next = applyChange(situation, setFacilityOpen(situation, { facilityId: clinic, open: false }));
    expect(JSON.stringify([...situation.facilities])).toBe(frozen);
    expect(next.facilities.get(clinic)).toMatchObject({ open: false, version: 2, editedFields: ['open'] });
    expect(next.facilities.get('hospital')).toBe(situation.facilities.get('hospital'));
  });

  it('an echo and an act without effect give the same situation', () => {
    const change = closeRoad(situation, stretch);
    const next = applyChange(situation, change);
    expect(applyChange(next, change)).toBe(next);
    expect(applyChange(situation, setFacilityOpen(situation, { facilityId: clinic, open: true }))).toBe(situation);
  });

  it('closing the same stretch from its other end edits the one record', () => {
    const next = applyChange(situation, slowRoad(situation, { ...stretch, speedPercent: 40 }));
    const closed = applyChange(next, closeRoad(next, { ...stretch, fromNode: 5, toNode: 4 }));
    expect([...closed.closures.values()]).toMatchObject([{ id: 'way-30-4-5', speedPercent: 0, version: 2 }]);
  });

  it('edits of different fields meet; of the same field they conflict and nothing applies', () => {
    const open = setFacilityOpen(situation, { facilityId: clinic, open: false });
    const beds = (bedsFree: number) =>
      editRecord(situation, { collection: 'facilities', id: clinic, fields: { bedsFree } });
    const both = applyChange(applyChange(situation, open), beds(7));
    expect(both.facilities.get(clinic)).toMatchObject({ open: false, bedsFree: 7, version: 3 });
    const seven = applyChange(situation, beds(7));
    expect(() => applyChange(seven, beds(8))).toThrow(ChangeConflict);
    expect(() => applyChange(seven, beds(8))).toThrow('facilities "clinic": field bedsFree');
    expect(overlayChange(seven, beds(8)).facilities.get(clinic)).toMatchObject({ bedsFree: 8 });
  });

  it('what is on record goes back with versions that grow, and may go forth and back again', () => {
    const close = setFacilityOpen(situation, { facilityId: clinic, open: false });
    const closed = applyChange(situation, close);
    const back = applyChange(closed, revert(close));
    expect(back.facilities.get(clinic)).toMatchObject({ open: true, version: 3 });
    expect(applyChange(back, close).facilities.get(clinic)).toMatchObject({ open: false, version: 4 });

    const stop = closeRoad(situation, stretch);
    const stopped = applyChange(situation, stop);
    const slow = slowRoad(stopped, { ...stretch, speedPercent: 50 });
    const slowed = applyChange(stopped, slow);
    const id = stop.edits[0].id;
    const reopen = reopenRoad(slowed, { closureId: id });
    const anew = applyChange(applyChange(slowed, reopen), revert(reopen));
    expect(anew.closures.get(id)).toMatchObject({ speedPercent: 50, version: 1 });
    expect(applyChange(anew, reopen).closures.has(id)).toBe(false);
  });

  it('a trial taken back step by step never hides what another desk did', () => {
    const close = closeRoad(situation, stretch);
    const closed = applyChange(situation, close);
    const reopen = reopenRoad(closed, { closureId: close.edits[0].id });
    const slow = slowRoad(closed, { ...stretch, speedPercent: 50 });
    expect(overlayPlan(situation, [close, reopen])).toBe(situation);
    expect(overlayPlan(closed, [close, reopen])).toBe(closed);
    expect(overlayPlan(situation, [close])).toEqual(closed);
    expect(overlayPlan(situation, [close, slow]).closures.get(close.edits[0].id)).toMatchObject({ speedPercent: 50 });
    expect(overlayPlan(closed, [reopen]).closures.size).toBe(situation.closures.size);
  });

  it('a trial over a record deleted meanwhile leaves it deleted', () => {
    const closed = applyChange(situation, closeRoad(situation, stretch));
    const slow = slowRoad(closed, { ...stretch, speedPercent: 50 });
    expect(() => applyChange(situation, slow)).toThrow(ChangeConflict);
    expect(overlayChange(situation, slow)).toBe(situation);
  });

  it('refuses what cannot be', () => {
    expect(() => moveFacility(situation, { facilityId: clinic, lon: 200, lat: 0 })).toThrow(RangeError);
    expect(() => moveFacility(situation, { facilityId: clinic, lon: NaN, lat: 0 })).toThrow(RangeError);
    expect(() => slowRoad(situation, { ...stretch, speedPercent: 100 })).toThrow(RangeError);
    expect(() => reopenRoad(situation, { closureId: 'none' })).toThrow(RangeError);
    expect(() => closeRoad(situation, { ...stretch, toNode: null })).toThrow(RangeError);
    const facility = situation.facilities.get(clinic)!;
    expect(() => addFacility(situation, { facility })).toThrow(RangeError);
  });
});
