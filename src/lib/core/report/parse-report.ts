import { count, day, InputError, list, moment, number, object, only, text } from '../model/read-input';
import { COUNT_FIELDS, OUT_OF_SERVICE_REASONS, type CountField, type StockLot } from '../model/records';
import {
  itemId,
  REPORT_FIELDS,
  type DailyReport,
  type FieldSpec,
  type ReportedPeople,
  type ReportedStock,
  type ReportedVehicle,
  type ReportField
} from './daily-report';

export { InputError as ReportError };

const LISTED = { stock: 200, lots: 100, people: 500, vehicles: 200 };

/**
 * Reads a report from outside.
 *
 * @throws ReportError naming the first faulty item.
 */
export function parseReport(input: unknown): DailyReport {
  const raw = object(input, 'report');
  const keys = ['facilityId', 'reportedOn', 'reportedAt', 'noChange', 'facility', 'stock', 'people', 'vehicles'];
  only(raw, keys, 'report');
  if (typeof raw.noChange !== 'boolean') throw new InputError('noChange', 'must be true or false');
  const report: DailyReport = {
    facilityId: text(raw.facilityId, 'facilityId', 200) as DailyReport['facilityId'],
    reportedOn: day(raw.reportedOn, 'reportedOn'),
    reportedAt: moment(raw.reportedAt, 'reportedAt'),
    noChange: raw.noChange,
    facility: parseFields(raw.facility),
    stock: list(raw.stock, 'stock', LISTED.stock).map(parseStock),
    people: list(raw.people, 'people', LISTED.people).map(parsePeople),
    vehicles: list(raw.vehicles, 'vehicles', LISTED.vehicles).map(parseVehicle)
  };
  once(report.stock, ({ medicineId }) => itemId.stock(medicineId));
  once(report.people, ({ villageId }) => `count/${villageId}`);
  once(report.vehicles, ({ vehicleId }) => itemId.vehicle(vehicleId));
  const stated = Object.keys(report.facility).length + report.stock.length + report.people.length;
  if (report.noChange && stated + report.vehicles.length > 0)
    throw new InputError('noChange', 'a report of no change states nothing else');
  return report;
}

function parseFields(input: unknown): DailyReport['facility'] {
  const raw = object(input, 'facility');
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const item = `field/${name.slice(0, 60)}`;
    if (!Object.prototype.hasOwnProperty.call(REPORT_FIELDS, name))
      throw new InputError(item, 'is no field of a report');
    const spec: FieldSpec = REPORT_FIELDS[name as ReportField];
    if (spec.value === 'flag' && typeof value !== 'boolean') throw new InputError(item, 'must be true or false');
    if (spec.value === 'count') count(value, item);
    if (spec.value === 'hours' && value !== null) number(value, item);
    if (spec.value === 'text' && (typeof value !== 'string' || value.length > 200))
      throw new InputError(item, 'must be a text of at most 200 characters');
    fields[name] = value;
  }
  const { bedsFree, bedsTotal } = fields;
  if (typeof bedsFree === 'number' && typeof bedsTotal === 'number' && bedsFree > bedsTotal)
    throw new InputError(itemId.field('bedsFree'), `must not exceed the beds there are (${bedsTotal})`);
  return fields as DailyReport['facility'];
}

function parseStock(input: unknown, index: number): ReportedStock {
  const at = `stock[${index}]`;
  const raw = object(input, at);
  only(raw, ['medicineId', 'lots', 'onOrderDoses', 'usedToday'], at);
  const medicineId = text(raw.medicineId, at, 200) as ReportedStock['medicineId'];
  const item = itemId.stock(medicineId);
  return {
    medicineId,
    lots: list(raw.lots, item, LISTED.lots).map((each, i) => parseLot(each, `${item}/lot ${i + 1}`)),
    onOrderDoses: number(raw.onOrderDoses, item),
    usedToday: raw.usedToday === null ? null : number(raw.usedToday, itemId.used(medicineId))
  };
}

/** One lot of a stock, from outside. */
export function parseLot(input: unknown, item: string): StockLot {
  const raw = object(input, item);
  only(raw, ['lot', 'doses', 'expiresOn'], item);
  if (typeof raw.lot !== 'string' || raw.lot.length > 100)
    throw new InputError(item, 'the lot must be a text of at most 100 characters');
  return { lot: raw.lot, doses: number(raw.doses, item), expiresOn: day(raw.expiresOn, item) };
}

function parsePeople(input: unknown, index: number): ReportedPeople {
  const at = `people[${index}]`;
  const raw = object(input, at);
  only(raw, ['villageId', 'counts'], at);
  const villageId = text(raw.villageId, at, 200) as ReportedPeople['villageId'];
  const counts = object(raw.counts, `count/${villageId}`);
  for (const [field, value] of Object.entries(counts)) {
    const item = `count/${villageId}/${field.slice(0, 60)}`;
    if (!(COUNT_FIELDS as readonly string[]).includes(field)) throw new InputError(item, 'is no count of a village');
    count(value, item);
  }
  const { aged65, aged80 } = counts as Partial<Record<CountField, number>>;
  if (aged65 !== undefined && aged80 !== undefined && aged80 > aged65)
    throw new InputError(`count/${villageId}/aged80`, `must not exceed those of 65 and over (${aged65})`);
  return { villageId, counts: counts as Partial<Record<CountField, number>> };
}

function parseVehicle(input: unknown, index: number): ReportedVehicle {
  const at = `vehicles[${index}]`;
  const raw = object(input, at);
  only(raw, ['vehicleId', 'ready', 'minutesToReady', 'outOfServiceReason'], at);
  const vehicleId = text(raw.vehicleId, at, 200) as ReportedVehicle['vehicleId'];
  const item = itemId.vehicle(vehicleId);
  if (typeof raw.ready !== 'boolean') throw new InputError(item, 'ready must be true or false');
  const reason = OUT_OF_SERVICE_REASONS.find((each) => each === raw.outOfServiceReason) ?? null;
  if (!raw.ready && reason === null)
    throw new InputError(item, `say why it is not ready: ${OUT_OF_SERVICE_REASONS.join(', ')}`);
  if (raw.ready && raw.outOfServiceReason !== null) throw new InputError(item, 'a ready vehicle has no such reason');
  return { vehicleId, ready: raw.ready, minutesToReady: number(raw.minutesToReady, item), outOfServiceReason: reason };
}

function once<T>(entries: readonly T[], idOf: (entry: T) => string): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (seen.has(id)) throw new InputError(id, 'stands twice in the report');
    seen.add(id);
  }
}
