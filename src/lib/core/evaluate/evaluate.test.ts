import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import { applyChange } from '../change/apply-change';
import { closeRoad } from '../change/close-road';
import { moveFacility } from '../change/move-facility';
import type { FacilityId } from '../model/ids';
import type { Facility, Stock } from '../model/records';
import type { FigureRef, Phrase } from '../model/results';
import { MECHANISMS } from '../model/results';
import { CARE_LEVELS, type Situation } from '../model/situation';
import { dayAfter } from '../report/local-time';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import '../../i18n/late-messages';
import { translate } from '../../i18n/t';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createTravelCache } from './travel-cache';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const run = (from: Situation, cache = travel) =>
  evaluate({ situation: from, settings: TINY_SETTINGS, revision: 1, travel: cache });
const closed = applyChange(
  situation,
  closeRoad(situation, { wayId: 30, fromNode: 4, toNode: 5, reason: '', startsAt: '2026-01-01T00:00:00Z' })
);
const moved = applyChange(closed, moveFacility(closed, { facilityId: 'clinic' as FacilityId, lon: 0.02, lat: 0.01 }));

it('explains the fever clinics set up and open, those that lack first', () => {
  const states: Record<string, Partial<Facility>> = {
    designated: { feverShould: true, feverSet: true, feverOpen: true },
    hospital: { feverShould: true, feverSet: true, feverOpen: false },
    clinic: { feverShould: true, reportedAt: null, feverSet: true, feverOpen: true }
  };
  const facilities = new Map(
    [...situation.facilities].map(([id, site]) => [id, { ...site, reportedAt: '2026-11-22T08:00:00Z', ...states[id] }])
  );
  const facts = { ...situation, facilities };
  const made = (part: 'set' | 'open') => {
    const figure = { kind: 'fever-coverage', townshipId: 'all', part } as const;
    return explain({ figure, situation: facts, results: run(facts), pack: DEFAULT_RULE_PACK });
  };
  const [set, open] = [made('set'), made('open')];
  expect([set.result, open.result].map(({ params }) => params)).toEqual([
    { value: 2, total: 3 },
    { value: 1, total: 2 }
  ]);
  expect(set.counted?.places.map(({ id }) => id)).toEqual(['clinic', 'designated', 'hospital']);
  expect(open.counted?.places.map(({ id }) => id)).toEqual(['hospital', 'designated']);
  expect([set.leftOut, open.leftOut]).toEqual([
    [{ code: 'left-out-fever-unreported', params: { count: 1 } }],
    [{ code: 'left-out-fever-unreported', params: { count: 1 } }]
  ]);
});

