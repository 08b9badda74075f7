import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOnAssignment, actOnReferral, type Pair, type Together } from './act-together';
import { isEnded, MACHINE_STATES, stageOf, STAGES, vehicleStatusOf, type MachineName } from './states';
import {
  allowedVerbs,
  judge,
  MACHINE_VERBS,
  NEW,
  nextState,
  TRANSITIONS,
  type Actor,
  type MachineVerbs,
  type Transition
} from './transitions';

const MACHINES: MachineName[] = ['referral', 'assignment', 'allocation'];
const ADMIN: Actor = { role: 'admin', sides: [] };
const DISPATCHER: Actor = { role: 'dispatcher', sides: [] };
const reporter = (...sides: Actor['sides'][number][]): Actor => ({ role: 'reporter', sides });
const rowsOf = (machine: MachineName): readonly Transition[] => TRANSITIONS[machine];

/** Sentences a row must bear out: machine, from, verb, stage, to. */
const PATHS: [MachineName, string, string, string, string | null][] = [
  ['referral', NEW, 'request', 'none', 'requested'],
  ['referral', 'requested', 'accept', 'none', 'accepted'],
  ['referral', 'requested', 'assign', 'none', null],
  ['referral', 'accepted', 'assign', 'none', 'vehicle-assigned'],
  ['referral', 'vehicle-assigned', 'pick-up', 'assigned', 'picked-up'],
  ['referral', 'picked-up', 'arrive', 'aboard', 'arrived'],
  ['referral', 'arrived', 'hand-over', 'aboard', 'handed-over'],
  ['referral', 'handed-over', 'close', 'handed-over', 'closed'],
  ['referral', 'rejected', 'accept', 'none', null],
  ['referral', 'rejected', 'redirect', 'none', 'redirected'],
  ['referral', 'picked-up', 'redirect', 'aboard', 'redirected'],
  ['referral', 'redirected', 'accept', 'none', 'accepted'],
  ['referral', 'redirected', 'accept', 'assigned', 'vehicle-assigned'],
  ['referral', 'redirected', 'accept', 'aboard', 'picked-up'],
  ['referral', 'redirected', 'arrive', 'aboard', 'arrived'],
  ['referral', 'accepted', 'arrive', 'none', 'arrived'],
  ['referral', 'closed', 'cancel', 'none', null],
  ['referral', 'closed', 'counter-refer', 'none', 'closed'],
  ['assignment', NEW, 'reserve', 'none', 'reserved'],
  ['assignment', 'reserved', 'depart', 'assigned', null],
  ['assignment', 'dispatched', 'depart', 'assigned', 'en-route'],
  ['assignment', 'at-hospital', 'return', 'aboard', null],
  ['assignment', 'at-hospital', 'hand-over', 'aboard', 'at-hospital'],
  ['assignment', 'at-hospital', 'hand-over', 'handed-over', null],
  ['assignment', 'at-hospital', 'return', 'handed-over', 'returning'],
  ['assignment', 'returning', 'stand-down', 'handed-over', null],
  ['assignment', 'returning', 'back-in-service', 'handed-over', 'done'],
  ['allocation', 'submitted', 'ship', 'none', null],
  ['allocation', 'approved', 'pick', 'none', 'picked'],
  ['allocation', 'shipped', 'cancel', 'none', null],
  ['allocation', 'shipped', 'receive', 'none', 'received']
];

