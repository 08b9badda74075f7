import { latestStock, stockKey } from '../medicine/latest-stock';
import { equalValues } from '../change/equal-values';
import type { MedicineId, VehicleId, VillageId } from '../model/ids';
import type { Facility, PeopleCount, RecordBase, Stock, Vehicle } from '../model/records';
import type { Change, Edit, Situation } from '../model/situation';
import { isUnknown, unknownAfter } from '../model/unknown-fields';
import { unenteredCounts } from '../people/known-count';
import type { RulePack } from '../rules/rule-pack';
import { localDay } from './local-time';
import { itemId, type DailyReport, type KeptReport } from './daily-report';
import { meanBefore, meanDailyUse, type UseReport } from './mean-daily-use';
import { ReportError } from './parse-report';
import { reportForm, type FormFacts } from './report-form';

export interface ReportedChange {
  change: Change;
  /** The report in full, as it is kept. */
  kept: KeptReport;
  /**
   * Items left as they are, with the reason: `on-a-mission` (a vehicle), `superseded` (a later report stands),
   * `changed-since` (doses, a vehicle or beds that others changed after the report was made).
   */
  passedOver: { itemId: string; reason: 'on-a-mission' | 'superseded' | 'changed-since' }[];
}

const BUSY: readonly Vehicle['status'][] = [
  'reserved',
  'dispatched',
  'en-route',
  'on-location',
  'to-hospital',
  'at-hospital',
  'returning'
];

/**
 * What a report changes: the site with the moment of its report, a stock record per medicine stated, a count per village
 * stated, the readiness of vehicles that are not on a mission. "No change" confirms the values that stand: stock counted
 * now, people counted on the day, nothing else. A report older than the one that stands is kept and changes nothing; what
 * others changed after it was made (doses counted, picked or received, a vehicle's state, beds) stands.
 *
 * @throws ReportError naming the item: one of another unit, or unknown, or a day that is not the one on which the report
 * was made. Who has reported is read from that moment, so a report made after midnight is the new day's; one made before
 * and sent later stays the old day's.
 */
export function reportChange(input: {
  facts: FormFacts;
  report: DailyReport;
  /** Earlier reports of this site by medicine. */
  history: ReadonlyMap<MedicineId, readonly UseReport[]>;
  pack: RulePack;
}): ReportedChange {
  const { facts, report, history, pack } = input;
  const facility = facts.facilities.get(report.facilityId);
  if (!facility) throw new ReportError('facilityId', `there is no facility "${report.facilityId}"`);
  const madeOn = localDay(Date.parse(report.reportedAt), pack);
  if (report.reportedOn !== madeOn)
    throw new ReportError('reportedOn', `must be ${madeOn}, the day the report was made on the county's clocks`);

  const isLater = (moment: string | null | undefined) => !!moment && Date.parse(moment) > Date.parse(report.reportedAt);
  const overtaken = isLater(facility.reportedAt);
  const passedOver: ReportedChange['passedOver'] = [];
  const passOver = (id: string) => passedOver.push({ itemId: id, reason: 'changed-since' });
  const full = report.noChange ? { ...report, ...confirmed(facts, report) } : report;
  const stock = latestStock(facts.stock.values());
  const use: KeptReport['use'] = [];
  const edits: Edit[] = [];
  for (const each of full.stock) {
    if (!facts.medicines.has(each.medicineId))
      throw new ReportError(itemId.stock(each.medicineId), 'there is no such medicine');
    const before = stock.get(stockKey(facility.id, each.medicineId)) ?? null;
    const standing = before?.meanDailyUse ?? null;
    const past = history.get(each.medicineId) ?? [];
    const day = past.find(({ reportedOn }) => reportedOn === report.reportedOn);
    const known = { today: report.reportedOn, history: past, standing };
    const mean = meanDailyUse({ ...known, usedToday: each.usedToday ?? day?.usedToday ?? null, pack });
    const moved = isLater(before?.countedAt) || isLater(before?.movedAt);
    const stands = overtaken || moved;
    const untouched = stands ? meanOvertaken(past, report.reportedOn, standing) : null;
    use.push({
      medicineId: each.medicineId,
      before: stands ? untouched : meanBefore(known),
      after: stands ? untouched : mean
    });
    if (moved) {
      if (!report.noChange) passOver(itemId.stock(each.medicineId));
      continue;
    }
    const fields = {
      lots: each.lots,
      onOrderDoses: each.onOrderDoses,
      meanDailyUse: mean,
      countedAt: report.reportedAt
    };
    const blank = { facilityId: facility.id, medicineId: each.medicineId };
    push(edits, 'stock', before, `stock-${facility.id}-${each.medicineId}`, facility.unit, fields, blank);
  }
  for (const { villageId, counts } of full.people) {
    const village = facts.villages.get(villageId);
    if (!village || village.unit !== facility.unit)
      throw new ReportError(`count/${villageId}`, `there is no such village in unit "${facility.unit}"`);
    if (Object.keys(counts).length === 0) continue;
    const before = countOf(facts, villageId);
    const unknown = unknownAfter(unenteredCounts(before), counts, before);
    const fields = { ...counts, countedOn: report.reportedOn, ...unknown };
    push(edits, 'peopleCounts', before, `people-${villageId}`, facility.unit, fields, { ...NO_COUNTS, villageId });
  }
  for (const each of full.vehicles) {
    const vehicle = facts.vehicles.get(each.vehicleId);
    if (!vehicle || vehicle.unit !== facility.unit)
      throw new ReportError(itemId.vehicle(each.vehicleId), `there is no such vehicle in unit "${facility.unit}"`);
    if (BUSY.includes(vehicle.status)) {
      passedOver.push({ itemId: itemId.vehicle(each.vehicleId), reason: 'on-a-mission' });
      continue;
    }
    const fields = {
      status: each.ready ? ('available' as const) : ('out-of-service' as const),
      outOfServiceReason: each.ready ? null : each.outOfServiceReason,
      minutesToReady: each.minutesToReady
    };
    if (isLater(vehicle.statusAt)) {
      if (changedIn<Vehicle>(fields, vehicle).length > 0) passOver(itemId.vehicle(each.vehicleId));
      continue;
    }
    push(edits, 'vehicles', vehicle, each.vehicleId, vehicle.unit, fields, {});
  }
  const site: Partial<Facility> = { ...report.facility, reportedAt: report.reportedAt };
  if (isLater(facility.bedsAt)) {
    for (const field of BEDS) {
      if (field in site && site[field] !== facility[field]) passOver(itemId.field(field));
      delete site[field];
    }
  }
  Object.assign(site, unknownAfter(facility.unknown ?? [], site, facility));
  const beds = { ...facility, ...site };
  if (!isUnknown(beds, 'bedsTotal', 'bedsFree') && beds.bedsFree > beds.bedsTotal)
    throw new ReportError(itemId.field('bedsFree'), `must not exceed the beds there are (${beds.bedsTotal})`);
  push(edits, 'facilities', facility, facility.id, facility.unit, site, {});

  const kept: KeptReport = { ...full, use };
  if (overtaken)
    return { change: { verb: 'report', edits: [] }, kept, passedOver: [{ itemId: 'report', reason: 'superseded' }] };
  return { change: { verb: 'report', edits }, kept, passedOver };
}

