import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { predictVehicle } from '../../src/lib/core/operations/predict-vehicle';
import { fromRemote } from '../../src/lib/store/mappers';
import type { Answer } from '../helpers/server';
import { listen } from '../helpers/listen';
import { bodyOf } from './records';
import { CASE, HOSPITAL, makeOperationsWorld, SIGNED, type OperationsWorld } from './operations-world';
import type { Who } from './world';

let world: OperationsWorld;
let targetToken = '';
beforeAll(async () => {
  world = await makeOperationsWorld();
  targetToken = (await world.makeUser('reporter-t2', { role: 'reporter', unit: 't2' })).token;
});
afterAll(async () => world?.server.remove());

const CLOCKS = ['eventNotifiedAt', 'dispatchNotifiedAt', 'enRouteAt', 'atSceneAt', 'leftSceneAt', 'atDestinationAt'];
const WAY = ['dispatch', 'depart', 'reach-scene', 'leave-scene', 'reach-hospital'] as const;
type Params = Record<string, unknown>;
/** The first fault of a refusal: field, code and what it tells. */
const faultOf = ({ status, body }: Answer) => {
  const [[field, fault]] = Object.entries(
    (body.data ?? { none: {} }) as Record<string, { code: string; params?: Params }>
  );
  return { status, field, code: fault.code, params: fault.params ?? {} };
};
const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
/** A vehicle on its way for a new case, as far as the verb says. */
async function under(way: (typeof WAY)[number] | 'reserve', patient: Params = {}) {
  const vehicle = await world.vehicle();
  const referral = await world.accepted(patient);
  const assignment = ok(await world.send('dispatcher', vehicle, referral)).assignment.key as string;
  for (const verb of WAY.slice(0, WAY.indexOf(way as (typeof WAY)[number]) + 1))
    ok(await world.onAssignment('dispatcher', assignment, verb));
  return { vehicle, referral, assignment };
}
const statusOf = async (vehicle: string) => (await world.one('vehicles', vehicle)).status;
const bedsOf = async (facility: string) => (await world.one('facilities', facility)).bedsFree as number;
const eventsOf = (key: string) => world.rows('events', `subjectKey = "${key}"`);
async function hospital(bedsFree: number, more: Params = {}) {
  const suffix = `hospital-${randomUUID().slice(0, 8)}`;
  const body = { ...bodyOf('facilities', { area: 'tiny', unit: 't2', suffix }), key: suffix, open: true };
  const means = { tier: 'designated', capabilities: ['oxygen', 'icu', 'dialysis'], bedsTotal: 9, bedsFree };
  await world.make('facilities', { ...body, ...means, ...more });
  return suffix;
}

