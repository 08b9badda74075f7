import { BLANK_FACILITY } from '../model/blank-facility';
import type { FacilityId, TownshipId, VillageId } from '../model/ids';
import { FACILITY_COUNTS, type Facility, type Village } from '../model/records';
import type { FacilityDraft } from './facilities-from-table';
import type { Townships } from './make-townships';
import type { SettlementDraft } from './osm-places';

export interface ResidentsFigure {
  persons: number;
  source: string;
  date: string | null;
  compare: { persons: number; source: string } | null;
  areaKm2: number | null;
}

/** Ground facts of a settlement; what only a person or the sample knows stays zero or false. */
export function makeVillage(draft: SettlementDraft, residents: ResidentsFigure, { townshipOf }: Townships): Village {
  const townshipId = townshipOf.get(draft.id) as TownshipId;
  return {
    id: draft.id as VillageId,
    unit: townshipId,
    origin: 'pack',
    editedFields: [],
    version: 1,
    names: draft.names,
    code: draft.code,
    townshipId,
    lon: draft.lon,
    lat: draft.lat,
    residents: residents.persons,
    residentsSource: residents.source,
    residentsDate: residents.date,
    residentsCompare: residents.compare,
    areaKm2: residents.areaKm2 === null ? null : Math.round(residents.areaKm2 * 100) / 100,
    touristVillage: false
  };
}

/** Ground facts of a facility. It is open until someone says otherwise; a clinic belongs to its township's seat. */
export function makeFacility(draft: FacilityDraft, { townshipOf, seatOf }: Townships): Facility {
  const townshipId = townshipOf.get(draft.id) as TownshipId;
  const seat = seatOf.get(townshipId) ?? null;
  return {
    ...BLANK_FACILITY,
    id: draft.id as FacilityId,
    unit: townshipId,
    origin: 'pack',
    editedFields: [],
    names: draft.names,
    tier: draft.tier,
    townshipId,
    parentId: draft.tier === 'village-clinic' ? seat : null,
    allianceId: null,
    lon: draft.lon,
    lat: draft.lat,
    open24h: draft.open24h,
    capabilities: [],
    bedsTotal: draft.beds ?? 0,
    unknown: FACILITY_COUNTS.filter((field) => field !== 'bedsTotal' || draft.beds === null),
    address: draft.address,
    telephone: draft.telephone
  };
}
