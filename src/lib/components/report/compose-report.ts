import type { CountField, StockLot } from '$core/model/records';
import type { ReportedVehicle, ReportField } from '$core/report/daily-report';
import type { DailyReport, ReportForm } from '$lib/commands/report';

export interface StockValue {
  lots: StockLot[];
  onOrderDoses: number;
  /** Its lots were edited one by one: a total goes on from them, not from those that stand. */
  byLot?: boolean;
}
export const NO_STOCK: StockValue = { lots: [], onOrderDoses: 0 };

/** Values of a form as a person left them; null where nobody ever stated one. */
export interface Values {
  isTouched(item: string): boolean;
  field(name: ReportField): unknown;
  stock(medicineId: string): StockValue | null;
  used(medicineId: string): number | null;
  count(villageId: string, field: CountField): number | null;
  vehicle(vehicleId: string): ReportedVehicle;
}

/** States all that the form shows; what seldom changes only where it was touched. */
export function composeReport(
  { facilityId, items }: ReportForm,
  values: Values,
  moment: Pick<DailyReport, 'reportedOn' | 'reportedAt'>
): DailyReport {
  const facility: Record<string, unknown> = {};
  const people = new Map<string, Record<string, number>>();
  const stock = new Map<string, DailyReport['stock'][number]>();
  const vehicles: ReportedVehicle[] = [];
  for (const item of items) {
    if (item.seldom && !values.isTouched(item.id)) continue;
    if (item.kind === 'field') {
      const value = values.field(item.field);
      if (value !== undefined && value !== null) facility[item.field] = value;
    } else if (item.kind === 'count') {
      const value = values.count(item.villageId, item.field);
      if (value !== null) people.set(item.villageId, { ...people.get(item.villageId), [item.field]: value });
    } else if (item.kind === 'vehicle') {
      vehicles.push(values.vehicle(item.vehicleId));
    } else {
      const { medicineId } = item;
      const held = values.stock(medicineId);
      const usedToday = values.used(medicineId);
      if (held || usedToday !== null) stock.set(medicineId, { medicineId, ...asSent(held ?? NO_STOCK), usedToday });
    }
  }
  return {
    ...moment,
    facilityId,
    noChange: false,
    facility: facility as DailyReport['facility'],
    stock: [...stock.values()],
    people: [...people].map(([villageId, counts]) => ({ villageId, counts }) as DailyReport['people'][number]),
    vehicles
  };
}

/** An empty lot is no lot. */
const asSent = ({ lots, onOrderDoses }: StockValue): StockValue => ({
  lots: lots.filter(({ doses }) => doses > 0).map(({ lot, doses, expiresOn }) => ({ lot, doses, expiresOn })),
  onOrderDoses
});
