import { shiftEnds } from '../fleet/crew-of';
import { crewedVehicles } from '../fleet/readiness';
import { caseReasons, standingReasons, tripReasons, type Trip } from '../fleet/vehicle-reasons';
import type { Capability, Crew, Facility, Grade, Vehicle } from '../model/records';
import type { CarePlace, Phrase } from '../model/results';
import { exclusions } from '../referral/refer';
import type { RulePack } from '../rules/rule-pack';

const BEDS = ['passed-no-free-bed', 'passed-beds-unknown'];

/**
 * Why a facility is no target for a case by the rules: too low a tier, closed, lacking what the case needs. Beds are no
 * matter here: one is kept when the facility accepts. For care at home every open facility will do.
 */
export function againstTarget(
  facility: Facility,
  care: { carePlace: CarePlace; needs: Capability[] },
  pack: RulePack
): Phrase[] {
  return exclusions({ facility, noWay: null }, care, pack).filter(({ code }) => !BEDS.includes(code));
}

/** Whether a facility keeps a bed for a case it accepts: a clinic has none to keep. */
export function keepsBed(facility: Pick<Facility, 'tier'>): boolean {
  return facility.tier !== 'village-clinic';
}

/**
 * What stands against sending a vehicle: `standing` cannot be overridden (busy, out of service, nobody to drive it),
 * `unfit` can, by somebody who answers for it (it lacks what the case needs, is not meant for so grave a case, or for so
 * long a trip). `trip` is as far as it was reckoned, at `now` (epoch ms); null where nobody has.
 */
export function againstVehicle(
  vehicle: Vehicle,
  crews: Iterable<Crew>,
  { grade, vehicleNeeds }: { grade: Grade; vehicleNeeds: readonly Capability[] },
  trip: (Trip & { now: number }) | null = null
): { standing: Phrase[]; unfit: Phrase[] } {
  const held = [...crews];
  return {
    standing: standingReasons(vehicle, crewedVehicles(held)),
    unfit: [
      ...caseReasons(vehicle, { grade, needs: vehicleNeeds }),
      ...(trip ? tripReasons(vehicle, shiftEnds(held).get(vehicle.id), trip, trip.now) : [])
    ]
  };
}
