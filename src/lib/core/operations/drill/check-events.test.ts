import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOnAssignment, actOnReferral, type Pair } from '../act-together';
import type { AuditEvent } from '../audit-chain';
import { isEnded } from '../states';
import { ASSIGNMENT_VERBS, NEW, REFERRAL_VERBS, type Actor } from '../transitions';
import { checkEvents, isClean } from './check-events';

const ADMIN: Actor = { role: 'admin', sides: [] };
const T0 = Date.parse('2026-03-01T00:00:00Z');

/** A log as the server writes one: of an act the referral's event first, clocks and all. */
class Log {
  readonly events: AuditEvent[] = [];
  private acts = 0;
  private readonly referrals = new Map<string, Pair['referral']>();
  private readonly open = new Map<string, { id: string; state: string; handedOverAt: string | null }>();

  add(
    subject: string,
    subjectKey: string,
    verb: string,
    before: AuditEvent['before'],
    after: AuditEvent['after']
  ): void {
    const seq = this.events.length + 1;
    const common = { actorId: 'a', actorName: 'A', actorRole: 'admin', area: 'tiny', personalHash: '' };
    this.events.push({
      ...common,
      seq,
      at: this.moment(),
      verb,
      subject,
      subjectKey,
      command: `command-${this.acts}`,
      before,
      after,
      prevHash: '',
      hash: ''
    });
  }

  moment(): string {
    return new Date(T0 + this.acts * 60_000).toISOString();
  }

  /** An act on either record; true when the table lets it. */
  act(referral: string, on: 'referral' | 'assignment', verb: string, vehicle = 'v'): boolean {
    const held = this.open.get(referral);
    const pair = { referral: this.referrals.get(referral) ?? NEW, assignment: held ?? null } as Pair;
    const done =
      on === 'referral' ? actOnReferral(pair, verb as never, ADMIN) : actOnAssignment(pair, verb as never, ADMIN);
    if (!done.ok) return false;
    this.acts += 1;
    for (const step of done.steps) {
      if (step.machine === 'referral') {
        const before = pair.referral === NEW ? null : { state: pair.referral };
        this.add('referrals', referral, step.verb, before, { state: step.to });
        this.referrals.set(referral, step.to as Pair['referral']);
        continue;
      }
      const id = held?.id ?? `as-${referral}-${this.acts}`;
      const made = {
        referralId: referral,
        vehicleId: vehicle,
        tripId: id,
        pooled: false,
        eventNotifiedAt: this.moment()
      };
      const open = !isEnded('assignment', step.to as never);
      const clock = step.clock ? { [step.clock]: this.moment() } : {};
      const after = { ...(held ? {} : made), ...clock, state: step.to, open };
      this.add('assignments', id, step.verb, held ? { state: held.state } : null, after);
      const handedOverAt = step.clock === 'handedOverAt' ? this.moment() : (held?.handedOverAt ?? null);
      if (open) this.open.set(referral, { id, state: step.to, handedOverAt });
      else this.open.delete(referral);
    }
    return true;
  }
}

const THROUGH: [on: 'referral' | 'assignment', verb: string][] = [
  ['referral', 'request'],
  ['referral', 'accept'],
  ['assignment', 'reserve'],
  ['assignment', 'dispatch'],
  ['assignment', 'depart'],
  ['assignment', 'reach-scene'],
  ['assignment', 'leave-scene'],
  ['assignment', 'reach-hospital'],
  ['assignment', 'hand-over'],
  ['assignment', 'return'],
  ['assignment', 'back-in-service'],
  ['referral', 'close']
];

function transport(log = new Log(), referral = 'r1', vehicle = 'v1', acts = THROUGH): Log {
  for (const [on, verb] of acts) expect(log.act(referral, on, verb, vehicle), `${on} ${verb}`).toBe(true);
  return log;
}
const journalOf = (log: Log) => [...new Set(log.events.map(({ command }) => command))].map((command) => ({ command }));

