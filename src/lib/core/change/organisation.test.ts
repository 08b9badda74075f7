import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import type { AllianceId, FacilityId, TownshipId } from '../model/ids';
import type { Alliance, Post, Township, Zone } from '../model/records';
import type { Change, Situation } from '../model/situation';
import { addRecords, removeRecord } from './add-records';
import { applyChange, ChangeConflict, invert, revert } from './apply-change';
import { assignTownship } from './assign-township';
import { editRecord } from './edit-record';
import { joinAlliance, removeAlliance } from './join-alliance';

const { situation } = tinyArea();
const base = { unit: 'county', origin: 'hand', editedFields: [] as string[], version: 1 } as const;
const mapOf = <T extends { id: string }>(records: readonly T[]) => new Map(records.map((each) => [each.id, each]));
const townIds = ['town', 'b', 'c'] as TownshipId[];
const townships = mapOf(townIds.map((id) => ({ ...situation.townships.get('town')!, id, unit: id }) as Township));
const zone = (id: string, townshipIds: TownshipId[]): Zone => ({
  ...base,
  id,
  names: { local: id },
  facilityId: null,
  townshipIds
});
const zoned: Situation = {
  ...situation,
  townships,
  zones: mapOf([zone('z1', ['town', 'b'] as TownshipId[]), zone('z2', [])])
};
const zonesOf = (from: Situation, townshipId: string) =>
  [...from.zones.values()].filter(({ townshipIds }) => townshipIds.includes(townshipId as never)).map(({ id }) => id);

/** Every state between the edits of a change, as the server is brought through them. */
const steps = (from: Situation, { verb, edits }: Change) =>
  edits.map((_, i) => applyChange(from, { verb, edits: edits.slice(0, i + 1) }));

describe('assignTownship', () => {
  it('leaves a township in the zone asked for alone, whatever zones held it, and in two at no step there or back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...townIds), fc.constantFrom('z1', 'z2', null)), { maxLength: 12 }),
        (moves) => {
          let now = zoned;
          for (const [townshipId, zoneId] of moves) {
            const change = assignTownship(now, { townshipId, zoneId });
            for (const step of steps(now, change)) expect(zonesOf(step, townshipId).length).toBeLessThanOrEqual(1);
            const next = applyChange(now, change);
            expect(zonesOf(next, townshipId)).toEqual(zoneId === null ? [] : [zoneId]);
            for (const step of steps(next, revert(change)))
              expect(zonesOf(step, townshipId).length).toBeLessThanOrEqual(1);
            expect(applyChange(next, invert(change)).zones).toEqual(now.zones);
            now = next;
          }
        }
      )
    );
  });

  it('changes nothing where it stands already, and names what is unknown', () => {
    expect(assignTownship(zoned, { townshipId: 'b' as TownshipId, zoneId: 'z1' }).edits).toEqual([]);
    expect(() => assignTownship(zoned, { townshipId: 'x' as TownshipId, zoneId: null })).toThrow(/"x"/);
    expect(() => assignTownship(zoned, { townshipId: 'b' as TownshipId, zoneId: 'z9' })).toThrow(/"z9"/);
  });
});

describe('alliances', () => {
  const alliance = {
    ...base,
    id: 'a1' as AllianceId,
    names: { local: 'A' },
    leadFacilityId: 'designated',
    designatedFacilityId: 'designated',
    subDesignatedFacilityId: null
  } as Alliance;
  const with1 = { ...situation, alliances: mapOf([alliance]) };
  const allianceOf = (from: Situation, id: string) => from.facilities.get(id)?.allianceId;

  it('a hospital joins with its clinics, and leaves with them when the alliance ends', () => {
    const joined = applyChange(
      with1,
      joinAlliance(with1, { facilityId: 'hospital' as FacilityId, allianceId: alliance.id })
    );
    expect(['hospital', 'clinic', 'designated'].map((id) => allianceOf(joined, id))).toEqual(['a1', 'a1', null]);
    const ended = applyChange(joined, removeAlliance(joined, alliance.id));
    expect([ended.alliances.size, allianceOf(ended, 'hospital'), allianceOf(ended, 'clinic')]).toEqual([0, null, null]);
    expect(() => joinAlliance(with1, { facilityId: 'hospital' as FacilityId, allianceId: 'a9' as AllianceId })).toThrow(
      /a9/
    );
    expect(() => joinAlliance(with1, { facilityId: 'f9' as FacilityId, allianceId: null })).toThrow(/f9/);
  });
});

describe('records made and read by hand', () => {
  const post: Post = {
    ...base,
    id: 'p1',
    kind: 'grid',
    facilityId: null,
    person: 'Li',
    telephone: '120',
    deputy: '',
    deputyTelephone: ''
  };

  it('are added at version 1 as by hand, and taken away again', () => {
    const { origin: _o, editedFields: _e, version: _v, ...fields } = post;
    const change = addRecords(situation, { collection: 'posts', records: [fields], verb: 'add-post' });
    const next = applyChange(situation, change);
    expect(next.posts.get('p1')).toMatchObject({ origin: 'hand', version: 1, person: 'Li' });
    expect(() => addRecords(next, { collection: 'posts', records: [fields], verb: 'add-post' })).toThrow(/p1/);
    const gone = applyChange(next, removeRecord(next, { collection: 'posts', id: 'p1', verb: 'remove-post' }));
    expect(gone.posts.has('p1')).toBe(false);
    expect(() => removeRecord(gone, { collection: 'posts', id: 'p1', verb: 'remove-post' })).toThrow(/p1/);
  });

  it('an edit of what was read before another desk wrote keeps their other fields and tells of the same one', () => {
    const theirs = { ...post, telephone: '119', version: 2 };
    const now = { ...situation, posts: mapOf([theirs]) };
    const edit = (fields: Partial<Post>) => editRecord(now, { collection: 'posts', id: 'p1', from: post, fields });
    expect(applyChange(now, edit({ person: 'Wu' })).posts.get('p1')).toMatchObject({
      person: 'Wu',
      telephone: '119',
      version: 3
    });
    expect(() => applyChange(now, edit({ telephone: '110' }))).toThrow(ChangeConflict);
  });
});
