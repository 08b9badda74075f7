import { latestStock, stockKey } from '../medicine/latest-stock';
import type { FacilityId } from '../model/ids';
import { MEDICINE_CLASSES, type Facility, type Medicine, type PeopleCount, type Vehicle } from '../model/records';
import type { Situation } from '../model/situation';
import { isUnknown } from '../model/unknown-fields';
import { knownCount } from '../people/known-count';
import {
  DAILY_COUNTS,
  itemId,
  REPORT_FIELD_NAMES,
  REPORT_FIELDS,
  SELDOM_COUNTS,
  type DailyReport,
  type FieldSpec,
  type ReportField,
  type ReportItem
} from './daily-report';
import { reportedVillages } from './reported-villages';

export interface ReportForm {
  facilityId: FacilityId;
  /** In the order of the form. */
  items: ReportItem[];
  /** Values that stand, to be looked over and changed; `usedToday` is null, what nobody entered is absent. */
  standing: Pick<DailyReport, 'facility' | 'stock' | 'people' | 'vehicles'>;
}

export type FormFacts = Pick<
  Situation,
  'facilities' | 'villages' | 'medicines' | 'stock' | 'peopleCounts' | 'vehicles' | 'townships'
>;

/**
 * What a site reports, by its tier: every medicine with its lots, use and orders; the people of the villages it counts
 * (`reportedVillages`); fever clinic, beds, equipment and staff as `REPORT_FIELDS` says (a DR only of who should have
 * one, a fever clinic of who should have or has one); the vehicles based at it, and for the hospital of a township's
 * seat those of the township that are based at no site.
 *
 * @throws RangeError when there is no such facility.
 */
export function reportForm(facts: FormFacts, facilityId: FacilityId): ReportForm {
  const facility = facts.facilities.get(facilityId);
  if (!facility) throw new RangeError(`No facility "${facilityId}".`);
  const fields = reportedFields(facility);
  const medicines = byClass([...facts.medicines.values()]);
  const villages = reportedVillages(facts, facilityId);
  const vehicles = reportedVehicles(facts, facility);
  const stock = latestStock(facts.stock.values());
  const counts = countsOf(facts.peopleCounts.values());
  const field = (name: ReportField): ReportItem => {
    const spec: FieldSpec = REPORT_FIELDS[name];
    const { section, value } = spec;
    return { id: itemId.field(name), section, seldom: spec.seldom === true, kind: 'field', field: name, value };
  };
  const early = fields.filter((name) => REPORT_FIELDS[name].section === 'site');
  return {
    facilityId,
    items: [
      ...early.map(field),
      ...medicines.flatMap(({ id }): ReportItem[] => [
        { id: itemId.stock(id), section: 'medicines', seldom: false, kind: 'stock', medicineId: id },
        { id: itemId.used(id), section: 'medicines', seldom: false, kind: 'used', medicineId: id }
      ]),
      ...villages.flatMap(({ id }): ReportItem[] =>
        [...DAILY_COUNTS, ...SELDOM_COUNTS].map((name) => ({
          id: itemId.count(id, name),
          section: /^(vaccinated|target)/.test(name) ? 'vaccination' : 'people',
          seldom: (SELDOM_COUNTS as readonly string[]).includes(name),
          kind: 'count',
          villageId: id,
          field: name
        }))
      ),
      ...fields.filter((name) => !early.includes(name)).map(field),
      ...vehicles.map(({ id }): ReportItem => ({
        id: itemId.vehicle(id),
        section: 'vehicles',
        seldom: false,
        kind: 'vehicle',
        vehicleId: id
      }))
    ],
    standing: {
      facility: Object.fromEntries(
        fields.filter((name) => !isUnknown(facility, name)).map((name) => [name, facility[name]])
      ),
      stock: medicines.flatMap(({ id }) => {
        const held = stock.get(stockKey(facilityId, id));
        return held ? [{ medicineId: id, lots: held.lots, onOrderDoses: held.onOrderDoses, usedToday: null }] : [];
      }),
      people: villages.map(({ id }) => ({ villageId: id, counts: knownCounts(counts.get(id)) })),
      vehicles: vehicles.map(({ id, status, minutesToReady, outOfServiceReason }) => ({
        vehicleId: id,
        ready: status !== 'out-of-service',
        minutesToReady,
        outOfServiceReason: status === 'out-of-service' ? outOfServiceReason : null
      }))
    }
  };
}

/** Fields a site of this tier and duty reports. */
function reportedFields(facility: Facility): ReportField[] {
  const fever = facility.feverShould || facility.feverSet;
  return REPORT_FIELD_NAMES.filter((name) => {
    const { tiers, section }: FieldSpec = REPORT_FIELDS[name];
    if (!tiers.includes(facility.tier)) return false;
    if (section === 'fever') return fever;
    return name !== 'drUnits' || facility.drEligible || facility.drUnits > 0;
  });
}

/** Vehicles whose readiness the site tells; a vehicle is told by one site at most. */
export function reportedVehicles(
  { vehicles, townships, facilities }: Pick<Situation, 'vehicles' | 'townships' | 'facilities'>,
  facility: Pick<Facility, 'id' | 'unit' | 'townshipId'>
): Vehicle[] {
  const seat = townships.get(facility.townshipId)?.seatFacilityId === facility.id;
  return [...vehicles.values()]
    .filter(({ unit, townshipId, baseFacilityId }) => {
      if (unit !== facility.unit) return false;
      const based = baseFacilityId !== null && facilities.has(baseFacilityId);
      return based ? baseFacilityId === facility.id : seat && townshipId === facility.townshipId;
    })
    .sort((a, b) => (a.callSign < b.callSign ? -1 : a.callSign > b.callSign ? 1 : a.id < b.id ? -1 : 1));
}

function byClass(medicines: Medicine[]): Medicine[] {
  const rank = ({ medicineClass }: Medicine) => MEDICINE_CLASSES.indexOf(medicineClass);
  return medicines.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function countsOf(counts: Iterable<PeopleCount>): Map<string, PeopleCount> {
  const latest = new Map<string, PeopleCount>();
  for (const count of counts) {
    const held = latest.get(count.villageId);
    if (!held || (count.countedOn ?? '') >= (held.countedOn ?? '')) latest.set(count.villageId, count);
  }
  return latest;
}

/** What is known of a count: nothing before the first one was made, nothing that nobody entered or that is withheld. */
function knownCounts(count: PeopleCount | undefined): DailyReport['people'][number]['counts'] {
  if (!count?.countedOn) return {};
  const fields = [...DAILY_COUNTS, ...SELDOM_COUNTS].filter((field) => knownCount(count, field) !== null);
  return Object.fromEntries(fields.map((field) => [field, count[field]]));
}