describe('a case from the call to the hand-over', () => {
  it('moves referral, vehicle and clocks together, and every step stands in the log', async () => {
    const before = await bedsOf(HOSPITAL);
    const vehicle = await world.vehicle();
    const referral = await world.accepted();
    expect(await bedsOf(HOSPITAL)).toBe(before - 1);
    const sent = ok(await world.send('dispatcher', vehicle, referral, { dispatch: true }));
    expect(sent.assignment).toMatchObject({
      state: 'dispatched',
      open: true,
      pooled: false,
      assignedBy: 'a-dispatcher'
    });
    expect(sent.referral).toMatchObject({ state: 'vehicle-assigned', assignmentId: sent.assignment.key });
    const key = sent.assignment.key as string;
    const seen: unknown[] = [await statusOf(vehicle)];
    for (const verb of WAY.slice(1)) {
      ok(await world.onAssignment('dispatcher', key, verb));
      seen.push(await statusOf(vehicle));
    }
    expect(seen).toEqual(['dispatched', 'en-route', 'on-location', 'to-hospital', 'at-hospital']);
    const done = ok(await world.onAssignment('dispatcher', key, 'hand-over', SIGNED));
    expect(done.referral).toMatchObject({ state: 'handed-over', ...SIGNED, bedHeld: false });
    expect(await bedsOf(HOSPITAL)).toBe(before - 1);
    expect(ok(await world.onAssignment('dispatcher', key, 'return')).assignment.state).toBe('returning');
    const end = ok(await world.onAssignment('dispatcher', key, 'back-in-service')).assignment;
    expect(end).toMatchObject({ state: 'done', open: false });
    const times = [...CLOCKS, 'handedOverAt', 'backInServiceAt'].map((clock) => Date.parse(end[clock]));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every((each) => Math.abs(each - Date.now()) < 60_000)).toBe(true);
    expect(await statusOf(vehicle)).toBe('available');
    ok(await world.onReferral('dispatcher', referral, 'close'));

    const verbs = (rows: Params[]) => rows.sort((a, b) => Number(a.seq) - Number(b.seq)).map(({ verb }) => verb);
    expect(verbs(await eventsOf(referral))).toEqual([
      ...['request', 'accept', 'assign', 'pick-up', 'arrive', 'hand-over', 'close']
    ]);
    expect(verbs(await eventsOf(key))).toEqual(['reserve', ...WAY, 'hand-over', 'return', 'back-in-service']);
  });

  it('sets the clocks itself: what a body says of them is nothing, what the device says stands beside', async () => {
    const { assignment } = await under('dispatch');
    const body = {
      enRouteAt: '2001-01-01T00:00:00Z',
      stateAt: '2001-01-01T00:00:00Z',
      deviceAt: '2026-02-03T04:05:06Z'
    };
    const { assignment: row } = ok(await world.onAssignment('dispatcher', assignment, 'depart', body));
    expect(Math.abs(Date.parse(row.enRouteAt) - Date.now())).toBeLessThan(60_000);
    expect(row.deviceTimes).toEqual({ enRouteAt: '2026-02-03T04:05:06Z' });
    expect(
      faultOf(await world.onAssignment('dispatcher', assignment, 'reach-scene', { deviceAt: 'noon' }))
    ).toMatchObject({
      status: 400,
      field: 'deviceAt'
    });
  });

  it('under one key counts once, whether sent again or at the same moment', async () => {
    const [vehicle, referral] = [await world.vehicle(), await world.accepted()];
    const { version } = await world.one('vehicles', vehicle);
    const body = { key: randomUUID(), vehicleId: vehicle, vehicleVersion: version, referralId: referral };
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.act('dispatcher', 'assignments', body)));
    for (const answer of answers) ok(answer);
    expect(new Set(answers.map((each) => each.body.assignment.key)).size).toBe(1);
    expect(answers.filter((each) => !each.body.again)).toHaveLength(1);
    expect(await eventsOf(answers[0].body.assignment.key)).toHaveLength(1);
    const other = await world.act('dispatcher', 'assignments', { ...body, pooled: true });
    expect(faultOf(other)).toMatchObject({ status: 409, code: 'key_used' });
    expect(faultOf(await world.act('admin', 'assignments', body))).toMatchObject({ status: 409, code: 'key_used' });
    expect(faultOf(await world.act('dispatcher', 'assignments', { ...body, key: 'short' }))).toMatchObject({
      code: 'bad_key'
    });
  });

  it('is refused to who saw an older version, naming the present one', async () => {
    const referral = await world.referral();
    const { version } = await world.one('referrals', referral);
    ok(
      await world.onReferral('dispatcher', referral, 'redirect', { reason: 'full', targetFacilityId: 'hospital-other' })
    );
    const late = await world.act('dispatcher', `referrals/${referral}/accept`, { version });
    expect(faultOf(late)).toMatchObject({
      status: 409,
      code: 'stale_version',
      params: { yours: version, current: Number(version) + 1, state: 'redirected' }
    });
    expect(faultOf(await world.act('dispatcher', `referrals/${referral}/accept`))).toMatchObject({
      status: 400,
      code: 'version_missing'
    });
  });

  it('of a patient in another country, or of a hospital that refers to itself, is refused', async () => {
    const asked = (referral: Params) =>
      world.act('dispatcher', 'referrals', { referral: { targetFacilityId: HOSPITAL, ...CASE, ...referral } });
    expect(faultOf(await asked({ lon: 9.5, lat: 47.1 }))).toMatchObject({
      ...{ status: 400, field: 'lon', code: 'outside_area' }
    });
    expect(faultOf(await asked({ originFacilityId: HOSPITAL }))).toMatchObject({
      ...{ status: 400, field: 'targetFacilityId', code: 'bad_input' }
    });
  });

  it('in a state that does not let it is told what could be done instead', async () => {
    const fault = faultOf(await world.onReferral('dispatcher', await world.referral(), 'close'));
    expect(fault).toMatchObject({ status: 409, field: 'state', code: 'wrong_state' });
    expect(fault.params).toEqual({ state: 'requested', verb: 'close', allowed: 'accept reject redirect cancel' });
    expect((await world.onReferral('dispatcher', await world.referral(), 'bless')).status).toBe(404);
  });
});

