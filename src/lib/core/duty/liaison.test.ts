import { describe, expect, it } from 'vitest';
import type { FacilityId, TownshipId } from '../model/ids';
import type { DutyShift, Post } from '../model/records';
import { liaisonOfSite, liaisonOfVehicles, onDutyAt } from './liaison';

const post = (id: string, more: Partial<Post>): [string, Post] => [
  id,
  {
    id,
    unit: 'county',
    origin: 'hand',
    editedFields: [],
    version: 1,
    kind: 'designated',
    facilityId: null,
    person: 'Li',
    telephone: '120',
    deputy: '',
    deputyTelephone: '',
    ...more
  }
];
const site = 'f1' as FacilityId;
const town = 't1' as TownshipId;

describe('whom to call', () => {
  it('at a hospital: the one who holds a post, with the deputy; nobody where none is on record', () => {
    const posts = new Map([
      post('a', { facilityId: site, person: '' }),
      post('b', { facilityId: site, kind: 'lead-hospital', deputy: 'Wu', deputyTelephone: '119' }),
      post('c', { facilityId: site, kind: 'counterpart', person: 'city' })
    ]);
    expect(liaisonOfSite({ posts }, site)?.people).toEqual([
      { role: 'liaison', name: 'Li', telephone: '120' },
      { role: 'deputy', name: 'Wu', telephone: '119' }
    ]);
    expect(liaisonOfSite({ posts }, 'f2' as FacilityId)).toBeNull();
    expect(liaisonOfSite({ posts: new Map([post('a', { facilityId: site, person: '' })]) }, site)?.people).toEqual([]);
  });

  it('for vehicles: the township’s own, else the county’s', () => {
    const county = post('c', { kind: 'vehicles', person: 'County' });
    const own = (person: string) => post('o', { kind: 'vehicles', unit: town, person });
    const first = (...posts: [string, Post][]) => liaisonOfVehicles({ posts: new Map(posts) }, town)?.people[0]?.name;
    expect(first(county, own('Own'))).toBe('Own');
    expect(first(county, own(''))).toBe('County');
    expect(first(own(''))).toBeUndefined();
    expect(liaisonOfVehicles({ posts: new Map() }, town)).toBeNull();
  });

  it('on duty: from the begin to the end, which is no longer', () => {
    const shift = (id: string, startsAt: string, endsAt: string, unit = 'county') =>
      [id, { id, unit, person: id, startsAt, endsAt }] as unknown as [string, DutyShift];
    const dutyShifts = new Map([
      shift('day', '2026-11-22T00:00:00Z', '2026-11-22T12:00:00Z'),
      shift('night', '2026-11-22T12:00:00Z', '2026-11-23T00:00:00Z'),
      shift('town', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z', 't1')
    ]);
    const at = (iso: string) => onDutyAt({ dutyShifts }, 'county', Date.parse(iso)).map(({ id }) => id);
    expect(at('2026-11-22T00:00:00Z')).toEqual(['day']);
    expect(at('2026-11-22T12:00:00Z')).toEqual(['night']);
    expect(at('2026-11-23T00:00:00Z')).toEqual([]);
  });
});
