import type { Assignment, Referral, Vehicle } from '../model/records';
import { openByVehicle } from './assignments-by';
import type { OperationRecords } from './records';
import type { AssignmentState } from './states';

/** A vehicle on its way that could take one more patient along. */
export interface SharedTrip {
  vehicleId: Vehicle['id'];
  assignments: readonly Assignment[];
  seatsLeft: number;
}

/** States in which the server lets one more patient join. */
const JOINABLE: readonly AssignmentState[] = ['reserved', 'dispatched', 'en-route', 'on-location', 'to-hospital'];

/** Whether a patient sits, and shares the air with others: neither lying nor grave. */
export function maySit({ grade, vehicleNeeds }: Pick<Referral, 'grade' | 'vehicleNeeds'>): boolean {
  const lying = vehicleNeeds.some((need) => need === 'stretcher' || need === 'ventilator' || need === 'monitor');
  return !lying && grade !== 'severe' && grade !== 'critical';
}

/**
 * Trips that a case may share: the patients sit, go to the same hospital, and a seat is left. One who lies or is severe
 * travels alone.
 */
export function sharedTrips(
  referral: Referral,
  vehicles: ReadonlyMap<string, Vehicle>,
  { referrals, assignments }: Pick<OperationRecords, 'referrals' | 'assignments'>
): SharedTrip[] {
  if (!maySit(referral)) return [];
  const trips: SharedTrip[] = [];
  for (const [vehicleId, open] of openByVehicle(assignments.values())) {
    const vehicle = vehicles.get(vehicleId);
    const seatsLeft = (vehicle?.seats ?? 0) - open.length;
    const goesThere = open.every(({ state, referralId }) => {
      const other = referrals.get(referralId);
      return (
        JOINABLE.includes(state) && other?.targetFacilityId === referral.targetFacilityId && other && maySit(other)
      );
    });
    const carries = referral.vehicleNeeds.every((need) => vehicle?.capabilities.includes(need));
    if (vehicle && seatsLeft > 0 && goesThere && carries)
      trips.push({ vehicleId: vehicle.id, assignments: open, seatsLeft });
  }
  return trips.sort((a, b) => (a.vehicleId < b.vehicleId ? -1 : 1));
}
