import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { assessMedicines } from '../medicine/assess-medicines';
import type { FacilityId, MedicineId, VillageId } from '../model/ids';
import type { CountField, RulePackRecord } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import type { KeptReport, ReportRow } from './daily-report';
import { explainReport } from './explain-report';

const CLINIC = 'clinic' as FacilityId;
const { situation } = tinyArea();
const servedBy = new Map([['near' as VillageId, CLINIC]]);
const strict = structuredClone(DEFAULT_RULE_PACK);
Object.assign(strict, { version: 'strict' });
strict.rules['stock-days'].value = 30;
const record = (id: string, content: unknown): RulePackRecord => ({
  id,
  unit: 'county',
  origin: 'hand',
  editedFields: [],
  version: 1,
  name: id,
  packVersion: 'x',
  effectiveOn: '2026-01-01',
  active: false,
  publishedAt: '',
  publishedBy: '',
  content
});
const row = (doses: number, more: Partial<ReportRow> = {}, expiresOn = '2026-03-01'): ReportRow => {
  const base = { facilityId: CLINIC, reportedOn: '2026-02-01', reportedAt: '2026-02-01T08:00:00Z', noChange: false };
  const medicineId = 'paracetamol' as MedicineId;
  return {
    ...base,
    unit: 'town',
    reportedBy: 'x',
    sent: 1,
    rulePackId: '',
    rulePackVersion: DEFAULT_RULE_PACK.version,
    content: {
      ...base,
      facility: {},
      stock: [{ medicineId, lots: [{ lot: 'a', doses, expiresOn }], onOrderDoses: 0, usedToday: 10 }],
      people: [{ villageId: 'near' as VillageId, counts: { aged65: 40 } }],
      vehicles: [],
      use: [{ medicineId, before: 10, after: 10 }]
    },
    ...more
  };
};
const judge = (each: ReportRow, packs: RulePackRecord[] = [], sameDay: ReportRow[] = [], closed = false) => {
  const clinic = situation.facilities.get('clinic')!;
  const facilities = new Map(situation.facilities).set('clinic', { ...clinic, open: !closed });
  const rulePacks = new Map(packs.map((pack) => [pack.id, pack]));
  return explainReport({
    row: each,
    sameDay,
    situation: { ...situation, facilities, rulePacks },
    servedBy,
    remoteVillages: (pack) => new Set(pack.rules['remote-minutes'].value < 60 ? ['near' as VillageId] : [])
  });
};