describe('evaluate', () => {
  it('gives the same figures from a warm cache as from a cold one, in any order', () => {
    for (const each of [situation, closed, moved, situation, closed])
      expect(run(each)).toEqual(run(each, createTravelCache(network)));
  });

  it('states the finding', () => {
    expect(run(closed).finding.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'finding-far-or-cut', params: { villages: 1, total: 2, persons: 250, minutes: 60 } },
      { code: 'finding-unreachable', params: { villages: 1, persons: 250 } },
      { code: 'finding-antipyretics', params: { sites: 1, days: 14, kind: 'clinic' } },
      { code: 'finding-no-vehicle', params: { placeEn: 'Town', placeZh: '镇', towns: 1, more: 0 } }
    ]);
  });

  it('lists the want of a severe-case hospital once, not as a way that each village lacks', () => {
    const facilities = new Map(
      [...situation.facilities].map(([id, site]) => [id, { ...site, tier: 'village-clinic' as const }])
    );
    const { gaps } = run({ ...situation, facilities });
    expect(gaps.filter(({ group }) => group === 'access')).toMatchObject([
      { kind: 'gap-no-severe-site', severity: 'high', persons: 350, place: { kind: 'area' } }
    ]);
  });

  it('ranks the gaps, each with rule and figure', () => {
    const { gaps } = run(closed);
    expect(gaps.filter(({ severity }) => severity === 'high').map(({ id }) => id)).toEqual([
      'gap-vehicles-ready/town',
      'gap-unreachable/far'
    ]);
    expect(gaps.map(({ kind }) => kind)).toContain('gap-contacts');
    expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
    for (const { rule } of gaps) expect(rule).toMatchObject({ packVersion: DEFAULT_RULE_PACK.version });
  });

  it.each([
    [139, '2027-01-01', 'medium'],
    [70, '2027-01-01', 'medium'],
    [69, '2027-01-01', 'high'],
    [0, '2027-01-01', 'high'],
    [500, '2020-01-01', 'high']
  ])('%i antipyretic doses for 14 days of ten, good until %s: %s', (doses, expiresOn, severity) => {
    const lots = [{ lot: 'a', doses, expiresOn }];
    const stock = new Map([...situation.stock].map(([id, each]) => [id, { ...each, lots }]));
    const gap = run({ ...situation, stock }).gaps.find(
      ({ group, place }) => group === 'medicines' && place.id === 'clinic'
    );
    expect(gap?.severity).toBe(severity);
  });

  it('speaks of one township alone where no records of others are shown, and of its villages as before', () => {
    const [far, ...near] = [...situation.villages.values()];
    const [town] = situation.townships.values();
    const other = { ...town, id: 'other' as typeof town.id, unit: 'other' as typeof town.id };
    const split: Situation = {
      ...closed,
      townships: new Map([...situation.townships, [other.id, other]]),
      villages: new Map(
        [...near, { ...far, townshipId: other.id }].map((each) => [each.id, { ...each, unit: each.townshipId }])
      ),
      facilities: new Map([...closed.facilities].map(([id, each]) => [id, { ...each, unit: town.id }])),
      stock: new Map([...closed.stock].map(([id, each]) => [id, { ...each, unit: town.id }]))
    };
    const all = run(split);
    const own = evaluate({ situation: split, settings: { ...TINY_SETTINGS, unit: town.id }, revision: 1, travel });
    const ids = near.map(({ id }) => id);
    expect(own.villages.map(({ villageId, reach }) => ({ villageId, reach }))).toEqual(
      all.villages
        .filter(({ villageId }) => ids.includes(villageId))
        .map(({ villageId, reach }) => ({ villageId, reach }))
    );
    expect(own.gaps.length).toBeGreaterThan(0);
    expect(own.gaps.filter(({ unit }) => unit !== town.id)).toEqual([]);
    expect(own.readiness.map(({ townshipId }) => townshipId)).toEqual([town.id]);
    expect(own.medicines).toEqual(all.medicines);
    for (const level of CARE_LEVELS) {
      const row = all.coverage[level].townships.find(({ townshipId }) => townshipId === town.id);
      expect(own.coverage[level].townships).toEqual([row]);
      expect({ ...own.coverage[level].all, townshipId: town.id }).toEqual(row);
    }
    expect(own.tiles.find(({ mechanism }) => mechanism === 'care')?.total).toBe(near.length);
    const { title } = explain({
      figure: { kind: 'coverage', careLevel: 'severe', townshipId: 'all', minutes: 1 },
      situation: split,
      results: own,
      pack: DEFAULT_RULE_PACK
    });
    expect(title.code).toBe('title-coverage');
  });

  it('counts the five mechanisms', () => {
    expect(run(situation).tiles.map(({ mechanism, value, total }) => [mechanism, value, total])).toEqual([
      ['medicines', 1, 2],
      ['care', 2, 2],
      ['accounts', 1, 2],
      ['transfer', 0, 1],
      ['guidance', 0, 1]
    ]);
  });

  it.each([
    ['before', '2026-11-01T08:00:00Z'],
    ['without a date', null]
  ])('explains stock by the record that holds, not by one counted %s it', (_when, countedAt) => {
    const [held] = situation.stock.values();
    const old: Stock = { ...held, id: 'old' as Stock['id'], countedAt, meanDailyUse: 99, lots: [] };
    const { facilityId, medicineId } = held;
    const explained = (records: Stock[]) => {
      const from = { ...situation, stock: new Map(records.map((each) => [each.id, each])) };
      const figure: FigureRef = { kind: 'medicine', facilityId, medicineId };
      return explain({ figure, situation: from, results: run(from), pack: DEFAULT_RULE_PACK });
    };
    expect(explained([held, old])).toEqual(explained([held]));
    expect(explained([old, held])).toEqual(explained([held]));
  });

  it('every phrase of results and explanations is worded in both languages', () => {
    for (const each of [situation, closed, moved]) {
      const results = run(each);
      const figures: FigureRef[] = [
        ...results.gaps.map(({ figure }) => figure),
        ...results.finding.flatMap(({ figures: own }) => own ?? []),
        ...CARE_LEVELS.flatMap((careLevel) =>
          (
            [
              [60, null, true],
              [60, null, false],
              [15, 30, false],
              [null, 60, false],
              [null, null, true]
            ] as const
          ).flatMap(([over, upTo, noWay]) =>
            (['all', results.readiness[0].townshipId] as const).map((townshipId): FigureRef => {
              const counted = noWay ? 'villages' : 'persons';
              return { kind: 'village-count', careLevel, townshipId, over, upTo, noWay, counted };
            })
          )
        ),
        { kind: 'towns-without-vehicle', besides: null },
        { kind: 'short-antipyretics' },
        { kind: 'fever-coverage', townshipId: 'all', part: 'set' },
        { kind: 'fever-coverage', townshipId: 'all', part: 'open' },
        ...results.villages.flatMap(({ villageId }): FigureRef[] => [
          { kind: 'risk', villageId },
          { kind: 'remote', villageId },
          { kind: 'people', villageId, rule: 'count' },
          { kind: 'people', villageId, rule: 'contacts' },
          ...CARE_LEVELS.map((careLevel) => ({ kind: 'village-minutes' as const, villageId, careLevel }))
        ]),
        ...results.medicines.map(({ facilityId, medicineId }) => ({
          kind: 'medicine' as const,
          facilityId,
          medicineId
        })),
        { kind: 'coverage', careLevel: 'severe', townshipId: 'all', minutes: 1 },
        { kind: 'coverage', careLevel: 'severe', townshipId: results.readiness[0].townshipId, minutes: 4 },
        { kind: 'vehicles-ready', townshipId: results.readiness[0].townshipId },
        { kind: 'report', facilityId: 'clinic' as FacilityId },
        ...MECHANISMS.map((tile) => ({ kind: 'tile' as const, tile }))
      ];
      const phrases: Phrase[] = [
        ...results.finding,
        ...results.gaps.map(({ kind, params }) => ({ code: kind, params })),
        ...results.tiles.map(({ phrase }) => phrase),
        ...results.villages.flatMap(({ remote }) => remote.reasons),
        ...figures.flatMap((figure) => {
          const made = explain({ figure, situation: each, results, pack: DEFAULT_RULE_PACK });
          const { title, formula, result, inputs, leftOut, counted } = made;
          return [
            title,
            formula,
            result,
            ...leftOut,
            ...(counted?.places.flatMap(({ name, value }) => [name, value]) ?? []),
            ...inputs.flatMap(({ label, value, source }) => [
              label,
              value,
              ...(source.startsWith('origin-') || source.startsWith('source-') ? [{ code: source }] : [])
            ])
          ];
        })
      ];
      for (const { code, params } of phrases)
        for (const locale of ['en', 'zh-CN'] as const) {
          const text = translate(locale, code, params);
          expect(text, code).not.toMatch(/undefined|NaN|[{}]/);
          expect(text.length, code).toBeGreaterThan(0);
        }
    }
  });

  it('explains each figure of the finding by that very figure, naming what is counted', () => {
    for (const each of [situation, closed, moved]) {
      const results = run(each);
      for (const { code, params = {}, figures = [] } of results.finding) {
        const marked = [...translate('en', code, params).matchAll(/<f>(.*?)<\/f>/g)].map(([, text]) => text);
        expect(figures.length, code).toBeGreaterThanOrEqual(marked.length);
        figures.slice(0, marked.length).forEach((figure, i) => {
          const { result, counted } = explain({ figure, situation: each, results, pack: DEFAULT_RULE_PACK });
          const [number] = marked[i].match(/[\d,]+/) ?? [];
          expect(translate('en', result.code, result.params).match(/[\d,]+/)?.[0], `${code} ${marked[i]}`).toBe(number);
          expect(counted!.places.length, code).toBeGreaterThan(0);
        });
      }
    }
  });

  it('cites the item that sends a severe case to its hospital, and says what the times rest on', () => {
    const figure: FigureRef = { kind: 'village-minutes', villageId: 'far' as never, careLevel: 'severe' };
    const { rule, inputs } = explain({ figure, situation, results: run(situation), pack: DEFAULT_RULE_PACK });
    expect(rule?.item).toBe('L10');
    expect(inputs.map(({ source }) => source)).toContain('source-roads');
  });

  it('says that no hospital on record takes severe cases, which is not the want of a way', () => {
    const facilities = new Map(
      [...situation.facilities].map(([id, each]): [string, Facility] => [id, { ...each, capabilities: [] }])
    );
    const { villages, coverage, finding } = run({ ...situation, facilities });
    expect(new Set(villages.map(({ reach }) => reach.severe.reason))).toEqual(new Set(['no-facility-on-record']));
    expect(coverage.severe.noSite).toBe('no-facility-on-record');
    expect(coverage.any.noSite).toBeUndefined();
    expect(finding[0].code).toBe('finding-no-severe-site-known');
  });

  it('explains the days of stock with the numbers put in', () => {
    const made = explain({
      figure: run(situation).gaps.find(({ group }) => group === 'medicines')!.figure,
      situation,
      results: run(situation),
      pack: DEFAULT_RULE_PACK
    });
    expect(made.formula).toEqual({ code: 'formula-days', params: { doses: 139, use: 10 } });
    expect(made.result).toEqual({ code: 'value-days', params: { value: 13.9 } });
    expect(made.leftOut).toContainEqual({ code: 'left-out-on-order', params: { doses: 50 } });
    expect(made.rule?.item).toBe('L5');
  });

  it('marks what was reported longer ago than a report holds', () => {
    const { figure } = run(situation).gaps.find(({ group }) => group === 'medicines')!;
    const inputsAt = (hours: number) => {
      const results = run(situation);
      const { facilityId } = figure as Extract<FigureRef, { kind: 'medicine' }>;
      const countedAt = new Date(TINY_SETTINGS.now - hours * 3_600_000).toISOString();
      const stock = new Map(
        [...situation.stock].map(([id, each]) => [id, each.facilityId === facilityId ? { ...each, countedAt } : each])
      );
      return explain({ figure, situation: { ...situation, stock }, results, pack: DEFAULT_RULE_PACK }).inputs;
    };
    const usable = (inputs: ReturnType<typeof inputsAt>) => inputs.find(({ label }) => label.code === 'input-usable')!;
    expect(usable(inputsAt(24)).old).toBeUndefined();
    expect(usable(inputsAt(24.1)).old).toBe(true);
  });

  it('lists what fails once lots expire, and the extra days of remote sites as low until they are due', () => {
    const withStock = (make: (each: Stock) => Stock, pack = DEFAULT_RULE_PACK, now = TINY_SETTINGS.now) => {
      const stock = new Map([...situation.stock].map(([id, each]) => [id, make(each)]));
      const settings = { ...TINY_SETTINGS, now };
      return evaluate({ situation: { ...situation, stock }, settings, rulePack: pack, revision: 1, travel });
    };
    const today = new Date(TINY_SETTINGS.now).toISOString().slice(0, 10);
    const { gaps } = withStock((each) => ({
      ...each,
      lots: [{ lot: 'A', doses: 1e6, expiresOn: dayAfter(today, 5) }]
    }));
    const expiring = gaps.filter(({ kind }) => kind.startsWith('gap-expiring-'));
    expect(expiring.length).toBeGreaterThan(0);
    expect(
      expiring.every(
        ({ severity, have, shortBy, need, rule }) =>
          severity === 'low' && have === 0 && shortBy === need && rule.requirement === 7
      )
    ).toBe(true);

    const remote = structuredClone(DEFAULT_RULE_PACK);
    remote.rules['remote-minutes'].value = 0;
    const at = (day: string) =>
      withStock(
        (each) => ({ ...each, meanDailyUse: 1e5, lots: [{ lot: 'A', doses: 15e5, expiresOn: '2099-01-01' }] }),
        remote,
        Date.parse(`${day}T08:00:00Z`)
      )
        .gaps.filter(({ kind }) => kind.startsWith('gap-days-'))
        .map(({ severity }) => severity);
    expect(new Set(at('2026-11-01'))).toEqual(new Set(['low']));
    expect(new Set(at('2026-11-25'))).toEqual(new Set(['medium']));
  });
});
