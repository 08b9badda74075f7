import type { Assignment, Facility, Referral, Vehicle } from '../../src/lib/core/model/records';
import { NO_CLOCKS } from '../../src/lib/core/operations/clocks';
import { NO_OPERATIONS, type OperationRecords } from '../../src/lib/core/operations/records';

export const T0 = Date.parse('2026-03-01T00:00:00Z');
/** ISO date-time some minutes after T0. */
export const after = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString();

export function referral(id: string, fields: Partial<Referral> = {}): Referral {
  return {
    id,
    ...{ unit: 'county', origin: 'hand', editedFields: [], version: 1, caseId: id, previousId: null },
    ...{ state: 'requested', stateAt: after(0), requestedAt: after(0), originFacilityId: null, villageId: 'village' },
    ...{ lon: null, lat: null, targetFacilityId: 'hospital', targetUnit: 'county', grade: 'ordinary' },
    ...{ severeDisease: false, aged: false, stable: true, dialysis: false, greenChannel: false },
    ...{ carePlace: 'designated', needs: [], vehicleNeeds: [], careReason: 'care-severe', careRule: null },
    ...{ bedHeld: false, reason: '', override: null, signedFrom: '', signedTo: '', handedOverAt: null },
    ...{ assignmentId: null, hasPersonal: false },
    ...fields
  } as Referral;
}

export function assignment(id: string, fields: Partial<Assignment> = {}): Assignment {
  return {
    id,
    ...NO_CLOCKS,
    ...{ unit: 'county', origin: 'hand', editedFields: [], version: 1, referralId: 'r-1', vehicleId: 'v-1' },
    ...{ tripId: id, pooled: false, open: true, state: 'reserved', stateAt: after(1), assignedAt: after(1) },
    ...{ assignedBy: 'A', targetUnit: 'county', vehicleUnit: 'county', deviceTimes: {}, reason: '', override: null },
    ...{ eventNotifiedAt: after(0), expected: null },
    ...fields
  } as Assignment;
}

export const vehicle = (id: string, fields: Partial<Vehicle> = {}) =>
  ({ id, seats: 2, capabilities: [], ...fields }) as Vehicle;

export const hospital = (id: string, fields: Partial<Facility> = {}) =>
  ({ id, tier: 'designated', bedsTotal: 10, bedsFree: 5, reportedAt: after(0), ...fields }) as Facility;

export function records(referrals: readonly Referral[], assignments: readonly Assignment[] = []): OperationRecords {
  return {
    ...NO_OPERATIONS,
    referrals: new Map(referrals.map((each) => [each.id, each])),
    assignments: new Map(assignments.map((each) => [each.id, each]))
  };
}
