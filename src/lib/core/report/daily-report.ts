import type { FacilityId, MedicineId, VehicleId, VillageId } from '../model/ids';
import type { CountField, Facility, FacilityTier, OutOfServiceReason, StockLot } from '../model/records';

/** How a field of a site is stated: yes or no, a whole number, hours, or words. */
export type FieldValue = 'flag' | 'count' | 'hours' | 'text';
export type ReportSection =
  'site' | 'medicines' | 'people' | 'vaccination' | 'fever' | 'beds' | 'equipment' | 'staff' | 'vehicles';

export interface FieldSpec {
  section: ReportSection;
  value: FieldValue;
  tiers: readonly FacilityTier[];
  /** Changes seldom: stands folded away, and never counts as missing once it is known. */
  seldom?: true;
}

const ALL: readonly FacilityTier[] = ['village-clinic', 'township-hospital', 'sub-designated', 'designated'];
const HOSPITALS: readonly FacilityTier[] = ['township-hospital', 'sub-designated', 'designated'];
const COUNTY: readonly FacilityTier[] = ['sub-designated', 'designated'];

/** Fields of a site that its report states, in the order of the form. */
export const REPORT_FIELDS = {
  open: { section: 'site', value: 'flag', tiers: ALL },
  open24h: { section: 'site', value: 'flag', tiers: HOSPITALS, seldom: true },
  openingHours: { section: 'site', value: 'text', tiers: ALL, seldom: true },
  telephone: { section: 'site', value: 'text', tiers: ALL, seldom: true },
  feverOpen: { section: 'fever', value: 'flag', tiers: HOSPITALS },
  feverHours: { section: 'fever', value: 'text', tiers: HOSPITALS, seldom: true },
  bedsTotal: { section: 'beds', value: 'count', tiers: HOSPITALS },
  bedsFree: { section: 'beds', value: 'count', tiers: HOSPITALS },
  oxygenBeds: { section: 'beds', value: 'count', tiers: HOSPITALS },
  icuBeds: { section: 'beds', value: 'count', tiers: COUNTY },
  convertibleIcuBeds: { section: 'beds', value: 'count', tiers: COUNTY },
  convertHours: { section: 'beds', value: 'hours', tiers: COUNTY },
  oximeters: { section: 'equipment', value: 'count', tiers: ALL },
  drUnits: { section: 'equipment', value: 'count', tiers: HOSPITALS },
  staffNow: { section: 'staff', value: 'count', tiers: ALL }
} as const satisfies { [F in keyof Facility]?: FieldSpec };
export type ReportField = keyof typeof REPORT_FIELDS;
export const REPORT_FIELD_NAMES = Object.keys(REPORT_FIELDS) as ReportField[];

/** Counts of a village that are reported daily, then those that seldom change. */
export const DAILY_COUNTS = [
  'returnees',
  'red',
  'yellow',
  'green',
  'contactsDone',
  'vaccinated60',
  'vaccinated80'
] as const satisfies readonly CountField[];
export const SELDOM_COUNTS = ['aged65', 'aged80', 'target60', 'target80'] as const satisfies readonly CountField[];

/** What stands in the cupboard at the moment of the report. */
export interface ReportedStock {
  medicineId: MedicineId;
  lots: StockLot[];
  onOrderDoses: number;
  /** Doses given out on the day reported; null when not stated. */
  usedToday: number | null;
}

export interface ReportedPeople {
  villageId: VillageId;
  /** Only what is stated; the rest stands. */
  counts: Partial<Record<CountField, number>>;
  /** In a kept report only: counts that are there but withheld from this reader. */
  masked?: CountField[];
}

export interface ReportedVehicle {
  vehicleId: VehicleId;
  ready: boolean;
  minutesToReady: number;
  /** Why it is not ready; null when it is. */
  outOfServiceReason: OutOfServiceReason | null;
}

/** A site's report of one day, as the device sends it. What it does not state stands as it was. */
export interface DailyReport {
  facilityId: FacilityId;
  /** Day of `reportedAt` in the county's time zone, ISO date. */
  reportedOn: string;
  /** ISO date-time by the device's clock. */
  reportedAt: string;
  /** "No change today": confirms the values that stand; the lists are empty. */
  noChange: boolean;
  facility: Partial<Pick<Facility, ReportField>>;
  stock: ReportedStock[];
  people: ReportedPeople[];
  vehicles: ReportedVehicle[];
}

/** A report as it is kept: what it stated or confirmed in full, and the mean use it led to. */
export interface KeptReport extends DailyReport {
  /** Doses a day before and after this report; null without history. */
  use: { medicineId: MedicineId; before: number | null; after: number | null }[];
}

/** One row of `reports`. */
export interface ReportRow {
  unit: string;
  facilityId: FacilityId;
  reportedOn: string;
  reportedAt: string;
  reportedBy: string;
  noChange: boolean;
  /** How often the day was reported; the last one stands. */
  sent: number;
  /** Rule pack in force when it came: record id, empty for the shipped one, and its version. */
  rulePackId: string;
  rulePackVersion: string;
  content: KeptReport;
}

/** One thing to be stated; `id` names it in drafts, odd jumps and what is missing. */
export type ReportItem = { id: string; section: ReportSection; seldom: boolean } & (
  | { kind: 'field'; field: ReportField; value: FieldValue }
  | { kind: 'stock'; medicineId: MedicineId }
  | { kind: 'used'; medicineId: MedicineId }
  | { kind: 'count'; villageId: VillageId; field: CountField }
  | { kind: 'vehicle'; vehicleId: VehicleId }
);

export const itemId = {
  field: (field: ReportField) => `field/${field}`,
  stock: (medicineId: string) => `stock/${medicineId}`,
  used: (medicineId: string) => `used/${medicineId}`,
  count: (villageId: string, field: CountField) => `count/${villageId}/${field}`,
  vehicle: (vehicleId: string) => `vehicle/${vehicleId}`
};
