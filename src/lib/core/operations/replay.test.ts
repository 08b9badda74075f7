import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOnAssignment, actOnReferral, type Pair, type Step } from './act-together';
import { caseStory, type CaseEvent } from './case-history';
import { replay, type ReplayedEvent } from './replay';
import { isEnded } from './states';
import { ASSIGNMENT_VERBS, NEW, REFERRAL_VERBS, type MachineVerbs } from './transitions';

type Fields = Record<string, unknown>;
/** Any verb of either machine, and a choice among the targets or vehicles it may name. */
const anAct = fc.record({
  verb: fc.oneof(
    fc.constantFrom(...REFERRAL_VERBS).map((name) => ({ machine: 'referral' as const, name })),
    fc.constantFrom(...ASSIGNMENT_VERBS).map((name) => ({ machine: 'assignment' as const, name }))
  ),
  choice: fc.nat(3)
});
const DESK = { role: 'dispatcher', sides: [] } as const;

/** Plays acts as the server does: what the table allows moves the records, and what became different is the event. */
function play(acts: { verb: { machine: 'referral' | 'assignment'; name: string }; choice: number }[]) {
  const records = new Map<string, Fields>();
  const events: (ReplayedEvent & CaseEvent)[] = [];
  const after: string[] = [];
  let open: string | null = null;
  let made = 0;
  const move = (at: number, subject: string, key: string, verb: string, fields: Fields) => {
    const before = records.get(`${subject} ${key}`) ?? {};
    records.set(`${subject} ${key}`, { ...before, ...fields });
    const changed = Object.entries(fields).filter(([field, value]) => field === 'state' || before[field] !== value);
    const seq = events.length + 1;
    const vehicleId = subject === 'assignments' ? String({ ...before, ...fields }.vehicleId) : '';
    events.push({
      ...{ seq, at: String(at), by: 'desk', verb, subject, subjectKey: key, vehicleId },
      after: Object.fromEntries(changed)
    });
    after.push(JSON.stringify([...records].sort()));
  };
  const fieldsOf = (step: Step, choice: number): Fields => ({
    state: step.to,
    ...(step.clock ? { [step.clock]: `clock ${events.length}` } : {}),
    ...(step.verb === 'redirect' || step.verb === 'request' ? { targetFacilityId: `f${choice}` } : {})
  });
  for (const [at, { verb, choice }] of acts.entries()) {
    const held = open === null ? null : records.get(`assignments ${open}`);
    const pair: Pair = {
      referral: (records.get('referrals r')?.state ?? NEW) as Pair['referral'],
      assignment: held
        ? ({ state: held.state, handedOverAt: held.handedOverAt ?? null } as NonNullable<Pair['assignment']>)
        : null
    };
    const together =
      verb.machine === 'referral'
        ? actOnReferral(pair, verb.name as MachineVerbs['referral'], DESK)
        : actOnAssignment(pair, verb.name as MachineVerbs['assignment'], DESK);
    if (!together.ok) continue;
    const reserving = verb.name === 'reserve';
    if (reserving) open = `a${++made}`;
    for (const step of together.steps) {
      if (step.machine === 'referral')
        move(at, 'referrals', 'r', step.verb, {
          ...fieldsOf(step, choice),
          ...(reserving ? { assignmentId: open } : {}),
          ...(step.verb === 'unassign' || step.verb === 'cancel' ? { assignmentId: null } : {})
        });
      else {
        const key: string = open as string;
        const ended = isEnded('assignment', step.to as never);
        const begun = reserving ? { vehicleId: `v${choice}`, referralId: 'r' } : {};
        move(at, 'assignments', key, step.verb, { ...fieldsOf(step, choice), ...begun, open: !ended });
        if (ended) open = null;
      }
    }
  }
  return { records, events, after };
}

const flat = (events: readonly ReplayedEvent[], seq?: number) =>
  [...replay(events, seq)].flatMap(([subject, held]) =>
    [...held].map(([key, fields]): [string, unknown] => [`${subject} ${key}`, fields])
  );
const sorted = (rows: [string, unknown][]) => JSON.parse(JSON.stringify(rows.sort()), undefined) as unknown;

describe('a case replayed from its events', () => {
  it('stands after each event as it stood, and at the end as the record is', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 40, maxLength: 250 }), (acts) => {
        const { records, events, after } = play(acts);
        longest = Math.max(longest, events.length);
        for (const [i, { seq }] of events.entries())
          expect(sorted(flat(events, seq))).toEqual(JSON.parse(after[i]) as unknown);
        expect(sorted(flat(events))).toEqual(sorted([...records]));
      }),
      { numRuns: 200 }
    );
    // Cases that went far were among them.
    expect(longest).toBeGreaterThan(12);
  });

  it('tells with each line how the case stood once that act was done, with the vehicle that was out for it', () => {
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 40, maxLength: 250 }), (acts) => {
        const { records, events } = play(acts);
        const story = caseStory(events, 'r');
        expect(story.length > 0).toBe(events.length > 0);
        if (events.length === 0) return;
        const { state, targetFacilityId } = records.get('referrals r') as Fields;
        expect(story.at(-1)?.then).toMatchObject({ state, targetFacilityId: targetFacilityId ?? null });
        for (const { line, then } of story.filter(({ line: { subject } }) => subject === 'assignments'))
          expect([line.verb, then.vehicleId]).toEqual([line.verb, line.vehicleId]);
      }),
      { numRuns: 100 }
    );
  });

  it('passes over what was only read, and over nothing else', () => {
    const read = { seq: 2, subject: 'referrals', subjectKey: 'r', after: null };
    const made = { seq: 1, subject: 'referrals', subjectKey: 'r', after: { state: 'requested' } };
    expect(flat([made, read])).toEqual([['referrals r', { state: 'requested' }]]);
    expect(flat([made, read], 0)).toEqual([]);
  });
});
