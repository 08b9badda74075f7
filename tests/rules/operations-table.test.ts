import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnAssignment, actOnReferral, type Pair, type Together } from '../../src/lib/core/operations/act-together';
import {
  isEnded,
  MACHINE_STATES,
  STAGES,
  type AssignmentState,
  type MachineName,
  type Stage
} from '../../src/lib/core/operations/states';
import {
  judge,
  MACHINE_VERBS,
  NEW,
  TRANSITIONS,
  type Actor,
  type ActorRole,
  type Side,
  type Verdict
} from '../../src/lib/core/operations/transitions';
import { OPERATIONS_ACCESS, SEATS, type Seat } from './access-table';
import { bodyOf } from './records';
import { CASE, HOSPITAL, makeOperationsWorld, SIGNED, type OperationsWorld } from './operations-world';

/** The core as the server's hooks have it: the one bundled file. */
type Bundle = {
  TRANSITIONS: typeof TRANSITIONS;
  actOnReferral: typeof actOnReferral;
  actOnAssignment: typeof actOnAssignment;
  judge: typeof judge;
};

let world: OperationsWorld;
let bundle: Bundle;
let vehicle = '';
/** Everybody who may ask: the role, and the unit of a reporter. */
let people: { name: string; token: string | undefined; role: ActorRole | null; unit: string }[] = [];

beforeAll(async () => {
  world = await makeOperationsWorld();
  const file = readdirSync(world.server.dataDir).find((name) => /^checks-.*\.js$/.test(name)) as string;
  // The very text that the server's script engine runs.
  const exported = {} as Bundle;
  new Function('exports', readFileSync(join(world.server.dataDir, file), 'utf8'))(exported);
  bundle = exported;
  for (const key of ['t3', 't4'])
    await world.make('townships', {
      ...bodyOf('townships', { area: 'tiny', unit: key, suffix: key }),
      key,
      unit: key
    });
  const reporter = async (unit: string) => {
    const { token } = await world.makeUser(`reporter-${unit}`, { role: 'reporter', unit });
    return { name: `reporter of ${unit}`, token, role: 'reporter' as const, unit };
  };
  const own = (['planner', 'dispatcher', 'official', 'admin'] as const).map((role) => ({
    name: role,
    token: world.tokens[role],
    role,
    unit: 'county'
  }));
  const shut = (['out', 'pending', 'disabled'] as const).map((name) => ({
    name,
    token: world.tokens[name],
    role: null,
    unit: 'county'
  }));
  const reporters = [await reporter('t2'), await reporter('t3'), await reporter('t4')];
  people = [
    ...shut,
    ...own,
    { name: 'reporter of t1', token: world.tokens.reporter, role: 'reporter', unit: 't1' },
    ...reporters
  ];
  vehicle = await world.vehicle({ townshipId: 't3', unit: 't3' });
});
afterAll(async () => world?.server.remove());

const ROLES: Actor['role'][] = ['planner', 'dispatcher', 'official', 'reporter', 'admin', 'driver'];
const SIDES: Side[][] = [[], ['origin'], ['target'], ['vehicle'], ['origin', 'target', 'vehicle']];
const ACTORS: Actor[] = ROLES.flatMap((role) => (role === 'reporter' ? SIDES : [[]]).map((sides) => ({ role, sides })));
const ASSIGNED: (Pair['assignment'] & object)[] = MACHINE_STATES.assignment.flatMap((state) => [
  { state, handedOverAt: null },
  { state, handedOverAt: '2026-03-01T00:00:00Z' }
]);

describe('the one bundled file', () => {
  it('holds the very table of the sources', () => {
    expect(bundle.TRANSITIONS).toEqual(TRANSITIONS);
  });

  it('judges every cell as the sources do: machine × state × verb × stage × actor', () => {
    let cells = 0;
    for (const machine of Object.keys(TRANSITIONS) as MachineName[])
      for (const state of [NEW, ...MACHINE_STATES[machine]])
        for (const verb of MACHINE_VERBS[machine])
          for (const stage of STAGES)
            for (const actor of ACTORS)
              for (const coupled of [false, true]) {
                const position = { machine, state, verb, stage } as never;
                expect(bundle.judge(position, actor, { coupled })).toEqual(judge(position, actor, { coupled }));
                cells += 1;
              }
    expect(cells).toBeGreaterThan(20_000);
  });

  it('moves every pair of referral and vehicle as the sources do', () => {
    for (const referral of [NEW, ...MACHINE_STATES.referral] as Pair['referral'][])
      for (const assignment of [null, ...ASSIGNED])
        for (const actor of ACTORS) {
          for (const verb of MACHINE_VERBS.referral)
            expect(bundle.actOnReferral({ referral, assignment }, verb, actor)).toEqual(
              actOnReferral({ referral, assignment }, verb, actor)
            );
          for (const verb of MACHINE_VERBS.assignment)
            expect(bundle.actOnAssignment({ referral, assignment }, verb, actor)).toEqual(
              actOnAssignment({ referral, assignment }, verb, actor)
            );
        }
  });
});

