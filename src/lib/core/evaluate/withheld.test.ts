import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import type { Facility, PeopleCount } from '../model/records';
import type { Explanation, FigureRef } from '../model/results';
import type { Situation } from '../model/situation';
import { maskCount } from '../people/mask-counts';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { createTravelCache } from './travel-cache';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const run = (each: Situation, now = TINY_SETTINGS.now) =>
  evaluate({ situation: each, settings: { ...TINY_SETTINGS, now }, revision: 1, travel });
const explained = (each: Situation, figure: FigureRef): Explanation =>
  explain({ figure, situation: each, results: run(each), pack: DEFAULT_RULE_PACK });
/** The tiny area with one count, as everyone and as a masked reader is sent it. */
function both(counts: Partial<PeopleCount>): [Situation, Situation] {
  const [count] = situation.peopleCounts.values();
  const full = { ...count, ...counts };
  const holding = (each: PeopleCount) => ({ ...situation, peopleCounts: new Map([[each.id, each]]) });
  return [holding(full), holding(maskCount(full))];
}
const near = 'near' as never;

describe('withheld counts', () => {
  it('are not known, never none: contacts are no gap and no tile, and say so', () => {
    const [full, masked] = both({ red: 1, yellow: 6, contactsDone: 3 });
    const contactGaps = (each: Situation) => run(each).gaps.filter(({ kind }) => kind === 'gap-contacts');
    expect(contactGaps(full)).toMatchObject([{ have: 3, need: 15 }]);
    expect(contactGaps(masked)).toEqual([]);
    const guidance = (each: Situation) => run(each).tiles.find(({ mechanism }) => mechanism === 'guidance');
    expect(guidance(full)).toMatchObject({ value: 0, total: 1, status: 'alarm' });
    expect(guidance(masked)).toMatchObject({ value: 0, total: 0, status: 'not-assessable' });
    const leftOut = { code: 'left-out-small-counts', params: { count: 1 } };
    expect(explained(masked, { kind: 'tile', tile: 'guidance' }).leftOut).toContainEqual(leftOut);
    expect(explained(full, { kind: 'tile', tile: 'guidance' }).leftOut).not.toContainEqual(leftOut);
    const contacts = explained(masked, { kind: 'people', villageId: near, rule: 'contacts' });
    expect(contacts).toMatchObject({ result: { code: 'value-unknown' }, leftOut: [leftOut] });
    expect(contacts.inputs.map(({ value }) => value.code)).toContain('value-unknown');
  });

  it('leave a part out of the risk, with its reason', () => {
    const [full, masked] = both({ red: 2, aged65: 20 });
    const risk = (each: Situation) => run(each).villages.find(({ villageId }) => villageId === near)?.risk;
    expect(risk(full)?.parts.find(({ code }) => code === 'risk-part-labels')?.value).toBe(2);
    expect(risk(masked)?.parts.find(({ code }) => code === 'risk-part-labels')).toMatchObject({
      value: null,
      points: null
    });
    expect(risk(masked)?.parts.find(({ code }) => code === 'risk-part-aged')?.value).toBe(20);
    expect(explained(masked, { kind: 'risk', villageId: near }).leftOut.map(({ code }) => code)).toContain(
      'left-out-small-risk-part-labels'
    );
    const [uncounted] = both({ countedOn: null });
    expect(explained(uncounted, { kind: 'risk', villageId: near }).leftOut.map(({ code }) => code)).toContain(
      'left-out-risk-part-labels'
    );
  });

  it('change no medicine need that the aged decide, and are told where they do', () => {
    const demand = (each: Situation) =>
      run(each).medicines.find(({ facilityId }) => facilityId === ('clinic' as never));
    const [full, masked] = both({ red: 2, aged65: 20 });
    expect(demand(masked)).toEqual(demand(full));
    const [few, fewMasked] = both({ red: 0, yellow: 0, green: 2, aged65: 2 });
    expect(demand(few)?.demandPersons).toBeGreaterThan(demand(fewMasked)?.demandPersons ?? 0);
    expect(demand(fewMasked)?.withheldVillages).toBe(1);
    const figure = { kind: 'medicine', facilityId: 'clinic', medicineId: 'paracetamol' } as unknown as FigureRef;
    expect(explained(fewMasked, figure).leftOut).toContainEqual({
      code: 'left-out-small-counts',
      params: { count: 1 }
    });
  });
});

describe('late reporters', () => {
  const reported = (at: Record<string, string | null>): Situation => ({
    ...situation,
    facilities: new Map(
      [...situation.facilities].map(([id, each]): [string, Facility] => [
        id,
        { ...each, telephone: `tel-${id}`, reportedAt: id in at ? at[id] : each.reportedAt }
      ])
    )
  });
  const late = reported({ clinic: '2026-11-20T08:00:00Z', hospital: null });

  it('are gaps with their telephone, a phrase of the finding, and explained by name', () => {
    const results = run(late);
    const gaps = results.gaps.filter(({ group }) => group === 'reports');
    expect(
      gaps.map(({ place, have, need, params }) => [place.id, have, need, params.telephone, params.cutOff])
    ).toEqual([
      ['clinic', 2, 0, 'tel-clinic', '17:00'],
      ['hospital', null, 0, 'tel-hospital', '17:00']
    ]);
    expect(gaps[0].rule).toMatchObject({ requirement: 82, item: 'L20' });
    const phrase = results.finding.find(({ code }) => code === 'finding-late-reports');
    expect(phrase).toMatchObject({ params: { sites: 2, expected: 3, time: '17:00' } });
    const { result, counted } = explained(late, { kind: 'late-reports' });
    expect(result).toEqual({ code: 'result-of', params: { value: 2, total: 3 } });
    expect(counted?.places.map(({ id }) => id)).toEqual(['hospital', 'clinic']);
    expect(explained(late, gaps[0].figure).rule?.item).toBe('L20');
  });

  it('are none before the cut-off of the first day without a report, and none when all reported', () => {
    expect(run(situation).reports).toMatchObject({ late: [], expected: 3, dueOn: '2026-11-22' });
    expect(run(situation).finding.map(({ code }) => code)).not.toContain('finding-late-reports');
    expect(run(situation, Date.parse('2026-11-23T08:59:59Z')).reports.late).toEqual([]);
    expect(run(situation, Date.parse('2026-11-23T09:00:00Z')).reports.late).toHaveLength(3);
  });

  it('follow the pack: another cut-off, other figures', () => {
    const rules = structuredClone(DEFAULT_RULE_PACK);
    rules.rules['report-cut-off'].value = '08:00';
    const now = Date.parse('2026-11-23T00:00:00Z');
    const early = evaluate({ situation, settings: { ...TINY_SETTINGS, now }, revision: 1, travel, rulePack: rules });
    expect(early.reports.late).toHaveLength(3);
    expect(early.gaps.find(({ group }) => group === 'reports')?.params.cutOff).toBe('08:00');
  });
});
