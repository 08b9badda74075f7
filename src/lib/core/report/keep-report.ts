import type { MedicineId } from '../model/ids';
import type { KeptReport, ReportRow } from './daily-report';
import type { UseReport } from './mean-daily-use';

/** The second report of a day over the first: what it states replaces, what it leaves open stays. */
export function mergeKept(earlier: KeptReport, later: KeptReport): KeptReport {
  const people = new Map(earlier.people.map((each) => [each.villageId, each]));
  for (const each of later.people) {
    const counts = { ...people.get(each.villageId)?.counts, ...each.counts };
    people.set(each.villageId, { villageId: each.villageId, counts });
  }
  const used = new Map(earlier.stock.map((each) => [each.medicineId, each.usedToday]));
  const stock = later.stock.map((each) => ({
    ...each,
    usedToday: each.usedToday ?? used.get(each.medicineId) ?? null
  }));
  return {
    ...later,
    // "No change" after a report confirms that report.
    noChange: earlier.noChange && later.noChange,
    facility: { ...earlier.facility, ...later.facility },
    stock: over(earlier.stock, stock, ({ medicineId }) => medicineId),
    people: [...people.values()],
    vehicles: over(earlier.vehicles, later.vehicles, ({ vehicleId }) => vehicleId),
    use: over(earlier.use, later.use, ({ medicineId }) => medicineId)
  };
}

/** Use of each medicine as a site's earlier reports told it. */
export function useHistory(
  rows: readonly Pick<ReportRow, 'reportedOn' | 'content'>[]
): ReadonlyMap<MedicineId, UseReport[]> {
  const history = new Map<MedicineId, UseReport[]>();
  for (const { reportedOn, content } of rows)
    for (const { medicineId, before, after } of content.use) {
      const usedToday = content.stock.find((each) => each.medicineId === medicineId)?.usedToday ?? null;
      const list = history.get(medicineId) ?? [];
      list.push({ reportedOn, usedToday, before, after });
      history.set(medicineId, list);
    }
  return history;
}

function over<T>(earlier: readonly T[], later: readonly T[], idOf: (each: T) => string): T[] {
  return [...new Map([...earlier, ...later].map((each) => [idOf(each), each])).values()];
}
