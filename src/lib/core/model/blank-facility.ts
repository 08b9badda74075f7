import type { Facility } from './records';

/** What makes a facility itself; the rest is operation. */
type Identity = 'id' | 'unit' | 'origin' | 'names' | 'tier' | 'townshipId' | 'parentId' | 'allianceId' | 'lon' | 'lat';

/** Operation of a site of which nothing is known yet: open, with no stock, beds, equipment or reports. */
export const BLANK_FACILITY: Omit<Facility, Identity> = {
  editedFields: [],
  version: 1,
  open: true,
  open24h: false,
  capabilities: [],
  bedsTotal: 0,
  bedsFree: 0,
  icuBeds: 0,
  convertibleIcuBeds: 0,
  convertHours: null,
  oxygenBeds: 0,
  oximeters: 0,
  drEligible: false,
  drUnits: 0,
  ambulanceEligible: false,
  feverShould: false,
  feverSet: false,
  feverOpen: false,
  feverFlowSafe: false,
  prescribesFever: false,
  insuranceDesignated: false,
  staffBaseline: 0,
  staffNow: 0,
  address: '',
  telephone: '',
  openingHours: '',
  feverHours: '',
  published: false,
  reportedAt: null
};