describe('who a vehicle is for', () => {
  it('the loser is told who was first, when and for whom', async () => {
    const vehicle = await world.vehicle();
    const at = { lon: 10.42, lat: 10.38 };
    const [first, second] = [await world.accepted(), await world.accepted({ originFacilityId: null, ...at })];
    const { version } = await world.one('vehicles', vehicle);
    const send = (who: Who, referralId: string) =>
      world.act(who, 'assignments', { vehicleId: vehicle, vehicleVersion: version, referralId });
    const won = ok(await send('admin', first)).assignment;
    const told = { by: 'a-admin', at: won.assignedAt, assignmentId: won.key };
    // What else could go, by straight line from the patient.
    const near = await world.vehicle({ lon: 10.42, lat: 10.39 });
    await world.vehicle({ ...at, status: 'returning' });
    const lost = faultOf(await send('dispatcher', second));
    expect(lost).toEqual({
      status: 409,
      field: 'vehicleId',
      code: 'vehicle_taken',
      params: { ...told, referralId: first, nextByLine: near, nextLineMeters: 1112 }
    });
    const twice = faultOf(await world.send('dispatcher', await world.vehicle(), first));
    expect(twice).toMatchObject({ status: 409, code: 'referral_taken', params: { ...told, vehicleId: vehicle } });
  });

  it('one that changed since it was read, is busy, out of service or without a driver is not sent', async () => {
    const referral = await world.accepted();
    const stale = await world.vehicle();
    const about = { vehicleId: stale, vehicleVersion: 7, referralId: referral };
    expect(faultOf(await world.act('dispatcher', 'assignments', about))).toMatchObject({ code: 'stale_version' });
    const busy = await world.vehicle({ status: 'returning' });
    expect(faultOf(await world.send('dispatcher', busy, referral))).toMatchObject({
      code: 'vehicle_busy',
      params: { status: 'returning' }
    });
    const broken = await world.vehicle({ status: 'out-of-service', outOfServiceReason: 'mechanical' });
    const unready = { status: 409, code: 'vehicle_unready' };
    expect(faultOf(await world.send('dispatcher', broken, referral))).toMatchObject({
      ...unready,
      params: { against: 'vehicle-out-of-service-mechanical' }
    });
    const { key } = await world.make('vehicles', bodyOf('vehicles', { area: 'tiny', unit: 't1', suffix: 'no-crew' }));
    const override = { name: 'Dr X', reason: 'nobody else' };
    const alone = await world.send('dispatcher', key, referral, { override });
    expect(faultOf(alone)).toMatchObject({ ...unready, params: { against: 'vehicle-no-crew' } });
    const nowhere = await world.act('dispatcher', 'assignments', { ...about, vehicleId: 'veh-none' });
    expect(faultOf(nowhere)).toMatchObject({ status: 400, code: 'unknown_reference' });
  });

  it('one that lacks what the case needs goes when somebody answers for it, and the log says who', async () => {
    const referral = await world.accepted({ vehicleNeeds: ['oxygen', 'icu'] });
    const plain = await world.vehicle({ capabilities: [], severityLimit: 'mild' });
    const refused = faultOf(await world.send('dispatcher', plain, referral));
    expect(refused).toMatchObject({ status: 409, code: 'vehicle_unfit' });
    const against = ['vehicle-lacks-oxygen', 'vehicle-lacks-icu', 'vehicle-severity-limit'];
    expect(String(refused.params.against).split(' ')).toEqual(against);
    const override = { name: 'Dr X', reason: 'nothing else within an hour' };
    expect(faultOf(await world.send('dispatcher', plain, referral, { override: { name: 'Dr X' } }))).toMatchObject({
      status: 400,
      field: 'override/reason'
    });
    const sent = ok(await world.send('dispatcher', plain, referral, { override })).assignment;
    expect(sent.override).toEqual({ ...override, against });
    const [event] = await eventsOf(sent.key);
    expect(event).toMatchObject({ verb: 'reserve', actorName: 'a-dispatcher', after: { override: sent.override } });
  });

  it('its status is what its assignment says, whoever writes it by hand', async () => {
    const { vehicle, assignment } = await under('depart');
    const row = await world.one('vehicles', vehicle);
    const path = `/api/collections/vehicles/records/${String(row.id)}`;
    const patch = (body: Params) =>
      world.server.send('PATCH', path, { token: world.tokens.dispatcher, body: { version: row.version, ...body } });
    expect(faultOf(await patch({ status: 'available' }))).toMatchObject({
      status: 409,
      field: 'status',
      code: 'on_assignment',
      params: { assignmentId: assignment }
    });
    expect((await patch({ minutesToReady: 2 })).status).toBe(200);
    expect(await statusOf(vehicle)).toBe('en-route');
  });

  it('is set by a desk once, against the state that was seen, as the device foresaw it', async () => {
    const key = await world.vehicle();
    const path = `vehicles/${key}/status`;
    const ready = { status: 'available', outOfServiceReason: null };
    const out = (reason: string, seen: Params = ready) => ({
      status: 'out-of-service',
      outOfServiceReason: reason,
      seen
    });
    const command = { key: randomUUID(), ...out('weather') };
    const before = fromRemote('vehicles', (await world.one('vehicles', key)) as never);
    const { vehicle } = ok(await world.act('dispatcher', path, command));
    const foreseen = predictVehicle(before, [{ path: `/api/greenlane/${path}`, body: command }]);
    expect(vehicle).toMatchObject({ status: foreseen.status, outOfServiceReason: foreseen.outOfServiceReason });
    expect(ok(await world.act('dispatcher', path, command)).again).toBe(true);
    // Another desk sees the old state and wants something else; what stands already is no contradiction.
    expect(faultOf(await world.act('admin', path, out('mechanical')))).toMatchObject({
      ...{ status: 409, code: 'overtaken', params: { status: 'out-of-service', outOfServiceReason: 'weather' } }
    });
    ok(await world.act('admin', path, out('weather')));
    const seen = { status: 'out-of-service', outOfServiceReason: 'weather' };
    ok(await world.act('reporter', path, { ...ready, seen }));
    expect((await eventsOf(key)).map(({ verb, actorName }) => [verb, actorName])).toEqual([
      ['enter-vehicle', 'console'],
      ['out-of-service', 'a-dispatcher'],
      ['back-on-duty', 'a-reporter']
    ]);
    expect(faultOf(await world.act('planner', path, out('other'))).status).toBe(403);
    expect(faultOf(await world.act('official', path, out('other'))).status).toBe(403);
    expect((await world.act({ token: targetToken }, path, out('other'))).status).toBe(404);
    expect((await world.act('dispatcher', `vehicles/${key}/sell`, ready)).status).toBe(404);
    for (const [body, field] of [
      [{ ...ready }, 'seen'],
      [{ ...out(''), seen: ready }, 'outOfServiceReason'],
      [{ ...out('other'), status: 'dispatched' }, 'status']
    ] as const)
      expect(faultOf(await world.act('dispatcher', path, body))).toMatchObject({ status: 400, field });
    const { vehicle: busy } = await under('depart');
    expect(faultOf(await world.act('dispatcher', `vehicles/${busy}/status`, out('other')))).toMatchObject({
      ...{ status: 409, code: 'on_assignment' }
    });
  });

  it('is where a desk says, unless a newer place is known', async () => {
    const key = await world.vehicle();
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const say = (place: object | null, deviceAt: string) =>
      world.act('dispatcher', `vehicles/${key}/place`, { place, deviceAt });
    const place = { lon: 10.45, lat: 10.46 };
    expect(ok(await say(place, at(5))).vehicle).toMatchObject({ positionLon: 10.45, positionLat: 10.46 });
    expect(faultOf(await say({ lon: 10.4, lat: 10.4 }, at(6)))).toMatchObject({ status: 409, code: 'newer_place' });
    expect(ok(await say(null, at(4))).vehicle).toMatchObject({
      positionLon: null,
      positionLat: null,
      positionAt: null
    });
    expect(faultOf(await say(place, at(-60)))).toMatchObject({ status: 400, code: 'in_future' });
    expect(faultOf(await say({ lon: 0, lat: 0 }, at(0))).status).toBe(400);
    const told = (await eventsOf(key)).filter(({ verb }) => verb === 'place');
    expect(told.map(({ after }) => (after as Params).positionLon)).toEqual([10.45, null]);
  });

  it('whose crew goes off before the trip would end goes when somebody answers for it; an end nobody knows is none', async () => {
    const vehicle = await world.vehicle({ minutesToReady: 2 });
    const [crew] = await world.rows('crews', `vehicleId = "${vehicle}"`);
    const referral = await world.accepted();
    const endsIn = async (minutes: number) => {
      const shiftEndsAt = new Date(Date.now() + minutes * 60_000).toISOString();
      const { version } = await world.one('crews', String(crew.key));
      const body = { version, shiftEndsAt };
      const path = `/api/collections/crews/records/${String(crew.id)}`;
      ok(await world.server.send('PATCH', path, { token: world.tokens.planner, body }));
    };
    const send = (more: Params = {}) =>
      world.send('dispatcher', vehicle, referral, { expected: { toScene: 20, toHospital: 30 }, ...more });
    await endsIn(51);
    expect(faultOf(await send())).toMatchObject({ code: 'vehicle_unfit', params: { against: 'vehicle-shift-ends' } });
    const override = { name: 'Dr X', reason: 'the crew stays on' };
    const sent = ok(await send({ override })).assignment;
    expect(sent.override).toEqual({ ...override, against: ['vehicle-shift-ends'] });
    expect((await eventsOf(String(crew.key))).map(({ verb }) => verb)).toEqual(['enter-crew', 'change-crew']);
  });

  it('what an open case leans on is not deleted', async () => {
    const { vehicle, referral } = await under('reserve');
    const target = await hospital(1);
    ok(await world.onReferral('dispatcher', referral, 'redirect', { reason: 'nearer', targetFacilityId: target }));
    for (const [collection, key] of [
      ['vehicles', vehicle],
      ['facilities', target]
    ]) {
      const path = `/api/collections/${collection}/records/${String((await world.one(collection, key)).id)}`;
      const remove = () => world.server.send('DELETE', path, { token: world.tokens.admin });
      expect(faultOf(await remove())).toMatchObject({ status: 409, code: 'in_use' });
      if (collection === 'facilities') {
        ok(await world.onReferral('dispatcher', referral, 'cancel', { reason: 'recovered' }));
        expect((await remove()).status).toBe(204);
      }
    }
  });

  it('a breakdown frees the case and takes the vehicle off the road', async () => {
    const { vehicle, referral, assignment } = await under('leave-scene');
    const broken = { reason: 'engine stopped', outOfServiceReason: 'mechanical' };
    expect(faultOf(await world.onAssignment('dispatcher', assignment, 'stand-down'))).toMatchObject({
      field: 'reason'
    });
    const { assignment: down, referral: free } = ok(
      await world.onAssignment('dispatcher', assignment, 'stand-down', broken)
    );
    expect([down.state, down.open, down.reason]).toEqual(['cancelled', false, 'engine stopped']);
    expect([free.state, free.assignmentId, free.bedHeld]).toEqual(['accepted', null, true]);
    expect(await world.one('vehicles', vehicle)).toMatchObject({
      status: 'out-of-service',
      outOfServiceReason: 'mechanical'
    });
    ok(await world.send('dispatcher', await world.vehicle(), referral));
  });
});

