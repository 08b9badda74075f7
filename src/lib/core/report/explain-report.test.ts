import { describe, expect, it } from 'vitest';
import { tinyArea } from '../../../../tests/helpers/tiny-area';
import { assessMedicines } from '../medicine/assess-medicines';
import type { FacilityId, MedicineId, VillageId } from '../model/ids';
import type { RulePackRecord } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import type { ReportRow } from './daily-report';
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
    remoteVillages: new Set()
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