describe('the table of transitions', () => {
  it.each(PATHS)('%s: %s, %s (%s) → %s', (machine, state, verb, stage, to) => {
    expect(nextState(machine, state as never, verb as never, stage as never)).toBe(to);
  });

  it.each(MACHINES)('%s: a state, a verb and a stage lead to one state at most', (machine) => {
    for (const row of rowsOf(machine))
      for (const stage of STAGES) {
        const same = rowsOf(machine).filter(
          (each) =>
            each.from === row.from && each.verb === row.verb && (each.when === undefined || each.when.includes(stage))
        );
        expect(same.length, `${row.from} ${row.verb} ${stage}`).toBeLessThanOrEqual(1);
      }
  });

  it.each(MACHINES)('%s: every state is come to, and none is a trap', (machine) => {
    const states = MACHINE_STATES[machine] as readonly string[];
    const leads = (from: string) => rowsOf(machine).filter((row) => row.from === from);
    const seen = new Set<string>([NEW]);
    for (const state of seen) for (const { to } of leads(state)) seen.add(to);
    expect([...seen].sort()).toEqual([NEW, ...states].sort());
    for (const state of states)
      expect(leads(state).some(({ to }) => to !== state)).toBe(!isEnded(machine, state as never));
  });

  it.each(MACHINES)('%s: names every verb there is and no other', (machine) => {
    expect([...new Set(rowsOf(machine).map(({ verb }) => verb))].sort()).toEqual([...MACHINE_VERBS[machine]].sort());
  });

  it('whoever refuses, redirects, calls off or stands down says why; a hand-over bears both signatures', () => {
    for (const machine of MACHINES)
      for (const { verb, needs } of rowsOf(machine)) {
        if (['reject', 'redirect', 'cancel', 'unassign', 'stand-down', 'divert'].includes(verb))
          expect(needs, `${machine} ${verb}`).toContain('reason');
        if (verb === 'hand-over') expect(needs).toEqual(['signedFrom', 'signedTo']);
      }
  });
});

