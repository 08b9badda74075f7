import { crewOf } from '../fleet/crew-of';
import type { VehicleId } from '../model/ids';
import type { Crew } from '../model/records';
import type { Change, Situation } from '../model/situation';
import { addRecords } from './add-records';
import { editRecord } from './edit-record';

/** Who is aboard and for how long; `shiftEndsAt` ISO date-time, null where nobody knows. */
export interface CrewFields {
  driver: string;
  attendant: string;
  telephone: string;
  onDuty: boolean;
  shiftEndsAt: string | null;
}

/**
 * Enters the crew of a vehicle: changes the one on record, or begins one. `from` is the crew as the person read it; null
 * where there was none.
 *
 * @throws RangeError when the vehicle is unknown.
 */
export function setCrew(
  situation: Situation,
  { vehicleId, from, fields }: { vehicleId: VehicleId; from: Crew | null; fields: CrewFields }
): Change {
  const vehicle = situation.vehicles.get(vehicleId);
  if (!vehicle) throw new RangeError(`No vehicle "${vehicleId}".`);
  const held = from ?? crewOf(situation.crews.values(), vehicleId);
  const verb = 'set-crew';
  if (held) return editRecord(situation, { collection: 'crews', id: held.id, fields: { ...fields }, from: held, verb });
  const record = { id: crewId(vehicleId), unit: vehicle.unit, vehicleId, ...fields };
  return addRecords(situation, { collection: 'crews', records: [record], verb });
}

/** The key under which the first crew of a vehicle is made, by whomever. */
export const crewId = (vehicleId: VehicleId): string => `crew-${vehicleId}`;
