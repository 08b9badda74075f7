import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, assignment, hospital, referral, T0 } from '../../../../tests/helpers/cases';
import type { Facility, Township, Village } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/default-rule-pack';
import { actOnAssignment } from './act-together';
import {
  afterStep,
  deadlineOf,
  driveSteps,
  DUTY_PATH,
  expectedAt,
  foreseeDrive,
  stepPath,
  type DriveVerb
} from './drive';
import { driveLimits, driveOrder, type DriveFacts, type DriveOrder, type DriveView } from './drive-order';
import { ASSIGNMENT_STATES, isEnded, REFERRAL_STATES } from './states';
import { ASSIGNMENT_VERBS } from './transitions';

const names = (local: string) => ({ local });
const clinic = hospital('clinic', { names: names('Clinic'), lon: 1, lat: 2, telephone: '11' } as Partial<Facility>);
const target = hospital('hospital', { names: names('Hospital'), lon: 3, lat: 4, telephone: '' } as Partial<Facility>);
const village = { id: 'village', names: names('Village'), townshipId: 'town', lon: 5, lat: 6 } as unknown as Village;
const facts: DriveFacts = {
  facility: (id) => [clinic, target].find((each) => each.id === id) ?? null,
  village: (id) => (id === 'village' ? village : null),
  township: (id) => (id === 'town' ? ({ id, seatFacilityId: 'clinic' } as unknown as Township) : null),
  liaison: (id) => (id === 'hospital' ? [{ role: 'liaison', name: 'Dr L', telephone: '22' }] : [])
};
const order = (fields: Partial<DriveOrder> = {}): DriveOrder => ({
  ...driveOrder(assignment('a-1', { state: 'dispatched' }), referral('r-1', { state: 'vehicle-assigned' }), facts),
  ...fields
});
const limits = driveLimits(DEFAULT_RULE_PACK);
const view = (orders: DriveOrder[]): DriveView => ({
  now: after(0),
  link: { area: 'tiny', vehicleId: 'v-1', callSign: 'A-1', expiresAt: after(600), restUntil: null },
  vehicle: {
    status: 'dispatched',
    outOfServiceReason: null,
    positionAt: null,
    capabilities: [],
    baseName: 'Base',
    lon: 0,
    lat: 1
  },
  limits,
  orders,
  desk: []
});

describe('what a link is shown of a case', () => {
  it('both ends with their telephones, what to bring, and nothing of the patient', () => {
    const shown = driveOrder(
      assignment('a-1'),
      referral('r-1', { vehicleNeeds: ['stretcher', 'oxygen'], grade: 'critical', aged: true, dialysis: true }),
      facts
    );
    expect(shown).toMatchObject({
      lying: true,
      needs: ['oxygen'],
      pickUp: { names: names('Village'), near: false, lon: 5, lat: 6, calls: [{ telephone: '11' }] },
      target: { names: names('Hospital'), calls: [{ person: 'Dr L', telephone: '22' }] }
    });
    expect(JSON.stringify(shown)).not.toMatch(/critical|aged|dialysis|grade|caseId|green/);
  });

  it('a point is a stop of its own, named by what it is near; a case of nowhere has no position', () => {
    const at = driveOrder(assignment('a-1'), referral('r-1', { lon: 7, lat: 8 }), facts).pickUp;
    expect(at).toMatchObject({ names: names('Village'), near: true, lon: 7, lat: 8 });
    const gone = driveOrder(assignment('a-1'), referral('r-1', { villageId: null }), facts).pickUp;
    expect(gone).toMatchObject({ names: null, lon: null, calls: [] });
  });
});

