import { beforeAll, describe, expect, it } from 'vitest';
import { FACILITY_TIERS, GRADES, type Facility } from '../../src/lib/core/model/records';
import type { PatientCase, ReferralAnswer } from '../../src/lib/core/model/results';
import { refer } from '../../src/lib/core/referral/refer';
import { openAnalysis, type Analysis } from '../../src/node/cli/open-analysis';
import { greenlane, greenlaneOk, shippedArea } from '../helpers/cli';

let dir: string;
let analysis: Analysis;
beforeAll(async () => {
  dir = shippedArea('ngazidja');
  analysis = await openAnalysis({ area: dir }, '');
});

const bits = [true, false];
const cases: PatientCase[] = GRADES.flatMap((grade) =>
  bits.flatMap((severeDisease) =>
    bits.flatMap((aged) =>
      bits.flatMap((stable) => bits.map((dialysis) => ({ grade, severeDisease, aged, stable, dialysis })))
    )
  )
);

describe('greenlane refer on Ngazidja', () => {
  it('never names an incapable, full, closed or unreachable site, for any village in any case', () => {
    const { situation, router } = analysis;
    const villages = [...situation.villages.values()];
    const facilities = [...situation.facilities.values()];
    const times = router.matrix(villages, facilities);
    const cached = {
      matrix: (from: readonly { id: string }[]) => {
        const row = villages.findIndex(({ id }) => id === from[0].id) * times.columns;
        const part = <T extends Uint32Array | Uint8Array>(all: T) => all.slice(row, row + times.columns) as T;
        return { rows: 1, columns: times.columns, ms: part(times.ms), mm: part(times.mm), reason: part(times.reason) };
      }
    };
    const pack = analysis.rulePack;
    let targets = 0;
    for (const [v, { id: villageId }] of villages.entries())
      for (const patient of cases) {
        const answer = refer({ situation, router: cached, villageId, patient, pack });
        const chosen = [answer.target, ...answer.alternatives].flatMap((each) => each ?? []);
        for (const each of chosen) {
          const site = situation.facilities.get(each.facilityId) as Facility;
          const f = facilities.indexOf(site);
          expect(site.open && site.bedsFree > 0 && answer.needs.every((need) => site.capabilities.includes(need))).toBe(
            true
          );
          expect(FACILITY_TIERS.indexOf(site.tier)).toBeGreaterThanOrEqual(
            FACILITY_TIERS.indexOf(answer.carePlace as 'designated')
          );
          expect([times.reason[v * times.columns + f], times.ms[v * times.columns + f]]).toEqual([0, each.ms]);
        }
        targets += chosen.length;
        const told = new Set(answer.passedOver.map((each) => each.facilityId));
        facilities.forEach(({ id }, f) => {
          const cell = v * times.columns + f;
          if (answer.target && !times.reason[cell] && times.ms[cell] < answer.target.ms) expect(told).toContain(id);
        });
      }
    expect(targets).toBeGreaterThan(villages.length * 20);
  });

  it('prints the same answer as the core, in JSON and in words', () => {
    const { situation, router } = analysis;
    const village = [...situation.villages.values()].find(
      ({ id }) => refer({ ...ask(id), situation, router }).target !== null
    );
    if (!village) throw new Error('no village has a target');
    const flags = ['--grade', 'mild', '--severe-disease', '--unstable'];
    const json = JSON.parse(
      greenlaneOk('refer', '--area', dir, '--village', village.id, ...flags, '--json')
    ) as ReferralAnswer & { notes: string[] };
    const { notes, ...printed } = json;
    expect(notes.join(' ')).toMatch(/sample, not real: .*1 sample closure in force: way \d+/);
    expect(printed).toEqual(JSON.parse(JSON.stringify(refer({ ...ask(village.id), situation, router }))));
    const words = greenlaneOk('refer', '--area', dir, '--village', village.id, ...flags);
    expect(words).toContain('not settled by the document');
    for (const note of notes) expect(words).toContain(`Note: ${note}`);
    expect(words).toContain(`Target: `);
    expect(words).toContain(json.target?.facilityId);
  });

  it('names the cure for a village or grade it does not know', () => {
    const village = greenlane('refer', '--area', dir, '--village', 'nowhere', '--grade', 'mild');
    expect([village.code, village.err]).toEqual([2, expect.stringContaining('--village nowhere: no such village')]);
    const grade = greenlane('refer', '--area', dir, '--village', 'nowhere', '--grade', 'bad');
    expect([grade.code, grade.err]).toEqual([2, expect.stringContaining('Choose one of asymptomatic, mild')]);
  });
});

function ask(id: string) {
  const patient: PatientCase = { grade: 'mild', severeDisease: true, aged: false, stable: false, dialysis: false };
  return { villageId: id as ReferralAnswer['villageId'], patient, pack: analysis.rulePack };
}
