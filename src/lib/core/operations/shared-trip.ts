import type { Assignment, Referral, Vehicle } from '../model/records';
import type { Phrase } from '../model/results';
import { openByVehicle } from './assignments-by';
import type { OperationRecords } from './records';
import type { AssignmentState } from './states';

/** A vehicle on its way that could take one more patient along. */
export interface SharedTrip {
  vehicleId: Vehicle['id'];
  assignments: readonly Assignment[];
  seatsLeft: number;
}

/** States of an assignment in which its vehicle can still take one more patient along. */
export const JOINABLE: readonly AssignmentState[] = [
  'reserved',
  'dispatched',
  'en-route',
  'on-location',
  'to-hospital'
];

type Sharer = Pick<Referral, 'grade' | 'vehicleNeeds' | 'targetFacilityId'>;

/**
 * What stands against a patient's sharing a trip with others: one of them lies, is severe, or goes to another hospital.
 * Screen and server ask this; somebody may answer for it all the same.
 */
export function againstSharing(patient: Sharer, others: readonly Sharer[]): Phrase[] {
  const all = [patient, ...others];
  const lies = all.some(({ vehicleNeeds }) =>
    vehicleNeeds.some((need) => need === 'stretcher' || need === 'ventilator' || need === 'monitor')
  );
  const severe = all.some(({ grade }) => grade === 'severe' || grade === 'critical');
  const apart = others.some(({ targetFacilityId }) => targetFacilityId !== patient.targetFacilityId);
  return [
    ...(lies ? [{ code: 'share-lying' }] : []),
    ...(severe ? [{ code: 'share-severe' }] : []),
    ...(apart ? [{ code: 'share-other-hospital' }] : [])
  ];
}

/** Trips that a case may share: nothing stands against it, a seat is left and the vehicle carries what the case needs. */
export function sharedTrips(
  referral: Referral,
  vehicles: ReadonlyMap<string, Vehicle>,
  { referrals, assignments }: Pick<OperationRecords, 'referrals' | 'assignments'>
): SharedTrip[] {
  const trips: SharedTrip[] = [];
  for (const [vehicleId, open] of openByVehicle(assignments.values())) {
    const vehicle = vehicles.get(vehicleId);
    const seatsLeft = (vehicle?.seats ?? 0) - open.length;
    const others = open.flatMap(({ referralId }) => referrals.get(referralId) ?? []);
    const goesThere =
      others.length === open.length &&
      open.every(({ state }) => JOINABLE.includes(state)) &&
      againstSharing(referral, others).length === 0;
    const carries = referral.vehicleNeeds.every((need) => vehicle?.capabilities.includes(need));
    if (vehicle && seatsLeft > 0 && goesThere && carries)
      trips.push({ vehicleId: vehicle.id, assignments: open, seatsLeft });
  }
  return trips.sort((a, b) => (a.vehicleId < b.vehicleId ? -1 : 1));
}
