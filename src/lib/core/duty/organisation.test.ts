import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_NOW, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import '../../i18n/late-messages';
import { translate } from '../../i18n/t';
import { createTravelCache } from '../evaluate/travel-cache';
import { evaluate } from '../evaluate/evaluate';
import { explain } from '../evaluate/explain';
import type { FacilityId } from '../model/ids';
import type { Alliance, DutyShift, Facility, Post, PostKind, Supplier, Township, Zone } from '../model/records';
import type { FigureRef, Phrase } from '../model/results';
import type { Situation } from '../model/situation';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { dutyCover } from './duty-cover';
import { duePosts } from './due-posts';
import { judgePosts } from './judge-posts';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const base = { unit: 'county', origin: 'hand', editedFields: [] as string[], version: 1 } as const;
const mapOf = <T extends { id: string }>(records: readonly T[]) => new Map(records.map((each) => [each.id, each]));

const run = (from: Situation, settings = TINY_SETTINGS) => evaluate({ situation: from, settings, revision: 1, travel });
const gapsOf = (from: Situation, settings = TINY_SETTINGS) =>
  run(from, settings).gaps.filter(({ group, kind }) => group === 'organisation' || kind === 'gap-medicine-point');

const alliance = {
  ...base,
  id: 'all-1',
  names: { local: 'Alliance' },
  leadFacilityId: 'designated',
  designatedFacilityId: 'designated',
  subDesignatedFacilityId: null
} as Alliance;
const post = (kind: PostKind, unit: string, facilityId: string | null, more: Partial<Post> = {}): Post =>
  ({
    ...base,
    id: `p-${kind}-${unit}`,
    unit,
    kind,
    facilityId,
    person: 'Li',
    telephone: '120',
    deputy: '',
    deputyTelephone: '',
    ...more
  }) as Post;
const shift = (id: string, startsAt: string, endsAt: string, more: Partial<DutyShift> = {}): DutyShift => ({
  ...base,
  id,
  person: 'Wang',
  telephone: '120',
  startsAt,
  endsAt,
  ...more
});
const zone = (id: string, townshipIds: string[], facilityId: string | null = 'designated') =>
  ({ ...base, id, names: { local: id }, townshipIds, facilityId }) as Zone;
const supplier = (id: string, kind: Supplier['kind'], lon: number | null = 0, lat: number | null = 0): Supplier => ({
  ...base,
  id,
  names: { local: id },
  kind,
  lon,
  lat,
  telephone: ''
});

const inAlliance = (from: Situation): Situation => ({
  ...from,
  alliances: mapOf([alliance]),
  facilities: new Map(
    [...from.facilities].map(([id, each]): [string, Facility] => [id, { ...each, allianceId: alliance.id }])
  )
});