/** What the server must answer: 200 with the states it ends in, or the status and code of the refusal. */
type Wanted = { status: number; code?: string };

function wantedOf(verdict: Together | Verdict<'allocation'>): Wanted {
  return verdict.ok ? { status: 200 } : { status: verdict.status, code: verdict.code };
}
const codeOf = (body: { data?: Record<string, { code: string }> }) => Object.values(body.data ?? {})[0]?.code;
/** Nobody without a good account gets as far as the table. */
const isShut = ({ role }: { role: ActorRole | null }) => role === null;
const seesNothing = (person: { role: ActorRole | null; unit: string }, units: string[]) =>
  person.role === 'reporter' && !units.includes(person.unit);

const EVERYTHING = { reason: 'a reason', ...SIGNED, targetFacilityId: 'hospital-other' };
/** An assignment of which the referral is at the stage. */
const AT_STAGE: Record<Stage, { state: AssignmentState; handedOverAt: string } | null> = {
  none: null,
  assigned: { state: 'en-route', handedOverAt: '' },
  aboard: { state: 'at-hospital', handedOverAt: '' },
  'handed-over': { state: 'returning', handedOverAt: '2026-03-01T00:00:00Z' }
};

/** Puts a referral and its vehicle into the states of a cell, whatever they were before. */
async function place(
  referralKey: string,
  assignmentKey: string,
  pair: {
    referral: string;
    assignment: { state: AssignmentState; handedOverAt: string | null } | null;
    linked: boolean;
  }
): Promise<void> {
  const { referral, assignment, linked } = pair;
  const open = assignment && !isEnded('assignment', assignment.state) ? 1 : 0;
  await world.sql(
    `UPDATE referrals SET state = '${referral}', assignmentId = '${linked ? assignmentKey : ''}', version = 7,
       targetFacilityId = '${HOSPITAL}', targetUnit = 't2', bedHeld = 0 WHERE key = '${referralKey}';
     UPDATE assignments SET state = '${assignment?.state ?? 'cancelled'}', open = ${open}, targetUnit = 't2',
       handedOverAt = '${assignment?.handedOverAt ?? ''}' WHERE key = '${assignmentKey}';
     UPDATE vehicles SET status = 'available' WHERE key = '${vehicle}'`
  );
}