describe('an old report', () => {
  it('is judged by the pack of its day, not by today’s', () => {
    const packs = [record('strict', strict)];
    const then = judge(row(200), packs);
    const now = judge(row(200, { rulePackId: 'strict', rulePackVersion: 'strict' }), packs);
    expect(then.assessments).toMatchObject([{ days: 20, requiredDays: 14, daysStatus: 'green' }]);
    expect(now.assessments).toMatchObject([
      { days: 20, requiredDays: 30, daysStatus: 'red', rule: { packVersion: 'strict' } }
    ]);
  });

  it('holds the stock, counts and expiry of its day', () => {
    const [found] = judge(row(139)).assessments;
    const count = [...situation.peopleCounts.values()].map((each) => ({ ...each, aged65: 40 }));
    const stock = [...situation.stock.values()].map((each) => ({
      ...each,
      lots: [{ lot: 'a', doses: 139, expiresOn: '2026-03-01' }],
      onOrderDoses: 0
    }));
    const alone = assessMedicines({
      situation: {
        ...situation,
        stock: new Map(stock.map((each) => [each.id, each])),
        peopleCounts: new Map(count.map((each) => [each.id, each]))
      },
      servedBy,
      remoteVillages: new Set(),
      pack: DEFAULT_RULE_PACK,
      today: '2026-02-01'
    }).find(({ facilityId }) => facilityId === CLINIC);
    expect(found).toEqual(alone);
    expect(judge(row(139, {}, '2026-01-31')).assessments).toMatchObject([{ usableDoses: 0, expiredDoses: 139 }]);
  });

  it('is judged though the site is closed today, and not at all without its rules', () => {
    expect(judge(row(200), [], [], true).assessments).toHaveLength(1);
    const lost = judge(row(200, { rulePackVersion: 'gone' }));
    expect(lost).toMatchObject({ pack: null, assessments: [], leftOut: [{ code: 'left-out-report-no-rules' }] });
    expect(judge(row(200, { rulePackId: 'bad', rulePackVersion: 'bad' }), [record('bad', {})]).pack).toBeNull();
  });

  it('asks more of remote places as the limits of its day made them remote', () => {
    const near = structuredClone(DEFAULT_RULE_PACK);
    Object.assign(near, { version: 'near' });
    near.rules['remote-minutes'].value = 30;
    const packs = [record('near', near)];
    expect(judge(row(200), packs).assessments).toMatchObject([{ requiredDays: 14 }]);
    expect(judge(row(200, { rulePackId: 'near', rulePackVersion: 'near' }), packs).assessments).toMatchObject([
      { requiredDays: 21, rule: { packVersion: 'near' } }
    ]);
  });

  it('is late by the cut-off and the clocks of its day', () => {
    const early = structuredClone(DEFAULT_RULE_PACK);
    Object.assign(early, { version: 'early' });
    early.rules['report-cut-off'].value = '10:00';
    early.rules['time-zone'].value = '+03:00';
    const packs = [record('early', early)];
    const at = (reportedAt: string, more = {}) => judge(row(200, { reportedAt, ...more }), packs).due;
    const cutOff = Date.parse('2026-02-01T09:00:00Z');
    expect(at('2026-02-01T08:59:59Z')).toEqual({ at: cutOff, late: false });
    expect(at('2026-02-01T09:00:00Z')).toEqual({ at: cutOff, late: true });
    const own = { rulePackId: 'early', rulePackVersion: 'early' };
    expect(at('2026-02-01T07:00:00Z', own)).toEqual({ at: Date.parse('2026-02-01T07:00:00Z'), late: true });
    expect(at('2026-02-01T08:00:00Z', { rulePackVersion: 'gone' })).toBeNull();
  });

  it('judges the equipment it told of, and no other', () => {
    const hospital = structuredClone(DEFAULT_RULE_PACK);
    Object.assign(hospital, { version: 'more' });
    hospital.rules['oximeters-village-clinic'].value = 5;
    const packs = [record('more', hospital)];
    const told = (facility: KeptReport['facility'], more = {}) => {
      const base = row(200, more);
      return judge({ ...base, content: { ...base.content, facility } }, packs).equipment;
    };
    expect(told({})).toEqual([]);
    expect(told({ oximeters: 3 })).toMatchObject([{ rule: 'oximeters', have: 3, need: 2, status: 'met' }]);
    expect(told({ oximeters: 3 }, { rulePackId: 'more', rulePackVersion: 'more' })).toMatchObject([
      { rule: 'oximeters', have: 3, need: 5, status: 'short', ref: { packVersion: 'more' } }
    ]);
  });

  it('counts contacts only where it told labels and contacts itself, and none is withheld', () => {
    const of = (counts: KeptReport['people'][number]['counts'], masked: CountField[] = []) => {
      const base = row(200);
      const people = [{ villageId: 'near' as VillageId, counts, masked }];
      return judge({ ...base, content: { ...base.content, people } }).contacts;
    };
    expect(of({ red: 3, yellow: 4, contactsDone: 9 })).toEqual([{ villageId: 'near', due: 17, done: 9 }]);
    expect(of({ red: 3, yellow: 4 })).toEqual([]);
    expect(of({ red: 3, yellow: 4, contactsDone: 9 }, ['contactsDone'])).toEqual([]);
  });

  it('of a hospital counts its clinics by their reports of that day; the others are silent', () => {
    const hospital = row(200, { facilityId: 'hospital' as FacilityId });
    const silent = judge(hospital);
    expect(silent.assessments).toMatchObject([
      { facilityId: 'hospital', usableDoses: 200, daysStatus: 'not-assessable' }
    ]);
    expect(silent.leftOut).toContainEqual({ code: 'left-out-silent-members', params: { count: 1 } });
    const both = judge(hospital, [], [row(40), row(999, { reportedOn: '2026-01-31' })]);
    expect(both.assessments).toMatchObject([{ usableDoses: 240, days: 12 }]);
  });
});