describe('patients who share a trip', () => {
  /** One who may share a trip: sits and is not severe. */
  const SITTING = { grade: 'ordinary' };
  it('fill the seats, keep the vehicle while one is aboard, and are back in service together', async () => {
    const { vehicle, assignment: first } = await under('depart', SITTING);
    const join = async () => world.send('dispatcher', vehicle, await world.accepted(SITTING), { pooled: true });
    const second = ok(await join()).assignment;
    expect(second).toMatchObject({ pooled: true, tripId: first, open: true });
    expect(faultOf(await join())).toMatchObject({ status: 409, code: 'no_seat', params: { seats: 2 } });
    expect(faultOf(await world.send('dispatcher', vehicle, await world.accepted()))).toMatchObject({
      code: 'vehicle_taken'
    });
    expect(await statusOf(vehicle)).toBe('en-route');
    for (const verb of WAY.slice(2)) ok(await world.onAssignment('dispatcher', first, verb));
    ok(await world.onAssignment('dispatcher', first, 'hand-over', SIGNED));
    expect(faultOf(await world.onAssignment('dispatcher', first, 'back-in-service'))).toMatchObject({
      status: 409,
      code: 'trip_not_over',
      params: { assignmentId: second.key }
    });
    for (const verb of WAY) ok(await world.onAssignment('dispatcher', second.key, verb));
    ok(await world.onAssignment('dispatcher', second.key, 'hand-over', SIGNED));
    ok(await world.onAssignment('dispatcher', second.key, 'back-in-service'));
    expect(await world.rows('assignments', `vehicleId = "${vehicle}" && open = true`)).toEqual([]);
    expect(await statusOf(vehicle)).toBe('available');
  });

  it('when the one who held the vehicle is called off another holds it', async () => {
    const { vehicle, assignment: first } = await under('depart', SITTING);
    const second = ok(await world.send('dispatcher', vehicle, await world.accepted(SITTING), { pooled: true }))
      .assignment.key;
    const broken = { reason: 'engine', outOfServiceReason: 'mechanical' };
    expect(faultOf(await world.onAssignment('dispatcher', first, 'stand-down', broken))).toMatchObject({
      code: 'trip_not_over'
    });
    ok(await world.onAssignment('dispatcher', first, 'stand-down', { reason: 'called off' }));
    expect(await world.one('assignments', second)).toMatchObject({ pooled: false, open: true });
    expect(faultOf(await world.send('dispatcher', vehicle, await world.accepted()))).toMatchObject({
      code: 'vehicle_taken'
    });
    expect(
      faultOf(await world.send('dispatcher', await world.vehicle(), await world.accepted(SITTING), { pooled: true }))
    ).toMatchObject({ code: 'no_trip' });
  });

  it('nobody joins one that has reached the hospital', async () => {
    const { vehicle } = await under('reach-hospital', SITTING);
    expect(
      faultOf(await world.send('dispatcher', vehicle, await world.accepted(SITTING), { pooled: true }))
    ).toMatchObject({
      code: 'trip_ending'
    });
  });

  it.each([
    ['lies', { ...SITTING, vehicleNeeds: ['stretcher'] }, 'share-lying vehicle-lacks-stretcher'],
    ['is severe', {}, 'share-severe'],
    ['goes elsewhere', { ...SITTING, targetFacilityId: 'hospital-other' }, 'share-other-hospital']
  ])('who %s joins a trip when somebody answers for it, not before', async (_what, patient, against) => {
    const { vehicle } = await under('depart', SITTING);
    const joins = await world.accepted(patient);
    const refused = faultOf(await world.send('dispatcher', vehicle, joins, { pooled: true }));
    expect(refused).toEqual({ status: 409, field: 'pooled', code: 'trip_unfit', params: { against } });
    const override = { name: 'Dr X', reason: 'no other vehicle' };
    const joined = ok(await world.send('dispatcher', vehicle, joins, { pooled: true, override })).assignment;
    expect(joined).toMatchObject({ pooled: true, override: { ...override, against: against.split(' ') } });
  });

  it('nobody joins one who is severe', async () => {
    const { vehicle } = await under('depart');
    const joins = await world.send('dispatcher', vehicle, await world.accepted(SITTING), { pooled: true });
    expect(faultOf(joins)).toMatchObject({ code: 'trip_unfit', params: { against: 'share-severe' } });
  });

  it('one of them is redirected when somebody answers for two ways, the last without', async () => {
    const { vehicle, referral: first } = await under('depart', SITTING);
    const second = await world.accepted(SITTING);
    ok(await world.send('dispatcher', vehicle, second, { pooled: true }));
    const elsewhere = { reason: 'full', targetFacilityId: 'hospital-other' };
    const refused = faultOf(await world.onReferral('dispatcher', first, 'redirect', elsewhere));
    expect(refused).toMatchObject({
      ...{ status: 409, field: 'targetFacilityId', code: 'target_unfit' },
      params: { against: 'share-other-hospital' }
    });
    const override = { name: 'Dr X', reason: 'on the way to the other' };
    const sent = ok(await world.onReferral('dispatcher', first, 'redirect', { ...elsewhere, override })).referral;
    expect(sent.override).toEqual({ ...override, against: ['share-other-hospital'] });
    expect(ok(await world.onReferral('dispatcher', second, 'redirect', elsewhere)).referral.override).toBeNull();
  });
});

