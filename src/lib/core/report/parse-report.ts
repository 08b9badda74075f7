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

/** More than any county holds; beyond it sums lose their units. */
const MOST = 1e9;
const LISTED = { stock: 200, lots: 100, people: 500, vehicles: 200 };

/** One fault of a report: the item (`itemId`, or a field of the report itself), what is wrong and what is wanted. */
export class ReportError extends Error {
  constructor(
    readonly item: string,
    readonly wanted: string
  ) {
    super(`${item}: ${wanted}`);
  }
}

/**
 * Reads a report from outside.
 *
 * @throws ReportError naming the first faulty item.
 */
export function parseReport(input: unknown): DailyReport {
  const raw = object(input, 'report');
  const keys = ['facilityId', 'reportedOn', 'reportedAt', 'noChange', 'facility', 'stock', 'people', 'vehicles'];
  only(raw, keys, 'report');
  if (typeof raw.noChange !== 'boolean') throw new ReportError('noChange', 'must be true or false');
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
    throw new ReportError('noChange', 'a report of no change states nothing else');
  return report;
}

function parseFields(input: unknown): DailyReport['facility'] {
  const raw = object(input, 'facility');
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const item = `field/${name.slice(0, 60)}`;
    if (!Object.prototype.hasOwnProperty.call(REPORT_FIELDS, name))
      throw new ReportError(item, 'is no field of a report');
    const spec: FieldSpec = REPORT_FIELDS[name as ReportField];
    if (spec.value === 'flag' && typeof value !== 'boolean') throw new ReportError(item, 'must be true or false');
    if (spec.value === 'count') count(value, item);
    if (spec.value === 'hours' && value !== null) number(value, item);
    if (spec.value === 'text' && (typeof value !== 'string' || value.length > 200))
      throw new ReportError(item, 'must be a text of at most 200 characters');
    fields[name] = value;
  }
  const { bedsFree, bedsTotal } = fields;
  if (typeof bedsFree === 'number' && typeof bedsTotal === 'number' && bedsFree > bedsTotal)
    throw new ReportError(itemId.field('bedsFree'), `must not exceed the beds there are (${bedsTotal})`);
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

function parseLot(input: unknown, item: string): StockLot {
  const raw = object(input, item);
  only(raw, ['lot', 'doses', 'expiresOn'], item);
  if (typeof raw.lot !== 'string' || raw.lot.length > 100)
    throw new ReportError(item, 'the lot must be a text of at most 100 characters');
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
    if (!(COUNT_FIELDS as readonly string[]).includes(field)) throw new ReportError(item, 'is no count of a village');
    count(value, item);
  }
  return { villageId, counts: counts as Partial<Record<CountField, number>> };
}

function parseVehicle(input: unknown, index: number): ReportedVehicle {
  const at = `vehicles[${index}]`;
  const raw = object(input, at);
  only(raw, ['vehicleId', 'ready', 'minutesToReady', 'outOfServiceReason'], at);
  const vehicleId = text(raw.vehicleId, at, 200) as ReportedVehicle['vehicleId'];
  const item = itemId.vehicle(vehicleId);
  if (typeof raw.ready !== 'boolean') throw new ReportError(item, 'ready must be true or false');
  const reason = OUT_OF_SERVICE_REASONS.find((each) => each === raw.outOfServiceReason) ?? null;
  if (!raw.ready && reason === null)
    throw new ReportError(item, `say why it is not ready: ${OUT_OF_SERVICE_REASONS.join(', ')}`);
  if (raw.ready && raw.outOfServiceReason !== null) throw new ReportError(item, 'a ready vehicle has no such reason');
  return { vehicleId, ready: raw.ready, minutesToReady: number(raw.minutesToReady, item), outOfServiceReason: reason };
}

function once<T>(entries: readonly T[], idOf: (entry: T) => string): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (seen.has(id)) throw new ReportError(id, 'stands twice in the report');
    seen.add(id);
  }
}

function only(raw: Record<string, unknown>, keys: readonly string[], item: string): void {
  const other = Object.keys(raw).find((key) => !keys.includes(key));
  if (other !== undefined) throw new ReportError(item, `"${other.slice(0, 60)}" is unknown; wanted ${keys.join(', ')}`);
}

function object(input: unknown, item: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new ReportError(item, 'must be an object');
  return input as Record<string, unknown>;
}

function list(input: unknown, item: string, most: number): unknown[] {
  if (!Array.isArray(input)) throw new ReportError(item, 'must be a list');
  if (input.length > most) throw new ReportError(item, `must be a list of at most ${most}`);
  return input;
}

function text(input: unknown, item: string, most: number): string {
  if (typeof input !== 'string' || input === '' || input.length > most)
    throw new ReportError(item, `must be a text of 1 to ${most} characters`);
  return input;
}

function number(input: unknown, item: string): number {
  if (typeof input !== 'number' || !Number.isFinite(input) || input < 0 || input > MOST)
    throw new ReportError(item, `must be a number from 0 to ${MOST}`);
  return input;
}

function count(input: unknown, item: string): number {
  if (!Number.isInteger(number(input, item))) throw new ReportError(item, 'must be a whole number');
  return input as number;
}

function day(input: unknown, item: string): string {
  if (typeof input !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(input)) throw new ReportError(item, DAY_WANTED);
  const at = new Date(`${input}T00:00:00Z`);
  // 31 February is read as 3 March by some engines.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== input) throw new ReportError(item, DAY_WANTED);
  return input;
}

const DAY_WANTED = 'must be a date like 2027-03-31';

function moment(input: unknown, item: string): string {
  const isMoment = typeof input === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z$/.test(input);
  if (!isMoment || Number.isNaN(Date.parse(input)))
    throw new ReportError(item, 'must be a date-time in UTC like 2027-03-31T08:00:00Z');
  return input;
}