describe('a log without fault', () => {
  it('is clean, and gives the times of its cases', () => {
    const log = transport(transport(), 'r2', 'v1');
    const { cases, verdict } = checkEvents(log.events, journalOf(log));
    expect(verdict).toEqual({
      doubleAssignments: [],
      lostWrites: [],
      illegalTransitions: [],
      clocksOutOfOrder: [],
      bedsBelowNothing: []
    });
    expect(isClean(verdict)).toBe(true);
    expect(cases.map(({ referralId, vehicleId, state }) => [referralId, vehicleId, state])).toEqual([
      ['r1', 'v1', 'done'],
      ['r2', 'v1', 'done']
    ]);
    expect(cases[0].spans).toMatchObject({ turnout: 60_000, scene: 60_000, total: 300_000 });
  });

  it('stays clean whatever acts are tried', () => {
    const acts = [
      ...REFERRAL_VERBS.map((verb) => ['referral', verb] as const),
      ...ASSIGNMENT_VERBS.map((verb) => ['assignment', verb] as const)
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 80 }), (choices) => {
        const log = new Log();
        for (const choice of choices) log.act('r', acts[choice][0], acts[choice][1]);
        expect(checkEvents(log.events, journalOf(log)).verdict).toSatisfy(isClean);
      }),
      { numRuns: 300 }
    );
  });
});

describe('what went wrong is told', () => {
  const begun = THROUGH.slice(0, 4);

  it('a vehicle that is held twice', () => {
    const log = transport(transport(new Log(), 'r1', 'v1', begun), 'r2', 'v1', begun);
    expect(checkEvents(log.events).verdict.doubleAssignments).toMatchObject([/^#9 .*v1 is held by as-r1/]);
  });

  it('but not patients who share a trip', () => {
    const log = transport(transport(new Log(), 'r1', 'v1', begun), 'r2', 'v1', begun);
    const [first, second] = log.events.filter(({ verb }) => verb === 'reserve');
    second.after = { ...second.after, tripId: first.after?.tripId, pooled: true };
    expect(checkEvents(log.events).verdict.doubleAssignments).toEqual([]);
    second.after = { ...second.after, pooled: false };
    expect(checkEvents(log.events).verdict.doubleAssignments).toHaveLength(1);
  });

  it('a second vehicle for one case', () => {
    const log = transport(transport(new Log(), 'r1', 'v1', begun), 'r2', 'v2', begun);
    const second = log.events.findLast(({ verb }) => verb === 'reserve')!;
    second.after = { ...second.after, referralId: 'r1' };
    expect(checkEvents(log.events).verdict.doubleAssignments).toMatchObject([/a second vehicle for r1/]);
  });

  it.each([
    ['a state the table does not lead to', 'after', 'arrived'],
    ['a start that is not where it stood', 'before', 'requested']
  ] as const)('%s', (_name, side, state) => {
    const log = transport();
    const event = log.events.find(({ verb }) => verb === 'pick-up')!;
    event[side] = { ...event[side], state };
    expect(checkEvents(log.events).verdict.illegalTransitions[0]).toMatch(/pick-up referrals\/r1/);
  });

  it('clocks the wrong way round', () => {
    const log = transport();
    const event = log.events.find(({ verb }) => verb === 'reach-scene')!;
    event.after = { ...event.after, atSceneAt: new Date(T0 - 1).toISOString() };
    expect(checkEvents(log.events).verdict.clocksOutOfOrder).toMatchObject([/atSceneAt before enRouteAt/]);
  });

  it('a write that was acknowledged and is nowhere, and one that was done twice', () => {
    const log = transport();
    const lost = checkEvents(log.events, [...journalOf(log), { command: 'never' }]).verdict.lostWrites;
    expect(lost).toMatchObject([/^command never /]);
    log.events.push({ ...log.events[1], seq: log.events.length + 1 });
    expect(checkEvents(log.events).verdict.lostWrites).toMatchObject([/did "accept referrals\/r1" twice/]);
  });

  it('a bed that was not there', () => {
    const log = new Log();
    log.add('facilities', 'f', 'hold-bed', { bedsFree: 0 }, { bedsFree: -1 });
    expect(checkEvents(log.events).verdict.bedsBelowNothing).toHaveLength(1);
  });
});
