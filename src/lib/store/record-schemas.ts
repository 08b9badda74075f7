/**
 * What PocketBase must answer for each collection, as the situation wants it. Numbers that may be unknown are JSON there
 * (null stays null); a text that may be unknown is empty there and null here.
 */
import * as v from 'valibot';
import {
  CAPABILITIES,
  COUNT_FIELDS,
  FACILITY_COUNTS,
  FACILITY_TIERS,
  GRADES,
  MEDICINE_CLASSES,
  OUT_OF_SERVICE_REASONS,
  POST_KINDS,
  SEASONS,
  VEHICLE_CLASSES,
  VEHICLE_STATUSES
} from '../core/model/records';
import type { CollectionName } from '../core/model/situation';

export const text = v.string();
export const flag = v.boolean();
export const number = v.pipe(v.number(), v.finite());
export const maybeNumber = v.nullable(number);
export const maybeText = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((value) => (value === '' ? null : value))
);
export const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.nullable(v.array(item)),
    v.transform((items) => items ?? [])
  );
const names = v.object({ local: text, en: v.optional(text), zh: v.optional(text) });
export const capabilities = list(v.picklist(CAPABILITIES));

export const common = {
  unit: text,
  origin: v.picklist(['pack', 'sample', 'derived', 'hand']),
  editedFields: list(text),
  version: number
};

export const RECORD_SCHEMAS = {
  townships: v.object({
    ...common,
    names,
    code: maybeText,
    seatFacilityId: maybeText,
    derived: flag,
    seat: v.optional(
      v.nullable(
        v.object({
          lon: number,
          lat: number,
          elevationMetres: maybeNumber,
          persons: maybeNumber,
          source: text,
          date: v.nullable(text)
        })
      )
    )
  }),
  villages: v.object({
    ...common,
    names,
    code: maybeText,
    townshipId: text,
    lon: maybeNumber,
    lat: maybeNumber,
    residents: number,
    residentsSource: text,
    residentsDate: maybeText,
    residentsCompare: v.nullable(v.object({ persons: number, source: text })),
    areaKm2: maybeNumber,
    touristVillage: flag
  }),
  facilities: v.object({
    ...common,
    names,
    tier: v.picklist(FACILITY_TIERS),
    townshipId: text,
    parentId: maybeText,
    allianceId: maybeText,
    lon: maybeNumber,
    lat: maybeNumber,
    open: flag,
    open24h: flag,
    capabilities,
    bedsTotal: number,
    bedsFree: number,
    icuBeds: number,
    convertibleIcuBeds: number,
    convertHours: maybeNumber,
    oxygenBeds: number,
    oximeters: number,
    drEligible: flag,
    drUnits: number,
    ambulanceEligible: flag,
    feverShould: flag,
    feverSet: flag,
    feverOpen: flag,
    feverFlowSafe: flag,
    prescribesFever: flag,
    insuranceDesignated: flag,
    staffBaseline: number,
    staffNow: number,
    address: text,
    telephone: text,
    openingHours: text,
    feverHours: text,
    published: flag,
    reportedAt: maybeText,
    unknown: v.optional(v.nullable(v.array(v.picklist(FACILITY_COUNTS))))
  }),
  alliances: v.object({
    ...common,
    names,
    leadFacilityId: text,
    designatedFacilityId: text,
    subDesignatedFacilityId: maybeText
  }),
  vehicles: v.object({
    ...common,
    callSign: text,
    kind: v.picklist(['ambulance', 'reserve']),
    vehicleClass: v.picklist(VEHICLE_CLASSES),
    townshipId: text,
    baseName: text,
    baseFacilityId: maybeText,
    lon: number,
    lat: number,
    status: v.picklist(VEHICLE_STATUSES),
    outOfServiceReason: v.pipe(maybeText, v.nullable(v.picklist(OUT_OF_SERVICE_REASONS))),
    capabilities,
    seats: number,
    rangeKm: v.optional(maybeNumber, null),
    severityLimit: v.picklist(GRADES),
    minutesToReady: number,
    positionLon: maybeNumber,
    positionLat: maybeNumber,
    positionAt: maybeText
  }),
  crews: v.object({
    ...common,
    vehicleId: text,
    driver: text,
    attendant: text,
    telephone: text,
    onDuty: flag,
    shiftEndsAt: v.optional(maybeText, null)
  }),
  medicines: v.object({
    ...common,
    names,
    medicineClass: v.picklist(MEDICINE_CLASSES),
    doseUnit: names,
    dosesPerCourse: number,
    coursesPerPerson: number
  }),
  stock: v.object({
    ...common,
    facilityId: text,
    medicineId: text,
    lots: list(v.object({ lot: text, doses: number, expiresOn: text })),
    onOrderDoses: number,
    meanDailyUse: maybeNumber,
    countedAt: maybeText
  }),
  suppliers: v.object({
    ...common,
    names,
    kind: v.picklist(['supplier', 'depot', 'pharmacy']),
    lon: maybeNumber,
    lat: maybeNumber,
    telephone: text
  }),
  peopleCounts: v.object({
    ...common,
    villageId: text,
    aged65: number,
    aged80: number,
    red: number,
    yellow: number,
    green: number,
    returnees: number,
    contactsDone: number,
    vaccinated60: number,
    target60: number,
    vaccinated80: number,
    target80: number,
    countedOn: maybeText,
    masked: v.optional(list(v.picklist(COUNT_FIELDS)), []),
    unknown: v.optional(v.nullable(v.array(v.picklist(COUNT_FIELDS))))
  }),
  closures: v.object({
    ...common,
    wayId: number,
    fromNode: maybeNumber,
    toNode: maybeNumber,
    speedPercent: number,
    reason: text,
    startsAt: text,
    endsAt: maybeText
  }),
  scenarios: v.object({ ...common, name: text, kind: v.picklist(['plan', 'travel']), content: v.unknown() }),
  rulePacks: v.object({
    ...common,
    name: text,
    packVersion: text,
    effectiveOn: text,
    active: flag,
    publishedAt: text,
    publishedBy: text,
    content: v.unknown()
  }),
  zones: v.object({ ...common, names, facilityId: maybeText, townshipIds: list(text) }),
  posts: v.object({
    ...common,
    kind: v.picklist(POST_KINDS),
    facilityId: maybeText,
    person: text,
    telephone: text,
    deputy: text,
    deputyTelephone: text
  }),
  dutyShifts: v.object({ ...common, person: text, telephone: text, startsAt: text, endsAt: text }),
  knownTimes: v.object({
    ...common,
    villageId: text,
    facilityId: text,
    vehicle: v.picklist(VEHICLE_CLASSES),
    season: v.picklist(SEASONS),
    minutes: number,
    measuredOn: text,
    note: text
  })
} satisfies Record<CollectionName, v.GenericSchema>;