describe('beds and targets', () => {
  it('the last bed is kept for one; the next is refused it, or taken by who answers for that', async () => {
    const target = await hospital(1);
    const [first, second] = [
      await world.referral({ targetFacilityId: target }),
      await world.referral({ targetFacilityId: target })
    ];
    expect(ok(await world.onReferral('dispatcher', first, 'accept')).referral.bedHeld).toBe(true);
    expect(faultOf(await world.onReferral('dispatcher', second, 'accept'))).toMatchObject({
      status: 409,
      code: 'no_free_bed',
      params: { facilityId: target, bedsTotal: 9 }
    });
    const override = { name: 'Dr Y', reason: 'a bed in the corridor' };
    const taken = ok(await world.onReferral('dispatcher', second, 'accept', { override })).referral;
    expect(taken).toMatchObject({ bedHeld: false, override: { ...override, against: ['no_free_bed'] } });
    expect(await bedsOf(target)).toBe(0);
    ok(await world.onReferral('dispatcher', first, 'reject', { reason: 'no doctor' }));
    expect(await bedsOf(target)).toBe(1);
  });

  it.each([
    ['cancelled', 'cancel', { reason: 'recovered' }],
    ['redirected', 'redirect', { reason: 'no doctor', targetFacilityId: 'hospital-other' }]
  ])('the bed of a case that is %s is free again', async (_state, verb, more) => {
    const target = await hospital(3);
    const referral = await world.referral({ targetFacilityId: target });
    ok(await world.onReferral('dispatcher', referral, 'accept'));
    expect(await bedsOf(target)).toBe(2);
    ok(await world.onReferral('dispatcher', referral, verb, more));
    expect(await bedsOf(target)).toBe(3);
    expect(await world.one('referrals', referral)).toMatchObject({ bedHeld: false });
  });

  it('beds that are asked for at the same moment are given once', async () => {
    const target = await hospital(2);
    const cases = await Promise.all(Array.from({ length: 6 }, () => world.referral({ targetFacilityId: target })));
    const answers = await Promise.all(
      cases.map((key) => world.act('dispatcher', `referrals/${key}/accept`, { version: 1 }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    expect(await bedsOf(target)).toBe(0);
  });

  it('a target that is not meant for the case needs a name and a reason', async () => {
    const low = await hospital(5, { tier: 'township-hospital', capabilities: ['oxygen'], open: false });
    const body = { referral: { originFacilityId: 'fac-t1', targetFacilityId: low, ...CASE } };
    const refused = faultOf(await world.act('dispatcher', 'referrals', body));
    expect(refused).toMatchObject({ status: 409, field: 'targetFacilityId', code: 'target_unfit' });
    expect(String(refused.params.against).split(' ')).toEqual(['passed-tier-too-low', 'passed-closed']);
    const override = { name: 'Dr Z', reason: 'the bridge is out' };
    const made = ok(await world.act('dispatcher', 'referrals', { ...body, override })).referral;
    expect(made).toMatchObject({ carePlace: 'designated', careReason: 'care-severe', careRule: { item: 'L10' } });
    expect(made.override).toEqual({ ...override, against: ['passed-tier-too-low', 'passed-closed'] });
  });
});

describe('another hospital than the one advised', () => {
  const asked = (advisedFacilityId: string | null, more: Params = {}) =>
    world.act('dispatcher', 'referrals', {
      referral: { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, advisedFacilityId, ...CASE },
      ...more
    });
  const override = { name: 'Dr Z', reason: 'the family lives there' };
  const refusal = {
    ...{ status: 409, field: 'targetFacilityId', code: 'not_advised' },
    params: { against: 'not-advised', advised: 'hospital-other' }
  };

  it('is asked for by name and reason, which stand with the case and in the log', async () => {
    expect(faultOf(await asked('hospital-other'))).toEqual(refusal);
    const { referral } = ok(await asked('hospital-other', { override }));
    const kept = { ...override, against: ['not-advised'], advised: 'hospital-other' };
    expect(referral.override).toEqual(kept);
    const [event] = await eventsOf(referral.key);
    expect(event).toMatchObject({ verb: 'request', after: { override: kept } });
    // The advised one, and a sender without a ranking of its own, need nobody to answer for it.
    expect(ok(await asked(HOSPITAL)).referral.override).toBeNull();
    expect(ok(await asked(null)).referral.override).toBeNull();
    expect(faultOf(await asked('nowhere'))).toMatchObject({ status: 400, field: 'advisedFacilityId' });
  });

  it('is so in a redirection too, and asking once more keeps who answered', async () => {
    const target = await hospital(3);
    const referral = await world.referral({ targetFacilityId: target });
    const elsewhere = { reason: 'full', targetFacilityId: HOSPITAL, advisedFacilityId: 'hospital-other' };
    expect(faultOf(await world.onReferral('dispatcher', referral, 'redirect', elsewhere))).toEqual(refusal);
    ok(await world.onReferral('dispatcher', referral, 'redirect', { ...elsewhere, override }));
    ok(await world.onReferral('dispatcher', referral, 'reject', { reason: 'no doctor' }));
    const { override: kept } = ok(await world.onReferral('dispatcher', referral, 'request')).referral;
    expect(kept).toEqual({ ...override, against: ['not-advised'], advised: 'hospital-other' });
  });
});

describe('redirected under way', () => {
  it('goes on to the next hospital, whose answer is awaited while the vehicle drives', async () => {
    const [full, next] = [await hospital(4), await hospital(4)];
    const vehicle = await world.vehicle();
    const referral = await world.referral({ targetFacilityId: full });
    ok(await world.onReferral('dispatcher', referral, 'accept'));
    const key = ok(await world.send('dispatcher', vehicle, referral, { dispatch: true })).assignment.key;
    for (const verb of WAY.slice(1, 4)) ok(await world.onAssignment('dispatcher', key, verb));
    const elsewhere = { reason: 'theatre closed', targetFacilityId: next };
    const { referral: moved } = ok(await world.onReferral('reporter', referral, 'redirect', elsewhere));
    expect(moved).toMatchObject({ state: 'redirected', targetFacilityId: next, reason: 'theatre closed' });
    expect([await bedsOf(full), await bedsOf(next)]).toEqual([4, 4]);
    expect(ok(await world.onReferral('dispatcher', referral, 'accept')).referral.state).toBe('picked-up');
    expect(await bedsOf(next)).toBe(3);
    expect(ok(await world.onAssignment('dispatcher', key, 'reach-hospital')).referral.state).toBe('arrived');
  });

  it('from the door: the vehicle leaves again and the clock of the destination waits', async () => {
    const { referral, assignment, vehicle } = await under('reach-hospital');
    const answer = ok(
      await world.onReferral('dispatcher', referral, 'redirect', {
        reason: 'no surgeon',
        targetFacilityId: 'hospital-other'
      })
    );
    expect(answer.assignment).toMatchObject({ state: 'to-hospital', atDestinationAt: null, targetUnit: 't2' });
    expect(await statusOf(vehicle)).toBe('to-hospital');
    const there = ok(await world.onAssignment('dispatcher', assignment, 'reach-hospital'));
    expect(there.referral.state).toBe('arrived');
    expect(there.assignment.atDestinationAt).not.toBeNull();
  });

  it('to where it is going already is no redirection', async () => {
    const more = { reason: 'x', targetFacilityId: HOSPITAL };
    expect(faultOf(await world.onReferral('dispatcher', await world.accepted(), 'redirect', more))).toMatchObject({
      code: 'same_target'
    });
  });
});

describe('the ends of a case', () => {
  it('called off, it lets its vehicle go', async () => {
    const { vehicle, referral, assignment } = await under('depart');
    const answer = ok(await world.onReferral('reporter', referral, 'cancel', { reason: 'went by own car' }));
    expect(answer.referral).toMatchObject({ state: 'cancelled', assignmentId: null, bedHeld: false });
    expect(answer.assignment).toMatchObject({
      key: assignment,
      state: 'cancelled',
      open: false,
      reason: 'went by own car'
    });
    expect(await statusOf(vehicle)).toBe('available');
  });

  it('came by own means and is handed over without a vehicle', async () => {
    const referral = await world.accepted();
    const version = async () => (await world.one('referrals', referral)).version;
    const asTarget = async (verb: string, more = {}) =>
      world.act({ token: targetToken }, `referrals/${referral}/${verb}`, { version: await version(), ...more });
    ok(await asTarget('arrive'));
    expect(faultOf(await asTarget('hand-over', { signedFrom: 'A' }))).toMatchObject({ status: 400, field: 'signedTo' });
    expect(ok(await asTarget('hand-over', SIGNED)).referral).toMatchObject({ state: 'handed-over', ...SIGNED });
  });

  it('is led home by a counter-referral of the same case', async () => {
    const { referral, assignment } = await under('reach-hospital');
    ok(await world.onAssignment('dispatcher', assignment, 'hand-over', SIGNED));
    const { version } = await world.one('referrals', referral);
    const home = { version, targetFacilityId: 'fac-t1' };
    const path = `referrals/${referral}/counter-refer`;
    expect(faultOf(await world.act({ token: targetToken }, path, home))).toMatchObject({ code: 'target_unfit' });
    const clinic = await world.one('facilities', 'fac-t1');
    await world.server.send('PATCH', `/api/collections/facilities/records/${String(clinic.id)}`, {
      token: world.tokens.admin,
      body: { open: true, version: clinic.version }
    });
    const answer = ok(await world.act({ token: targetToken }, path, home));
    expect(answer.referral.state).toBe('closed');
    expect(answer.counterReferral).toMatchObject({
      state: 'requested',
      caseId: referral,
      previousId: referral,
      unit: 't2',
      originFacilityId: HOSPITAL,
      targetFacilityId: 'fac-t1',
      targetUnit: 't1',
      carePlace: 'home',
      grade: 'mild'
    });
    // A clinic has no bed to keep.
    const taken = await world.onReferral('reporter', answer.counterReferral.key, 'accept');
    expect(ok(taken).referral).toMatchObject({ state: 'accepted', bedHeld: false });
  });
});

describe('who sees it', () => {
  it('other desks hear of it at once; a reporter of what concerns the own unit alone', async () => {
    const topics = ['referrals/*', 'assignments/*', 'events/*', 'case_personal/*'];
    await world.make('townships', { ...bodyOf('townships', { area: 'tiny', unit: 't9', suffix: '' }), key: 't9' });
    const foreign = (await world.makeUser('reporter-foreign', { role: 'reporter', unit: 't9' })).token;
    const desks = await Promise.all(
      [world.tokens.official, world.tokens.reporter, targetToken, foreign, world.tokens.planner, undefined].map(
        (token) => listen(world.server.url, token, topics)
      )
    );
    try {
      const vehicle = await world.vehicle();
      const referral = await world.accepted();
      const assignment = ok(await world.send('dispatcher', vehicle, referral)).assignment.key as string;
      const [official, origin, target, other, planner, out] = desks;
      for (const desk of [official, origin, target, planner]) {
        await desk.heard(referral);
        await desk.heard(assignment);
      }
      const heard = (desk: (typeof desks)[number], topic: string) => desk.events.filter((each) => each.topic === topic);
      expect(heard(official, 'events/*').length).toBeGreaterThanOrEqual(4);
      for (const desk of [origin, target, planner]) expect(heard(desk, 'events/*')).toEqual([]);
      expect([other.events, out.events]).toEqual([[], []]);
      for (const desk of desks) expect(heard(desk, 'case_personal/*')).toEqual([]);
    } finally {
      for (const desk of desks) desk.close();
    }
  });

  it('no filter, order or expansion of another collection tells a reporter of a foreign case', async () => {
    const secret = 'a reason nobody else may know';
    const foreign = await world.act('dispatcher', 'referrals', {
      referral: { originFacilityId: 'fac-t2', targetFacilityId: HOSPITAL, ...CASE }
    });
    ok(await world.onReferral('dispatcher', foreign.body.referral.key, 'reject', { reason: secret }));
    const get = (collection: string, query: string) =>
      world.server.send('GET', `/api/collections/${collection}/records?${query}`, { token: world.tokens.reporter });
    for (const probe of [
      `@collection.referrals.reason = "${secret}"`,
      `@collection.events.verb = "reject"`,
      `@collection.case_personal.caseId != ""`,
      `@collection.assignments.open = true && @collection.assignments.unit = "t2"`
    ])
      expect((await get('facilities', `filter=${encodeURIComponent(probe)}`)).body.items ?? [], probe).toEqual([]);
    const own = await get('referrals', 'expand=targetFacilityId&perPage=500');
    const units = own.body.items as { unit: string; targetUnit: string; expand?: unknown }[];
    expect(units.length).toBeGreaterThan(0);
    expect(units.every((each) => (each.unit === 't1' || each.targetUnit === 't1') && !each.expand)).toBe(true);
    expect((await get('referrals', `filter=${encodeURIComponent(`reason = "${secret}"`)}`)).body.items).toEqual([]);
    expect((await get('events', 'sort=-seq')).body.items).toEqual([]);
    expect((await get('case_personal', 'perPage=1')).status).toBe(403);
  });

  it('who may read a case reads what happened to it, by whom and why, and nothing of the patient', async () => {
    const name = 'Halima of the well';
    const first = await world.vehicle();
    const referral = await world.accepted();
    ok(await world.act('dispatcher', `referrals/${referral}/personal`, { personal: { name } }));
    const sent = ok(await world.send('dispatcher', first, referral, { dispatch: true })).assignment.key as string;
    ok(await world.onAssignment('dispatcher', sent, 'stand-down', { reason: 'flat tyre' }));
    ok(await world.send('dispatcher', await world.vehicle(), referral));
    const path = `/api/greenlane/referrals/${referral}/history?area=tiny`;
    const asked = (token: string | undefined) => world.server.send('GET', path, { token });
    const { planner, official, reporter, dispatcher } = world.tokens;
    const answers = await Promise.all([planner, official, reporter, dispatcher, targetToken].map(asked));
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0].body]);
    const events = answers[0].body.events as Params[];
    expect(events.map(({ subject, verb }) => `${String(subject)}/${String(verb)}`)).toEqual([
      ...['referrals/request', 'referrals/accept', 'referrals/write-personal'],
      ...['referrals/assign', 'assignments/reserve', 'assignments/dispatch'],
      ...['referrals/unassign', 'assignments/stand-down', 'referrals/assign', 'assignments/reserve']
    ]);
    expect(events.find(({ verb }) => verb === 'stand-down')).toMatchObject({ reason: 'flat tyre', vehicleId: first });
    expect(events.every(({ by, at }) => by !== '' && Math.abs(Date.parse(String(at)) - Date.now()) < 60_000)).toBe(
      true
    );
    expect(JSON.stringify(answers)).not.toMatch(/Halima|before|personalHash|actorId/);

    await world.make('townships', { ...bodyOf('townships', { area: 'tiny', unit: 't8', suffix: '' }), key: 't8' });
    const other = (await world.makeUser('reporter-elsewhere', { role: 'reporter', unit: 't8' })).token;
    expect([(await asked(other)).status, (await asked(undefined)).status]).toEqual([404, 401]);
  });

  it('the county reads which hospitals refused whom and why, from the log; a reporter does not', async () => {
    const secret = 'Halima of the bridge';
    const referral = await world.referral();
    ok(await world.act('dispatcher', `referrals/${referral}/personal`, { personal: { name: secret } }));
    const version = async () => (await world.one('referrals', referral)).version;
    const as = async (who: Who | { token: string }, verb: string, more: Params = {}) =>
      ok(await world.act(who, `referrals/${referral}/${verb}`, { version: await version(), ...more }));
    const by = { token: targetToken };
    await as(by, 'reject', { reason: 'no doctor' });
    await as('dispatcher', 'request');
    await as(by, 'reject', { reason: 'no doctor' });
    await as('dispatcher', 'redirect', { reason: 'refused', targetFacilityId: 'hospital-other' });
    await as('dispatcher', 'reject', { reason: 'full' });
    const read = (token: string | undefined) =>
      world.server.send('GET', '/api/greenlane/refusals?area=tiny', { token });
    const { planner, official, dispatcher, admin, reporter } = world.tokens;
    const answers = await Promise.all([planner, official, dispatcher, admin].map(read));
    for (const answer of answers) expect(ok(answer)).toEqual(answers[0].body);
    const own = (answers[0].body.refusals as Params[]).filter(({ referralId }) => referralId === referral);
    const told = { referralId: referral, originFacilityId: 'fac-t1', seq: expect.any(Number), at: expect.any(String) };
    expect(own).toEqual([
      { ...told, by: 'a-dispatcher', reason: 'full', facilityId: 'hospital-other' },
      { ...told, by: 'reporter-t2', reason: 'no doctor', facilityId: HOSPITAL },
      { ...told, by: 'reporter-t2', reason: 'no doctor', facilityId: HOSPITAL }
    ]);
    expect(answers[0].body.more).toBe(false);
    expect(JSON.stringify(answers[0].body)).not.toContain('Halima');
    expect([(await read(reporter)).status, (await read(undefined)).status]).toEqual([403, 401]);
  });

  it('nobody writes past the routes, an administrator neither', async () => {
    const { referral, assignment } = await under('reserve');
    for (const [collection, key] of [
      ['referrals', referral],
      ['assignments', assignment]
    ]) {
      const { id } = await world.one(collection, key);
      const path = `/api/collections/${collection}/records`;
      const token = world.tokens.admin;
      const direct = [
        await world.server.send('PATCH', `${path}/${String(id)}`, { token, body: { state: 'closed' } }),
        await world.server.send('DELETE', `${path}/${String(id)}`, { token }),
        await world.server.send('POST', path, {
          token,
          body: bodyOf(collection, { area: 'tiny', unit: 't1', suffix: 'x' })
        })
      ];
      expect(direct.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
  });
});