describe('posts', () => {
  it('are wanted of the county, of each hospital and of each township', () => {
    expect(duePosts(situation).map(({ id }) => id)).toEqual([
      'post-responsible-county',
      'post-designated-designated',
      'post-counterpart-county',
      'post-township-hospital-hospital',
      'post-responsible-town',
      'post-vehicles-town',
      'post-grid-town'
    ]);
    expect(duePosts(inAlliance(situation)).map(({ id }) => id)).toContain('post-counterpart-designated');
    expect(duePosts({ ...situation, vehicles: new Map() }).map(({ id }) => id)).toContain('post-vehicles-county');
  });

  it('are empty without a record, a name or a telephone; a deputy is no substitute', () => {
    const lacks = (posts: Post[]) =>
      Object.fromEntries(judgePosts({ ...situation, posts: mapOf(posts) }).map(({ id, lack }) => [id, lack]));
    expect(lacks([])['post-grid-town']).toBe('record');
    expect(lacks([post('grid', 'town', null)])).toMatchObject({ 'p-grid-town': null });
    expect(lacks([post('grid', 'town', null)])).not.toHaveProperty('post-grid-town');
    expect(lacks([post('grid', 'town', null, { person: ' ', deputy: 'Zhao' })])['p-grid-town']).toBe('person');
    expect(lacks([post('grid', 'town', null, { telephone: '' })])['p-grid-town']).toBe('telephone');
  });

  it('answer by hospital where they link to one, else by unit; a further one is listed too', () => {
    const posts = [
      post('designated', 'county', 'designated'),
      post('designated', 'town', 'clinic', { id: 'stray', person: '' }),
      post('grid', 'town', 'clinic', { id: 'grid-1' }),
      post('grid', 'town', null, { id: 'grid-2', telephone: '' })
    ];
    const found = judgePosts({ ...situation, posts: mapOf(posts) });
    expect(found.filter(({ lack }) => lack !== 'record').map(({ id, lack }) => [id, lack])).toEqual([
      ['p-designated-county', null],
      ['grid-1', null],
      ['grid-2', 'telephone'],
      ['stray', 'person']
    ]);
  });

  it('of vehicles are answered for by the county’s, once that is held', () => {
    const vehicles = (posts: Post[]) =>
      judgePosts({ ...situation, posts: mapOf(posts) }).filter(({ kind }) => kind === 'vehicles');
    expect(vehicles([]).map(({ id, lack }) => [id, lack])).toEqual([['post-vehicles-town', 'record']]);
    expect(vehicles([post('vehicles', 'county', null)]).map(({ lack }) => lack)).toEqual([null]);
    expect(vehicles([post('vehicles', 'county', null, { person: '' })]).map(({ lack }) => lack)).toEqual([
      'record',
      'person'
    ]);
  });

  it('make one gap where none is kept, else one each, graver for referral', () => {
    const posts = (from: Situation) => gapsOf(from).filter(({ id }) => id.startsWith('gap-post'));
    expect(posts(situation)).toMatchObject([
      { id: 'gap-posts-none', need: 7, severity: 'medium', place: { kind: 'area', id: 'tiny' }, rule: { item: 'L11' } }
    ]);
    const some = { ...situation, posts: mapOf([post('grid', 'town', null)]) };
    expect(posts(some).map(({ id, severity, rule }) => [id, severity, rule.requirement, rule.item])).toEqual([
      ['gap-post/post-counterpart-county', 'medium', 51, 'L11'],
      ['gap-post/post-designated-designated', 'medium', 51, 'L11'],
      ['gap-post/post-township-hospital-hospital', 'medium', 51, 'L11'],
      ['gap-post/post-vehicles-town', 'medium', 51, 'L11'],
      ['gap-post/post-responsible-county', 'low', 85, 'L19'],
      ['gap-post/post-responsible-town', 'low', 85, 'L19']
    ]);
  });
});

describe('duty', () => {
  const cover = (shifts: DutyShift[]) =>
    dutyCover({ ...situation, dutyShifts: mapOf(shifts) }, { pack: DEFAULT_RULE_PACK, now: TINY_NOW });
  /** 22 November 2026, 20:00 in the county. */
  const until = '2026-11-28T16:00:00Z';

  it('is looked at until the seventh day ends on the county’s clocks', () => {
    const [county] = cover([]);
    expect(county).toMatchObject({ unit: 'county', kept: false });
    expect(county.uncovered).toEqual([{ from: TINY_NOW, until: Date.parse(until) }]);
  });

  it('is uncovered where no shift with a name runs; overlaps and the past do no harm', () => {
    const [county] = cover([
      shift('a', '2026-11-21T00:00:00Z', '2026-11-24T00:00:00Z'),
      shift('b', '2026-11-23T00:00:00Z', '2026-11-25T00:00:00Z'),
      shift('nobody', '2026-11-25T00:00:00Z', '2026-11-25T12:00:00Z', { person: ' ' }),
      shift('c', '2026-11-25T12:00:00Z', '2027-01-01T00:00:00Z')
    ]);
    expect(county.uncovered).toEqual([
      { from: Date.parse('2026-11-25T00:00:00Z'), until: Date.parse('2026-11-25T12:00:00Z') }
    ]);
    expect(county.uncoveredMs).toBe(12 * 3_600_000);
  });

  it('of a township counts once it keeps a roster of its own', () => {
    const units = cover([shift('t', '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z', { unit: 'town' as never })]);
    expect(units.map(({ unit, kept }) => [unit, kept])).toEqual([
      ['county', false],
      ['town', true]
    ]);
  });

  it.each([
    ['nobody by a roster that is kept', [], 'high'],
    ['nobody later today', ['2026-11-22T00:00:00Z', '2026-11-23T06:00:00Z'], 'medium'],
    ['nobody in some days', ['2026-11-22T00:00:00Z', '2026-11-25T06:00:00Z'], 'low']
  ])('%s: %s → %s', (_name, [startsAt, endsAt], severity) => {
    const past = shift('past', '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z');
    const dutyShifts = mapOf([past, ...(startsAt && endsAt ? [shift('now', startsAt, endsAt)] : [])]);
    const [gap] = gapsOf({ ...situation, dutyShifts }).filter(({ kind }) => kind === 'gap-duty-uncovered');
    expect(gap).toMatchObject({ severity, need: 0, rule: { requirement: 81, item: 'L20' } });
  });

  it('explains itself stretch by stretch, on the county’s clocks', () => {
    const results = run(situation);
    const figure: FigureRef = { kind: 'duty', unit: 'county' };
    const made = explain({ figure, situation, results, pack: DEFAULT_RULE_PACK });
    expect(made.inputs.map(({ label }) => label)).toContainEqual({
      code: 'input-duty-span',
      params: { from: '2026-11-22 20:00', until: '2026-11-29 00:00' }
    });
    expect(made.result).toEqual({ code: 'value-hours', params: { value: 148 } });
  });
});