describe('the real server, cell by cell', () => {
  let referral = '';
  let assignment = '';
  beforeAll(async () => {
    referral = await world.accepted();
    assignment = (await world.send('dispatcher', vehicle, referral)).body.assignment.key as string;
  });

  it('referrals: state × stage × verb × who', async () => {
    const wrong: string[] = [];
    for (const state of MACHINE_STATES.referral)
      for (const stage of STAGES) {
        const held = AT_STAGE[stage];
        const cell = { referral: state, assignment: held, linked: held !== null };
        await place(referral, assignment, cell);
        const pair: Pair = {
          referral: state,
          assignment: held && { state: held.state, handedOverAt: held.handedOverAt || null }
        };
        for (const verb of MACHINE_VERBS.referral)
          for (const person of people) {
            // The table is the same to these at every stage.
            if (stage !== 'none' && ['planner', 'official', 'out', 'pending', 'disabled'].includes(person.name))
              continue;
            const sides = [...(person.unit === 't1' ? ['origin'] : []), ...(person.unit === 't2' ? ['target'] : [])];
            if (held && person.unit === 't3') sides.push('vehicle');
            const verdict = actOnReferral(pair, verb, { role: person.role ?? 'planner', sides: sides as Side[] });
            const wanted = isShut(person)
              ? null
              : seesNothing(person, ['t1', 't2'])
                ? { status: 404 }
                : wantedOf(verdict);
            const answer = await world.act({ token: person.token ?? '' }, `referrals/${referral}/${verb}`, {
              ...EVERYTHING,
              version: 7
            });
            judgeAnswer(wrong, `${state} (${stage}) ${verb} by ${person.name}`, answer, wanted);
            if (answer.status !== 200) continue;
            if (verdict.ok) {
              const ends = [answer.body.referral.state, answer.body.assignment?.state];
              const steps = verdict.steps.map(({ to }) => to);
              if (steps[0] !== ends[0] || steps[1] !== ends[1]) wrong.push(`${state} ${verb}: ${ends.join(' ')}`);
            }
            await place(referral, assignment, cell);
          }
      }
    expect(wrong).toEqual([]);
  }, 600_000);

  it('assignments: state × verb × who, with what they do to the referral', async () => {
    const wrong: string[] = [];
    const beside: Record<string, string[]> = {
      'to-hospital': ['picked-up', 'redirected', 'rejected'],
      'at-hospital': ['arrived'],
      'at-hospital+': ['handed-over'],
      returning: ['handed-over'],
      done: ['closed'],
      cancelled: ['accepted']
    };
    for (const { state, handedOverAt } of ASSIGNED) {
      const after = handedOverAt !== null;
      if (after && !['at-hospital', 'returning', 'done'].includes(state)) continue;
      if (!after && ['returning', 'done'].includes(state)) continue;
      const names = beside[after && state === 'at-hospital' ? 'at-hospital+' : state] ?? [
        'vehicle-assigned',
        'redirected'
      ];
      for (const referralState of names) {
        const cell = { referral: referralState, assignment: { state, handedOverAt }, linked: true };
        await place(referral, assignment, cell);
        for (const verb of MACHINE_VERBS.assignment)
          for (const person of people) {
            const sides = { t1: 'origin', t2: 'target', t3: 'vehicle' }[person.unit] as Side | undefined;
            const verdict = actOnAssignment(
              { referral: referralState as never, assignment: { state, handedOverAt } },
              verb,
              {
                role: person.role ?? 'planner',
                sides: sides ? [sides] : []
              }
            );
            const wanted = isShut(person)
              ? null
              : seesNothing(person, ['t1', 't2', 't3'])
                ? { status: 404 }
                : wantedOf(verdict);
            const answer = await world.act(
              { token: person.token ?? '' },
              `assignments/${assignment}/${verb}`,
              EVERYTHING
            );
            judgeAnswer(wrong, `${state}/${referralState} ${verb} by ${person.name}`, answer, wanted);
            if (answer.status !== 200) continue;
            if (verdict.ok) {
              const ends = [answer.body.referral.state, answer.body.assignment.state];
              const steps = verdict.steps.map(({ to }) => to);
              const expected = steps.length === 2 ? steps : [referralState, steps[0]];
              if (expected.join() !== ends.join()) wrong.push(`${state}/${referralState} ${verb}: ${ends.join(' ')}`);
            }
            await place(referral, assignment, cell);
          }
      }
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  it('allocations: state × verb × who', async () => {
    const wrong: string[] = [];
    const lot = (doses: number) => [{ lot: 'a', doses, expiresOn: '2999-01-01' }];
    const source = { ...bodyOf('stock', { area: 'tiny', unit: 't2', suffix: 'source' }), facilityId: 'fac-t2' };
    await world.make('stock', { ...source, lots: lot(1_000_000) });
    const made = await world.act('dispatcher', 'allocations', {
      allocation: { requesterFacilityId: 'fac-t1', lines: [{ medicineId: 'med-county', wantedDoses: 2 }] }
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const key = made.body.allocation.key as string;
    const line = { medicineId: 'med-county', wantedDoses: 2, approvedDoses: 2, lots: lot(2) };
    const reset = (state: string) =>
      world.sql(
        `UPDATE allocations SET state = '${state}', version = 7, sourceKind = 'facility', sourceId = 'fac-t2',
           sourceUnit = 't2', lines = '${JSON.stringify([{ ...line, receivedDoses: null, discrepancyDoses: null }])}'
         WHERE key = '${key}'`
      );
    for (const state of MACHINE_STATES.allocation) {
      await reset(state);
      for (const verb of MACHINE_VERBS.allocation)
        for (const person of people) {
          const sides = { t1: 'origin', t2: 'target' }[person.unit] as Side | undefined;
          const actor: Actor = { role: person.role ?? 'planner', sides: sides ? [sides] : [] };
          const verdict = judge({ machine: 'allocation', state, verb, stage: 'none' }, actor);
          const hidden = seesNothing(person, ['t1', 't2']);
          const wanted = isShut(person) ? null : hidden ? { status: 404 } : wantedOf(verdict);
          const answer = await world.act({ token: person.token ?? '' }, `allocations/${key}/${verb}`, {
            reason: 'a reason',
            version: 7,
            sourceKind: 'facility',
            sourceId: 'fac-t2',
            lines: verb === 'receive' ? [{ medicineId: 'med-county', receivedDoses: 2 }] : []
          });
          judgeAnswer(wrong, `${state} ${verb} by ${person.name}`, answer, wanted);
          if (answer.status !== 200) continue;
          if (verdict.ok && verdict.row.to !== answer.body.allocation.state)
            wrong.push(`${state} ${verb}: ${answer.body.allocation.state}`);
          await reset(state);
        }
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  it('what does not exist yet: who may begin a referral, a draft, an assignment, an allocation', async () => {
    const wrong: string[] = [];
    for (const person of people) {
      const actor: Actor = { role: person.role ?? 'planner', sides: person.unit === 't1' ? ['origin'] : [] };
      const none: Pair = { referral: NEW, assignment: null };
      const wantedFor = (verdict: Together | Verdict<'allocation'>) => (isShut(person) ? null : wantedOf(verdict));
      const by = { token: person.token ?? '' };
      for (const draft of [false, true]) {
        const referralBody = { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, ...CASE, draft };
        const answer = await world.act(by, 'referrals', { referral: referralBody });
        const verb = draft ? 'draft' : 'request';
        judgeAnswer(wrong, `${verb} by ${person.name}`, answer, wantedFor(actOnReferral(none, verb, actor)));
        const lines = [{ medicineId: 'med-county', wantedDoses: 1 }];
        const asked = await world.act(by, 'allocations', {
          allocation: { requesterFacilityId: 'fac-t1', lines, draft }
        });
        const position = {
          machine: 'allocation',
          state: NEW,
          verb: draft ? 'draft' : 'submit',
          stage: 'none'
        } as const;
        judgeAnswer(wrong, `allocation by ${person.name}`, asked, wantedFor(judge(position, actor)));
      }
      const accepted = await world.accepted();
      const sent = await world.send(by, await world.vehicle(), accepted);
      const hidden = seesNothing(person, ['t1', 't2']);
      const wanted = wantedFor(actOnAssignment({ referral: 'accepted', assignment: null }, 'reserve', actor));
      judgeAnswer(wrong, `reserve by ${person.name}`, sent, hidden && wanted ? { status: 404 } : wanted);
    }
    expect(wrong).toEqual([]);
  }, 600_000);
});

describe('every route of operations, about records that are there', () => {
  const root = '/api/greenlane';
  const opened: Record<string, string> = {};
  async function linkOf(vehicleId: string): Promise<string> {
    const answer = await world.act('dispatcher', 'driver-links', { vehicleId });
    return answer.body.token as string;
  }
  /** A vehicle whose crew is notified of an accepted case. */
  async function notified(): Promise<{ vehicle: string; assignment: string }> {
    const vehicle = await world.vehicle();
    const sent = await world.send('dispatcher', vehicle, await world.accepted(), { dispatch: true });
    return { vehicle, assignment: sent.body.assignment.key as string };
  }
  const fix = (vehicleId?: string) => ({ vehicleId, lon: 10.4, lat: 10.4, deviceAt: new Date().toISOString(), seq: 1 });
  const goods = { requesterFacilityId: 'fac-t1', lines: [{ medicineId: 'med-county', wantedDoses: 1 }] };

  /** What is asked of each route, for each seat anew where it was done; `vehicle` is the one whose link is borne. */
  const ASKED: Record<string, () => Promise<{ path: string; body?: object; vehicle?: string }>> = {
    'POST /api/greenlane/referrals': async () => ({
      path: 'referrals',
      body: { referral: { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, ...CASE } }
    }),
    'POST /api/greenlane/referrals/{key}/{verb}': async () => {
      const key = await world.referral();
      return { path: `referrals/${key}/accept`, body: { version: (await world.one('referrals', key)).version } };
    },
    'GET /api/greenlane/referrals/{key}/personal': async () => ({
      path: `referrals/${await world.referral({}, { personal: { name: 'Somebody' } })}/personal`
    }),
    'GET /api/greenlane/referrals/{key}/history': async () => ({ path: `referrals/${await world.referral()}/history` }),
    'POST /api/greenlane/assignments': async () => {
      const [vehicleId, referralId] = [await world.vehicle(), await world.accepted()];
      return {
        path: 'assignments',
        body: { vehicleId, referralId, vehicleVersion: (await world.one('vehicles', vehicleId)).version }
      };
    },
    'POST /api/greenlane/assignments/{key}/{verb}': async () => ({
      path: `assignments/${(await notified()).assignment}/depart`,
      body: {}
    }),
    'POST /api/greenlane/allocations': async () => ({ path: 'allocations', body: { allocation: goods } }),
    'POST /api/greenlane/allocations/{key}/{verb}': async () => {
      const { allocation } = (await world.act('dispatcher', 'allocations', { allocation: goods })).body;
      return {
        path: `allocations/${allocation.key}/reject`,
        body: { version: allocation.version, reason: 'none to spare' }
      };
    },
    'POST /api/greenlane/vehicles/{key}/{verb}': async () => ({
      path: `vehicles/${await world.vehicle()}/status`,
      body: {
        ...{ status: 'out-of-service', outOfServiceReason: 'weather' },
        seen: { status: 'available', outOfServiceReason: null }
      }
    }),
    'POST /api/greenlane/positions': async () => ({ path: 'positions', body: fix(await world.vehicle()) }),
    'POST /api/greenlane/driver-links': async () => ({
      path: 'driver-links',
      body: { vehicleId: await world.vehicle() }
    }),
    'GET /api/greenlane/driver-links/{vehicle}': async () => ({ path: `driver-links/${await world.vehicle()}` }),
    'DELETE /api/greenlane/driver-links/{vehicle}': async () => {
      const own = await world.vehicle();
      await linkOf(own);
      return { path: `driver-links/${own}` };
    },
    'GET /api/greenlane/drive/order': async () => ({ path: 'drive/order', vehicle: await world.vehicle() }),
    'GET /api/greenlane/drive/places': async () => ({ path: 'drive/places', vehicle: await world.vehicle() }),
    'POST /api/greenlane/drive/positions': async () => ({
      path: 'drive/positions',
      body: fix(),
      vehicle: await world.vehicle()
    }),
    'POST /api/greenlane/drive/duty': async () => ({
      path: 'drive/duty',
      body: { status: 'available', deviceAt: new Date().toISOString() },
      vehicle: await world.vehicle()
    }),
    'POST /api/greenlane/drive/assignments/{key}/{verb}': async () => {
      const { vehicle: own, assignment: key } = await notified();
      return { path: `drive/assignments/${key}/depart`, body: {}, vehicle: own };
    }
  };

  it('answers each seat with the status of the table', async () => {
    expect(Object.keys(ASKED)).toEqual(Object.keys(OPERATIONS_ACCESS));
    const tokenOf = (seat: Seat) => {
      const names: Record<string, string> = { P: 'planner', D: 'dispatcher', O: 'official', A: 'admin' };
      const name = seat.startsWith('R') ? `reporter of t${seat.slice(1)}` : (names[seat] ?? seat);
      return people.find((each) => each.name === name)?.token;
    };
    opened.other = await linkOf(await world.vehicle());
    opened.ended = await linkOf(vehicle);
    await world.server.send('DELETE', `${root}/driver-links/${vehicle}`, { token: world.tokens.dispatcher });
    const wrong: string[] = [];
    for (const [route, statuses] of Object.entries(OPERATIONS_ACCESS)) {
      let asked = await ASKED[route]();
      for (const [i, seat] of SEATS.entries()) {
        const link = seat === 'link' ? (asked.vehicle ? await linkOf(asked.vehicle) : opened.other) : opened[seat];
        const { status } = await world.server.send(route.split(' ')[0], `${root}/${asked.path}`, {
          token: tokenOf(seat),
          ...(link ? { headers: { 'X-Greenlane-Drive': link } } : {}),
          ...(asked.body ? { body: { key: randomUUID(), ...asked.body } } : {})
        });
        if (String(status) !== statuses.split(' ')[i])
          wrong.push(`${seat} ${route}: ${status}, wanted ${statuses.split(' ')[i]}`);
        if (status === 200) asked = await ASKED[route]();
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

function judgeAnswer(
  wrong: string[],
  cell: string,
  { status, body }: { status: number; body: { data?: Record<string, { code: string }> } },
  wanted: Wanted | null
): void {
  const good =
    wanted === null
      ? status === 401 || status === 403
      : status === wanted.status && (wanted.code === undefined || wanted.code === codeOf(body));
  if (!good) wrong.push(`${cell}: ${status} ${codeOf(body) ?? ''}, wanted ${JSON.stringify(wanted)}`);
}
