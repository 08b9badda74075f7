import type { FacilityId, MedicineId } from '../model/ids';
import type { Stock } from '../model/records';

/** The record that holds for each facility and medicine, by `stockKey`: of several the latest count. */
export function latestStock(records: Iterable<Stock>): Map<string, Stock> {
  const latest = new Map<string, Stock>();
  for (const each of records) {
    const key = stockKey(each.facilityId, each.medicineId);
    if (isLater(each.countedAt, latest.get(key)?.countedAt)) latest.set(key, each);
  }
  return latest;
}

export function stockKey(facilityId: FacilityId, medicineId: MedicineId): string {
  return `${facilityId}/${medicineId}`;
}

/** `held` is undefined without a record, null for one without a date. */
export function isLater(date: string | null, held: string | null | undefined): boolean {
  return held === undefined || (date ?? '') >= (held ?? '');
}
