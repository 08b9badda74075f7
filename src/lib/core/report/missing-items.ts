import type { DailyReport, ReportItem } from './daily-report';
import { itemId } from './daily-report';
import type { ReportForm } from './report-form';

/**
 * Items of the form that the report leaves open and that no earlier report answers: with "no change" all that was never
 * known; otherwise what the report does not state, but what seldom changes only while it is not known. The use of the
 * day is missing whenever it is not stated, but in a report of no change, which confirms and counts nothing.
 */
export function missingItems(report: DailyReport, { items, standing }: ReportForm): ReportItem[] {
  const known = stated(standing);
  const said = report.noChange ? new Set<string>() : stated(report);
  return items.filter(({ id, kind, seldom }) => {
    if (said.has(id)) return false;
    if (kind === 'used') return !report.noChange;
    return report.noChange || seldom ? !known.has(id) : true;
  });
}

/** Ids of the items that have a value; an empty text or unknown number is none. */
function stated({ facility, stock, people, vehicles }: ReportForm['standing']): Set<string> {
  const ids = new Set<string>();
  for (const [field, value] of Object.entries(facility))
    if (value !== null && value !== undefined && value !== '') ids.add(itemId.field(field as keyof typeof facility));
  for (const { medicineId, usedToday } of stock) {
    ids.add(itemId.stock(medicineId));
    if (usedToday !== null) ids.add(itemId.used(medicineId));
  }
  for (const { villageId, counts } of people)
    for (const field of Object.keys(counts)) ids.add(itemId.count(villageId, field as keyof typeof counts));
  for (const { vehicleId } of vehicles) ids.add(itemId.vehicle(vehicleId));
  return ids;
}
