import type { Assignment } from '../model/records';

/** Open assignments by vehicle; several of one vehicle share a trip. */
export function openByVehicle(assignments: Iterable<Assignment>): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const each of assignments)
    if (each.open) found.set(each.vehicleId, [...(found.get(each.vehicleId) ?? []), each]);
  return found;
}

/** The vehicle of each case: the open one, else the last that was sent. */
export function latestByReferral(assignments: Iterable<Assignment>): ReadonlyMap<string, Assignment> {
  const found = new Map<string, Assignment>();
  for (const each of assignments) {
    const known = found.get(each.referralId);
    if (!known || each.open || (!known.open && known.assignedAt < each.assignedAt)) found.set(each.referralId, each);
  }
  return found;
}
