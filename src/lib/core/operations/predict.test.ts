import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { records, referral, T0 } from '../../../../tests/helpers/cases';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { predict, type GivenAct } from './predict';
import { MACHINE_VERBS, nextState } from './transitions';

const context = { pack: DEFAULT_RULE_PACK, by: 'Desk', unit: 'county' };
let minute = 0;
const act = (path: string, body: Record<string, unknown> = {}, makes?: string): GivenAct => ({
  path: `/api/greenlane/${path}`,
  body,
  queuedAt: T0 + (minute += 1) * 60_000,
  ...(makes ? { makes } : {})
});
const NEW_CASE = {
  ...{ villageId: 'village', targetFacilityId: 'hospital', grade: 'severe', severeDisease: false },
  ...{ aged: true, stable: true, dialysis: false }
};
const SEND = { referralId: 'r-1', vehicleId: 'v-1', vehicleVersion: 3, dispatch: true };

describe('what waits is foreseen', () => {
  it('from the call to the end, each act at the version that the one before left', () => {
    const given = [
      act('referrals', { referral: NEW_CASE }, 'r-1'),
      act('referrals/r-1/accept'),
      act('assignments', SEND, 'a-1'),
      ...['depart', 'reach-scene', 'leave-scene', 'reach-hospital'].map((verb) => act(`assignments/a-1/${verb}`)),
      act('assignments/a-1/hand-over', { signedFrom: 'A', signedTo: 'B' }),
      act('assignments/a-1/back-in-service'),
      act('referrals/r-1/close')
    ];
    const { records: last, pending } = predict(records([]), given, context);
    const [patient, sent] = [last.referrals.get('r-1')!, last.assignments.get('a-1')!];
    expect(patient).toMatchObject({ state: 'closed', signedFrom: 'A', signedTo: 'B', carePlace: 'designated' });
    expect(sent).toMatchObject({ state: 'done', open: false, assignedBy: 'Desk', vehicleId: 'v-1' });
    // Made, accepted, assigned, picked up, arrived, handed over, closed; made, dispatched and six steps.
    expect([patient.version, sent.version]).toEqual([7, 8]);
    expect([...pending].sort()).toEqual(['a-1', 'r-1']);
    const clocks = [sent.eventNotifiedAt, sent.enRouteAt, sent.atDestinationAt, sent.backInServiceAt];
    expect(clocks).toEqual([...clocks].sort());
  });

  it('an act that leads nowhere changes nothing, and any list of acts leaves every state one of the table', () => {
    const verbs = fc.constantFrom(...MACHINE_VERBS.referral);
    fc.assert(
      fc.property(fc.array(verbs, { maxLength: 12 }), (list) => {
        const start = records([referral('r-1')]);
        let state: string = 'requested';
        let version = 1;
        for (const [i, verb] of list.entries()) {
          const all = list.slice(0, i + 1).map((each) => act(`referrals/r-1/${each}`, { targetFacilityId: 'other' }));
          const now = predict(start, all, context).records.referrals.get('r-1')!;
          const through = ['assign', 'unassign', 'pick-up'].includes(verb);
          const next = through ? null : nextState('referral', state as never, verb);
          expect([now.state, now.version]).toEqual([next ?? state, next === null ? version : version + 1]);
          [state, version] = [now.state, now.version];
        }
      })
    );
  });

  it('a request for goods goes from the first word to the receipt, each act at the version before it', () => {
    const lots = [{ lot: 'a', doses: 8, expiresOn: '2999-01-01' }];
    const wanted = { requesterFacilityId: 'clinic', lines: [{ medicineId: 'm', wantedDoses: 9 }] };
    const given = [
      act('allocations', { allocation: wanted }, 'g-1'),
      act('allocations/g-1/approve', {
        ...{ sourceKind: 'supplier', sourceId: 's', reason: 'one short' },
        lines: [{ medicineId: 'm', approvedDoses: 8 }]
      }),
      act('allocations/g-1/approve', { sourceKind: 'supplier', sourceId: 'other' }),
      act('allocations/g-1/pick', { lines: [{ medicineId: 'm', lots }] }),
      act('allocations/g-1/ship'),
      act('allocations/g-1/receive', { lines: [{ medicineId: 'm', lots: [{ ...lots[0], doses: 7 }], reason: 'lost' }] })
    ];
    const { records: last, pending } = predict(records([]), given, { ...context, unit: 't1' });
    const request = last.allocations.get('g-1')!;
    expect(request).toMatchObject({ state: 'received', version: 5, unit: 't1', sourceId: 's', reason: 'one short' });
    expect(request.lines[0]).toMatchObject({
      ...{ wantedDoses: 9, approvedDoses: 8, receivedDoses: 7, discrepancyDoses: 1, discrepancyReason: 'lost' }
    });
    expect([request.discrepant, [...pending]]).toEqual([true, ['g-1']]);
  });

  it('a command of another kind, or of a case that is not here, is passed over', () => {
    const held = records([referral('r-1')]);
    const others = [
      act('report'),
      act('referrals/r-9/accept'),
      act('referrals/r-1/personal'),
      act('assignments', SEND)
    ];
    expect(predict(held, others, context)).toEqual({ records: held, pending: new Set() });
  });
});
