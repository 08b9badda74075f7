import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { predict, type GivenAct } from '../../src/lib/core/operations/predict';
import { NO_OPERATIONS } from '../../src/lib/core/operations/records';
import { DEFAULT_RULE_PACK } from '../../src/lib/core/rules/rule-pack';
import { readOperation } from '../../src/lib/store/operation-schemas';
import { keyOfMade } from '../../src/lib/store/operations';
import { bodyOf } from './records';
import { CASE, HOSPITAL, makeOperationsWorld, SIGNED, type OperationsWorld } from './operations-world';

let world: OperationsWorld;
beforeAll(async () => {
  world = await makeOperationsWorld();
});
afterAll(async () => world?.server.remove());

it('what a device foresees of its queue is what the server makes of it: ids, states and versions, act by act', async () => {
  const vehicleId = await world.vehicle();
  const { version: vehicleVersion } = await world.one('vehicles', vehicleId);
  const [referralKey, assignmentKey] = [randomUUID(), randomUUID()];
  const [r, a] = [(await keyOfMade('r', referralKey))!, (await keyOfMade('a', assignmentKey))!];
  const referral = { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, ...CASE };
  const acts: { path: string; body?: Record<string, unknown>; key?: string; makes?: string; versioned?: boolean }[] = [
    { path: 'referrals', body: { referral }, key: referralKey, makes: r },
    { path: `referrals/${r}/accept`, versioned: true },
    {
      path: 'assignments',
      body: { referralId: r, vehicleId, vehicleVersion, dispatch: true },
      key: assignmentKey,
      makes: a
    },
    { path: `assignments/${a}/depart` },
    { path: `referrals/${r}/redirect`, body: { reason: 'Full', targetFacilityId: 'hospital-other' }, versioned: true },
    { path: `assignments/${a}/reach-scene` },
    { path: `referrals/${r}/accept`, versioned: true },
    { path: `assignments/${a}/leave-scene` },
    { path: `assignments/${a}/reach-hospital` },
    { path: `assignments/${a}/hand-over`, body: SIGNED },
    { path: `assignments/${a}/return` },
    { path: `assignments/${a}/back-in-service` },
    { path: `referrals/${r}/close`, versioned: true }
  ];
  const given: GivenAct[] = [];
  const context = { pack: DEFAULT_RULE_PACK, by: 'desk', unit: 'county' };
  for (const { path, body = {}, key, makes, versioned } of acts) {
    const { version } = predict(NO_OPERATIONS, given, context).records.referrals.get(r) ?? {};
    const sent = { ...body, ...(versioned ? { version } : {}) };
    given.push({ path: `/api/greenlane/${path}`, body: sent, queuedAt: Date.now(), ...(makes ? { makes } : {}) });
    const answer = await world.act('dispatcher', path, { ...sent, ...(key ? { key } : {}) });
    expect([path, answer.status]).toEqual([path, 200]);

    const foreseen = predict(NO_OPERATIONS, given, context).records;
    const told = readOperation('referrals', (await world.one('referrals', r)) as never);
    const mine = foreseen.referrals.get(r)!;
    const of = ({ state, version: v, targetFacilityId, assignmentId, reason, signedTo, carePlace }: typeof told) =>
      JSON.stringify({ path, state, v, targetFacilityId, assignmentId, reason, signedTo, carePlace });
    expect(of(mine)).toBe(of(told));
    if (!foreseen.assignments.has(a)) continue;
    const sentFor = readOperation('assignments', (await world.one('assignments', a)) as never);
    const vehicle = foreseen.assignments.get(a)!;
    const clocks = (each: typeof sentFor) =>
      JSON.stringify([path, each.state, each.open, each.enRouteAt !== null, each.leftSceneAt !== null]);
    expect(clocks(vehicle)).toBe(clocks(sentFor));
  }
});

it('so it is with a request for goods, but for the lots that a site gives', async () => {
  const supplier = (
    await world.make('suppliers', bodyOf('suppliers', { area: 'tiny', unit: 'county', suffix: 'seen' }))
  ).key;
  const key = randomUUID();
  const g = (await keyOfMade('g', key))!;
  const line = { medicineId: 'med-county' };
  const lots = [{ lot: 'a', doses: 8, expiresOn: '2999-01-01' }];
  const acts: { path: string; body: Record<string, unknown>; made?: boolean }[] = [
    {
      path: 'allocations',
      body: { allocation: { requesterFacilityId: 'fac-t1', lines: [{ ...line, wantedDoses: 9 }], draft: true } },
      made: true
    },
    { path: `allocations/${g}/submit`, body: {} },
    {
      path: `allocations/${g}/approve`,
      body: { sourceKind: 'supplier', sourceId: supplier, lines: [{ ...line, approvedDoses: 8 }], reason: 'one short' }
    },
    { path: `allocations/${g}/pick`, body: { lines: [{ ...line, lots }] } },
    { path: `allocations/${g}/ship`, body: {} },
    {
      path: `allocations/${g}/receive`,
      body: { lines: [{ ...line, lots: [{ ...lots[0], doses: 7 }], reason: 'lost' }] }
    }
  ];
  const given: GivenAct[] = [];
  const context = { pack: DEFAULT_RULE_PACK, by: 'desk', unit: 't1' };
  for (const { path, body, made } of acts) {
    const held = predict(NO_OPERATIONS, given, context).records.allocations.get(g);
    const sent = { ...body, ...(held ? { version: held.version } : {}) };
    given.push({ path: `/api/greenlane/${path}`, body: sent, queuedAt: Date.now(), ...(made ? { makes: g } : {}) });
    const answer = await world.act('reporter', path, { ...sent, ...(made ? { key } : {}) });
    const desk = answer.status === 403 ? await world.act('planner', path, sent) : answer;
    expect([path, desk.status]).toEqual([path, 200]);
    const told = readOperation('allocations', (await world.one('allocations', g)) as never);
    const mine = predict(NO_OPERATIONS, given, context).records.allocations.get(g)!;
    const of = ({ state, version, unit, lines, sourceKind, sourceId, reason, discrepant }: typeof told) => ({
      ...{ path, state, version, unit, lines, sourceKind, sourceId, reason, discrepant }
    });
    expect(of(mine)).toEqual(of(told));
  }
});