describe('zones', () => {
  const other = { ...situation.townships.get('town')!, id: 'other', unit: 'other' } as Township;
  const two = { ...situation, townships: new Map([...situation.townships, ['other', other]]) };
  const zones = (list: Zone[]) =>
    gapsOf({ ...two, zones: mapOf(list) })
      .filter(({ id }) => id.startsWith('gap-zone'))
      .map(({ id, have, need }) => [id, have, need]);

  it('hold every township once, each with its hospital', () => {
    expect(zones([])).toEqual([['gap-zones-none', 0, 2]]);
    expect(zones([zone('z1', ['town', 'other'])])).toEqual([]);
    expect(zones([zone('z1', ['town'])])).toEqual([['gap-zone-missing/other', 0, 1]]);
    expect(zones([zone('z1', ['town', 'other']), zone('z2', ['town'])])).toEqual([['gap-zone-double/town', 2, 1]]);
    expect(zones([zone('z1', ['town', 'other', 'town'], null)])).toEqual([['gap-zone-hospital/z1', false, true]]);
    expect(zones([zone('z1', ['town', 'other'], 'gone')])).toEqual([['gap-zone-hospital/z1', false, true]]);
  });

  it('tell people and minutes: weighted by residents, those without a way apart', () => {
    const results = run({ ...two, zones: mapOf([zone('z1', ['town', 'nowhere'])]) });
    const [near, far] = results.villages.map(({ reach }) => reach.severe.ms!);
    expect(results.organisation.zones.zones).toEqual([
      {
        zoneId: 'z1',
        townshipIds: ['town'],
        unknownTownshipIds: ['nowhere'],
        facilityId: 'designated',
        villages: 2,
        persons: 350,
        meanMs: (near * 100 + far * 250) / 350,
        farthestMs: far,
        noWay: 0
      }
    ]);
    const none = run({ ...two, zones: mapOf([zone('z1', ['town'], null)]) }).organisation.zones.zones[0];
    expect(none).toMatchObject({ meanMs: null, farthestMs: null, noWay: 2 });
  });
});

describe('supply, links and medicine points', () => {
  const kinds = (from: Situation) => gapsOf(from).map(({ id }) => id);

  it('wants one enterprise and one depot of the county', () => {
    expect(kinds(situation)).toEqual(expect.arrayContaining(['gap-supply-supplier', 'gap-supply-depot']));
    const suppliers = mapOf([supplier('s', 'supplier', null, null), supplier('d', 'depot')]);
    expect(kinds({ ...situation, suppliers }).filter((id) => id.startsWith('gap-supply'))).toEqual([]);
    const [, depot] = run({ ...situation, suppliers }).organisation.supply;
    expect(depot).toEqual({ kind: 'depot', have: 1, need: 1, placed: 1, reachable: 0 });
  });

  it('wants an alliance for a township hospital and a hospital for a clinic', () => {
    expect(kinds(situation)).toContain('gap-link-alliance/hospital');
    expect(kinds(inAlliance(situation))).not.toContain('gap-link-alliance/hospital');
    const alone = (parentId: string | null): Situation => ({
      ...situation,
      facilities: new Map(
        [...situation.facilities].map(([id, each]): [string, Facility] => [
          id,
          id === 'clinic' ? { ...each, parentId: parentId as FacilityId } : each
        ])
      )
    });
    expect(kinds(alone('hospital'))).not.toContain('gap-link-hospital/clinic');
    for (const parent of [null, 'gone', 'clinic']) expect(kinds(alone(parent))).toContain('gap-link-hospital/clinic');
  });

  it('a medicine point is an open site or a pharmacy within the minutes of the pack', () => {
    const pack = structuredClone(DEFAULT_RULE_PACK);
    const ms = run(situation).villages.find(({ villageId }) => villageId === ('far' as never))!.reach.any.ms!;
    pack.rules['medicine-point-minutes'].value = ms / 60_000;
    const far = (from: Situation) =>
      evaluate({ situation: from, settings: TINY_SETTINGS, rulePack: pack, revision: 1, travel })
        .gaps.filter(({ kind }) => kind === 'gap-medicine-point')
        .map(({ place }) => place.id);
    expect(far(situation)).toEqual([]);
    pack.rules['medicine-point-minutes'].value = ms / 60_000 - 0.001;
    expect(far(situation)).toEqual(['far']);
    const at = (kind: Supplier['kind']) => mapOf([supplier('s', kind, 0.05, 0)]);
    expect(far({ ...situation, suppliers: at('pharmacy') })).toEqual([]);
    expect(far({ ...situation, suppliers: at('depot') })).toEqual(['far']);
  });

  it('of an area without any open site or pharmacy the want is the county’s, not the villages’', () => {
    const shut = new Map([...situation.facilities].map(([id, each]) => [id, { ...each, open: false }]));
    expect(kinds({ ...situation, facilities: shut }).filter((id) => id.startsWith('gap-medicine-point'))).toEqual([]);
  });
});