describe('who may', () => {
  const PLANNER: Actor = { role: 'planner', sides: [] };

  it('officials do nothing in operations, a reporter without a side neither, planners but with goods', () => {
    const idle: Actor[] = [{ role: 'official', sides: [] }, reporter()];
    for (const machine of MACHINES)
      for (const state of [NEW, ...MACHINE_STATES[machine]])
        for (const stage of STAGES)
          for (const actor of machine === 'allocation' ? idle : [...idle, PLANNER])
            expect(allowedVerbs(machine, state as never, actor, stage)).toEqual([]);
  });

  it('of goods the site that asks takes its request back and confirms, the one that gives picks and ships', () => {
    expect(allowedVerbs('allocation', 'submitted', reporter('origin'))).toEqual(['cancel']);
    expect(allowedVerbs('allocation', 'submitted', reporter('target'))).toEqual([]);
    expect(allowedVerbs('allocation', 'approved', reporter('origin'))).toEqual([]);
    expect(allowedVerbs('allocation', 'approved', reporter('target'))).toEqual(['pick']);
    expect(allowedVerbs('allocation', 'picked', reporter('target'))).toEqual(['ship']);
    expect(allowedVerbs('allocation', 'shipped', reporter('origin'))).toEqual(['receive']);
    expect(allowedVerbs('allocation', 'shipped', reporter('target'))).toEqual([]);
    for (const state of [NEW, ...MACHINE_STATES.allocation] as const)
      for (const actor of [PLANNER, DISPATCHER])
        expect(allowedVerbs('allocation', state, actor)).toEqual(allowedVerbs('allocation', state, ADMIN));
  });

  it('the first facility asks and redirects, the receiving one answers, neither does the other', () => {
    expect(allowedVerbs('referral', 'requested', reporter('origin'))).toEqual(['redirect', 'cancel']);
    expect(allowedVerbs('referral', 'requested', reporter('target'))).toEqual(['accept', 'reject']);
    expect(allowedVerbs('referral', 'draft', reporter('target'))).toEqual([]);
    expect(allowedVerbs('referral', 'requested', reporter('origin', 'target'))).toEqual([
      'accept',
      'reject',
      'redirect',
      'cancel'
    ]);
  });

  it('the link of a vehicle tells how far it is, hands over and gives up, and does nothing beside', () => {
    const driver: Actor = { role: 'driver', sides: [] };
    const may = (state: string, stage: string) => allowedVerbs('assignment', state as never, driver, stage as never);
    expect(may(NEW, 'none')).toEqual([]);
    expect(may('reserved', 'assigned')).toEqual(['stand-down']);
    expect(may('dispatched', 'assigned')).toEqual(['depart', 'stand-down']);
    expect(may('at-hospital', 'aboard')).toEqual(['hand-over', 'stand-down']);
    expect(may('at-hospital', 'handed-over')).toEqual(['return', 'back-in-service']);
    for (const state of [NEW, ...MACHINE_STATES.allocation])
      expect(allowedVerbs('allocation', state as never, driver)).toEqual([]);
    // Of a case with a vehicle all comes through the vehicle.
    for (const state of [NEW, ...MACHINE_STATES.referral])
      for (const stage of ['assigned', 'aboard'] as const)
        expect(allowedVerbs('referral', state as never, driver, stage)).toEqual([]);
  });

  it('vehicles are sent by the county alone; the crew tells how far it is', () => {
    for (const side of ['origin', 'target', 'vehicle'] as const)
      expect(allowedVerbs('assignment', NEW, reporter(side))).toEqual([]);
    expect(allowedVerbs('assignment', NEW, DISPATCHER)).toEqual(['reserve']);
    expect(allowedVerbs('assignment', 'dispatched', reporter('vehicle'), 'assigned')).toEqual(['depart', 'stand-down']);
    expect(allowedVerbs('assignment', 'to-hospital', reporter('target'), 'aboard')).toEqual(['reach-hospital']);
  });

  it('with the patient aboard the county alone ends a case', () => {
    expect(allowedVerbs('referral', 'picked-up', reporter('origin'), 'aboard')).toEqual(['redirect']);
    expect(allowedVerbs('referral', 'picked-up', DISPATCHER, 'aboard')).toEqual(['redirect', 'cancel']);
  });

  it('what comes through the other record is told apart from what is forbidden', () => {
    const asked = (verb: MachineVerbs['referral'], state: string, stage: string, actor = ADMIN) =>
      judge({ machine: 'referral', verb, state: state as never, stage: stage as never }, actor);
    expect(asked('assign', 'accepted', 'none')).toMatchObject({ code: 'through_assignment' });
    expect(asked('arrive', 'picked-up', 'aboard')).toMatchObject({ code: 'through_assignment' });
    expect(asked('arrive', 'accepted', 'none')).toMatchObject({ ok: true });
    expect(asked('assign', 'requested', 'none')).toMatchObject({ code: 'wrong_state' });
    expect(asked('assign', 'accepted', 'none', reporter('origin'))).toMatchObject({ status: 403, code: 'not_allowed' });
    expect(
      judge({ machine: 'assignment', verb: 'divert', state: 'at-hospital', stage: 'aboard' }, ADMIN)
    ).toMatchObject({ code: 'through_referral' });
  });
});

/** Every act there is, on either record, by somebody who may do all of it. */
const ACTS: { name: string; run(pair: Pair): Together }[] = [
  ...MACHINE_VERBS.referral.map((verb) => ({
    name: `referral ${verb}`,
    run: (pair: Pair) => actOnReferral(pair, verb, ADMIN)
  })),
  ...MACHINE_VERBS.assignment.map((verb) => ({
    name: `assignment ${verb}`,
    run: (pair: Pair) => actOnAssignment(pair, verb, ADMIN)
  }))
];

/** The pair after an act; null where it is refused. An assignment that has ended holds the referral no more. */
function after(pair: Pair, act: (typeof ACTS)[number]): Pair | null {
  const done = act.run(pair);
  if (!done.ok) return null;
  let { referral, assignment } = pair;
  for (const { machine, to, clock } of done.steps) {
    if (machine === 'referral') referral = to as Pair['referral'];
    else {
      const state = to as NonNullable<Pair['assignment']>['state'];
      const handedOverAt = clock === 'handedOverAt' ? 'set' : (assignment?.handedOverAt ?? null);
      assignment = isEnded('assignment', state) ? null : { state, handedOverAt };
    }
  }
  return { referral, assignment };
}