describe('the steps of a crew', () => {
  it('go by the table alone, and what is foreseen is what the table says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ASSIGNMENT_STATES.filter((state) => !isEnded('assignment', state))),
        fc.constantFrom(...REFERRAL_STATES),
        fc.constantFrom(null, after(3)),
        fc.constantFrom(...ASSIGNMENT_VERBS),
        (state, referralState, handedOverAt, verb) => {
          const held = order({ state, referralState, handedOverAt });
          const act = actOnAssignment({ referral: referralState, assignment: held }, verb, {
            role: 'driver',
            sides: []
          });
          const offered = driveSteps(held).find((step) => step.verb === verb);
          if (act.ok) expect(offered?.needs ?? act.needs).toEqual(act.needs);
          else expect(offered).toBeUndefined();
          const next = afterStep(held, verb, after(9));
          if (!act.ok) expect(next).toBe(held);
          else {
            const { to, clock } = act.steps.at(-1)!;
            expect(next?.state ?? 'ended').toBe(isEnded('assignment', to as never) ? 'ended' : to);
            if (next && clock) expect(next[clock]).toBe(after(9));
          }
        }
      )
    );
  });

  it('a whole trip given without a line: every step leads to the next, the vehicle is free at its end', () => {
    const way: DriveVerb[] = ['depart', 'reach-scene', 'leave-scene', 'reach-hospital', 'hand-over', 'return'];
    const given = [...way, 'back-in-service' as const].map((verb, i) => ({
      path: stepPath('a-1', verb),
      body: {},
      queuedAt: T0 + i * 60_000
    }));
    for (const [i, verb] of way.entries()) {
      const [held] = foreseeDrive(view([order()]), given.slice(0, i)).orders;
      expect(driveSteps(held)[0].verb).toBe(verb);
    }
    const end = foreseeDrive(view([order()]), given);
    expect(end.orders).toEqual([]);
    expect(end.vehicle.status).toBe('available');
  });

  it('giving up takes the vehicle out of service; a rest has an end; what cannot be read changes nothing', () => {
    const down = { path: stepPath('a-1', 'stand-down'), body: { outOfServiceReason: 'weather' }, queuedAt: T0 };
    expect(foreseeDrive(view([order()]), [down]).vehicle).toMatchObject({
      status: 'out-of-service',
      outOfServiceReason: 'weather'
    });
    const body = { status: 'out-of-service', reason: 'staffing', restMinutes: 30, deviceAt: after(1) };
    const rest = foreseeDrive(view([]), [{ path: DUTY_PATH, body, queuedAt: T0 }]);
    expect(rest.link.restUntil).toBe(new Date(after(31)).toISOString());
    const odd = foreseeDrive(view([order()]), [
      { path: DUTY_PATH, body: { ...body, restMinutes: 9999 }, queuedAt: T0 },
      { path: '/api/elsewhere', body: {}, queuedAt: T0 }
    ]);
    expect(odd).toEqual(view([order()]));
  });
});

describe('what is left of the time', () => {
  it('is of the span that runs, below 0 once it is over', () => {
    const clocks = order({ dispatchNotifiedAt: after(0) });
    expect(deadlineOf(clocks, limits, T0)).toMatchObject({ span: 'turnout', leftMs: limits.turnout * 60_000 });
    expect(deadlineOf({ ...clocks, enRouteAt: after(2) }, limits, T0)?.span).toBe('travel');
    expect(deadlineOf(clocks, limits, T0 + (limits.turnout + 1) * 60_000)?.leftMs).toBe(-60_000);
    expect(deadlineOf(order(), limits, T0)).toBeNull();
  });

  it('an arrival is told only where the desk reckoned it and the vehicle is on that way', () => {
    const expected = { toScene: 26, toHospital: null };
    expect(expectedAt(order({ state: 'en-route', enRouteAt: after(4), expected }))).toBe(T0 + 30 * 60_000);
    expect(expectedAt(order({ state: 'to-hospital', leftSceneAt: after(4), expected }))).toBeNull();
    expect(expectedAt(order({ state: 'on-location', enRouteAt: after(4), expected }))).toBeNull();
    expect(expectedAt(order({ state: 'en-route', enRouteAt: after(4) }))).toBeNull();
  });
});