describe('gaps of the organisation', () => {
  it('a person who is shown one township is told of that one alone', () => {
    const posts = mapOf([post('grid', 'town', null, { person: '' }), post('responsible', 'county', null)]);
    const own = gapsOf({ ...situation, posts }, { ...TINY_SETTINGS, unit: 'town' });
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ unit }) => unit !== 'town')).toEqual([]);
  });

  it('each explains itself by its rule, worded in both languages', () => {
    const untidy: Situation = {
      ...situation,
      posts: mapOf([post('grid', 'town', null, { person: '', deputy: 'Zhao' })]),
      dutyShifts: mapOf([shift('a', '2026-11-23T00:00:00Z', '2026-11-23T12:00:00Z')]),
      zones: mapOf([zone('z1', ['town'], null), zone('z2', ['town'])]),
      suppliers: mapOf([supplier('p', 'pharmacy', null, null)])
    };
    const seen = new Set<string>();
    for (const each of [situation, untidy]) {
      const results = run(each);
      const figures: FigureRef[] = [
        { kind: 'posts' },
        { kind: 'zones' },
        { kind: 'zone', townshipId: 'town' as never },
        { kind: 'supply', supply: 'pharmacy' },
        { kind: 'medicine-point', villageId: 'far' as never },
        { kind: 'site-link', facilityId: 'clinic' as never, link: 'hospital' },
        ...results.organisation.posts.map(({ id }): FigureRef => ({ kind: 'post', postId: id }))
      ];
      const gaps = results.gaps.filter(({ group }) => group === 'organisation');
      for (const gap of gaps) {
        const { rule } = explain({ figure: gap.figure, situation: each, results, pack: DEFAULT_RULE_PACK });
        expect([gap.id, rule?.requirement, rule?.item]).toEqual([gap.id, gap.rule.requirement, gap.rule.item]);
        seen.add(gap.kind);
      }
      const phrases: Phrase[] = [
        ...gaps.map(({ kind, params }) => ({ code: kind, params })),
        ...[...figures, ...gaps.map(({ figure }) => figure)].flatMap((figure) => {
          const made = explain({ figure, situation: each, results, pack: DEFAULT_RULE_PACK });
          return [
            made.title,
            made.formula,
            made.result,
            ...made.leftOut,
            ...(made.counted?.places.flatMap(({ name, value }) => [name, value]) ?? []),
            ...made.inputs.flatMap(({ label, value, source }) => [label, value, { code: source }])
          ];
        })
      ].filter(({ code }) => code !== 'count');
      for (const { code, params } of phrases)
        for (const locale of ['en', 'zh-CN'] as const)
          expect(translate(locale, code, params), code).not.toMatch(/undefined|NaN|[{}]/);
    }
    expect([...seen].sort()).toEqual([
      'gap-duty-uncovered',
      'gap-link-alliance',
      'gap-post-counterpart',
      'gap-post-designated',
      'gap-post-grid',
      'gap-post-responsible',
      'gap-post-township-hospital',
      'gap-post-vehicles',
      'gap-posts-none',
      'gap-supply-depot',
      'gap-supply-supplier',
      'gap-zone-double',
      'gap-zone-hospital',
      'gap-zones-none'
    ]);
  });

  it('names what it does not know', () => {
    const results = run(situation);
    const ask = (figure: FigureRef) => () => explain({ figure, situation, results, pack: DEFAULT_RULE_PACK });
    expect(ask({ kind: 'post', postId: 'gone' })).toThrow(/gone/);
    expect(ask({ kind: 'duty', unit: 'gone' })).toThrow(/gone/);
    expect(ask({ kind: 'zone-hospital', zoneId: 'gone' })).toThrow(/gone/);
  });
});