const nameOf = ({ referral, assignment }: Pair) =>
  `${referral}/${assignment ? `${assignment.state}${assignment.handedOverAt ? '+' : ''}` : '-'}`;

/** Every pair that can come about, with where each leads. */
function explore(): Map<string, { pair: Pair; to: string[] }> {
  const found = new Map<string, { pair: Pair; to: string[] }>();
  const visit = (pair: Pair) => {
    if (found.has(nameOf(pair))) return;
    const entry = { pair, to: [] as string[] };
    found.set(nameOf(pair), entry);
    for (const act of ACTS) {
      const next = after(pair, act);
      if (!next) continue;
      entry.to.push(nameOf(next));
      visit(next);
    }
  };
  visit({ referral: NEW, assignment: null });
  return found;
}

describe('referral and vehicle together', () => {
  const found = explore();

  it('from everywhere the case comes to an end and the vehicle is free again', () => {
    const good = new Set([...found].filter(([, { pair }]) => isOver(pair)).map(([name]) => name));
    for (let grown = -1; grown !== good.size;) {
      grown = good.size;
      for (const [name, { to }] of found) if (to.some((each) => good.has(each))) good.add(name);
    }
    expect([...found.keys()].filter((name) => !good.has(name))).toEqual([]);
    expect(found.size).toBeGreaterThanOrEqual(30);
  });

  it('the vehicle is never stuck for the state its referral is in', () => {
    // While it is open, its own table says what it can do; the referral never stands in the way of that.
    const stuck: string[] = [];
    for (const { pair } of found.values()) {
      if (!pair.assignment) continue;
      const stage = stageOf(pair.assignment);
      for (const verb of allowedVerbs('assignment', pair.assignment.state, ADMIN, stage))
        if (!actOnAssignment(pair, verb, ADMIN).ok) stuck.push(`${nameOf(pair)} ${verb}`);
    }
    expect(stuck).toEqual([]);
  });

  it('what the referral says of the transport is what the vehicle does', () => {
    for (const { pair } of found.values()) {
      const stage = stageOf(pair.assignment);
      if (pair.referral === 'vehicle-assigned') expect(stage, nameOf(pair)).toBe('assigned');
      if (pair.referral === 'picked-up') expect(stage, nameOf(pair)).toBe('aboard');
      if (['requested', 'accepted', 'draft', 'cancelled'].includes(pair.referral))
        expect(stage, nameOf(pair)).toBe('none');
      if (pair.referral === 'handed-over') expect(['none', 'handed-over'], nameOf(pair)).toContain(stage);
    }
  });

  it('nobody is handed over who has not arrived, whatever acts are tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(ACTS.length - 1), { maxLength: 60 }), (choices) => {
        let pair: Pair = { referral: NEW, assignment: null };
        const states: string[] = [];
        for (const choice of choices) {
          pair = after(pair, ACTS[choice]) ?? pair;
          states.push(pair.referral);
        }
        const at = states.indexOf('handed-over');
        if (at >= 0) expect(states.slice(0, at)).toContain('arrived');
        if (states.includes('closed')) expect(at).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 }
    );
  });
});

function isOver({ referral, assignment }: Pair): boolean {
  return (referral === 'closed' || referral === 'cancelled') && assignment === null;
}

describe('status of a vehicle', () => {
  it.each([
    [null, [], 'available'],
    ['mechanical', [], 'out-of-service'],
    [null, ['reserved'], 'reserved'],
    [null, ['reserved', 'dispatched'], 'dispatched'],
    [null, ['to-hospital', 'en-route'], 'en-route'],
    [null, ['on-location', 'dispatched'], 'on-location'],
    [null, ['returning', 'at-hospital'], 'at-hospital'],
    ['mechanical', ['returning'], 'returning']
  ] as const)('%s, %j → %s', (outOfServiceReason, open, status) => {
    expect(vehicleStatusOf({ outOfServiceReason }, open)).toBe(status);
  });
});