/** Kept, given back and counted together. */
const BEDS = ['bedsTotal', 'bedsFree'] as const;

/** The values that stand, as stated. Only what was known before can be confirmed. */
function confirmed(
  facts: FormFacts,
  { facilityId }: DailyReport
): Pick<DailyReport, 'facility' | 'stock' | 'people' | 'vehicles'> {
  const { standing } = reportForm(facts, facilityId);
  return { ...standing, people: standing.people.filter(({ counts }) => Object.keys(counts).length > 0), vehicles: [] };
}

/** A report that came after a later one led to no mean: the one the later report found stands before and after it. */
function meanOvertaken(history: readonly UseReport[], day: string, standing: number | null): number | null {
  const later = history.filter(({ reportedOn }) => reportedOn > day);
  const next = later.sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))[0];
  return next ? next.before : standing;
}

const NO_COUNTS: Omit<PeopleCount, keyof RecordBase<string> | 'villageId' | 'countedOn'> = {
  aged65: 0,
  aged80: 0,
  red: 0,
  yellow: 0,
  green: 0,
  returnees: 0,
  contactsDone: 0,
  vaccinated60: 0,
  target60: 0,
  vaccinated80: 0,
  target80: 0,
  masked: []
};

function countOf({ peopleCounts }: FormFacts, villageId: VillageId): PeopleCount | null {
  let latest: PeopleCount | null = null;
  for (const count of peopleCounts.values())
    if (count.villageId === villageId && (!latest || (count.countedOn ?? '') >= (latest.countedOn ?? '')))
      latest = count;
  return latest;
}

interface Reported {
  facilities: Facility;
  stock: Stock;
  peopleCounts: PeopleCount;
  vehicles: Vehicle;
}

function changedIn<T>(fields: Partial<T>, before: T): [string, unknown][] {
  return Object.entries(fields).filter(([field, value]) => !equalValues(value, before[field as keyof T]));
}

/** Adds what differs: an edited record with its version one higher, or a new one by hand. */
function push<C extends keyof Reported & keyof Situation>(
  edits: Edit[],
  collection: C,
  before: Reported[C] | null,
  id: string | VehicleId,
  unit: RecordBase<string>['unit'],
  fields: Partial<Reported[C]>,
  blank: Partial<Reported[C]>
): void {
  if (before === null) {
    const after = { id, unit, origin: 'hand', editedFields: [], version: 1, ...blank, ...fields };
    edits.push({ collection, id, before: null, after } as unknown as Edit);
    return;
  }
  const changed = changedIn(fields, before);
  if (changed.length === 0) return;
  const editedFields = [...new Set([...before.editedFields, ...changed.map(([field]) => field)])].sort();
  const after = { ...before, ...Object.fromEntries(changed), editedFields, version: before.version + 1 };
  edits.push({ collection, id: before.id, before, after } as unknown as Edit);
}
