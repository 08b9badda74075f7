/** What devices send to the routes of operations. */
import type { FacilityId, MedicineId, VehicleId, VillageId } from '../model/ids';
import {
  choice,
  count,
  flag,
  InputError,
  list,
  maybeText,
  moment,
  number,
  object,
  only,
  text
} from '../model/read-input';
import {
  CAPABILITIES,
  GRADES,
  OUT_OF_SERVICE_REASONS,
  VEHICLE_STATUSES,
  type Capability,
  type ExpectedMinutes,
  type OutOfServiceReason,
  type StockLot,
  type VehicleStatus
} from '../model/records';
import type { PatientCase } from '../model/results';
import { parseLot } from '../report/parse-report';
import type { Personal } from './personal';
import { sumOf } from './pick-lots';
import type { Needed } from './transitions';

const KEY = 200;
const NAME = 120;
const REASON = 500;

export interface NewReferral extends PatientCase {
  originFacilityId: FacilityId | null;
  villageId: VillageId | null;
  lon: number | null;
  lat: number | null;
  targetFacilityId: FacilityId;
  /** What the sender's own ranking advised; null where it had none. */
  advisedFacilityId: FacilityId | null;
  greenChannel: boolean;
  vehicleNeeds: Capability[];
  draft: boolean;
}

/**
 * A new referral. Its place is rounded to a thousandth of a degree (about 100 m): where exactly somebody lives is personal.
 *
 * @throws InputError naming the first faulty item.
 */
export function parseNewReferral(input: unknown): NewReferral {
  const raw = object(input, 'referral');
  only(
    raw,
    [
      ...['originFacilityId', 'villageId', 'lon', 'lat', 'targetFacilityId', 'advisedFacilityId'],
      ...['greenChannel', 'vehicleNeeds', 'draft', 'grade', 'severeDisease', 'aged', 'stable', 'dialysis']
    ],
    'referral'
  );
  const originFacilityId = maybeText(raw.originFacilityId, 'originFacilityId', KEY) || null;
  const villageId = maybeText(raw.villageId, 'villageId', KEY) || null;
  const place = parsePlace(raw);
  if (originFacilityId === null && villageId === null && place.lon === null)
    throw new InputError('villageId', 'say where the patient is: a facility, a village or a place');
  if (originFacilityId !== null && originFacilityId === raw.targetFacilityId)
    throw new InputError('targetFacilityId', 'must be another facility than the one that refers');
  return {
    ...parsePatient(raw),
    ...place,
    originFacilityId: originFacilityId as FacilityId | null,
    villageId: villageId as VillageId | null,
    targetFacilityId: text(raw.targetFacilityId, 'targetFacilityId', KEY) as FacilityId,
    advisedFacilityId: parseAdvised(raw),
    greenChannel: raw.greenChannel === undefined ? false : flag(raw.greenChannel, 'greenChannel'),
    vehicleNeeds: list(raw.vehicleNeeds ?? [], 'vehicleNeeds', CAPABILITIES.length).map((each) =>
      choice(CAPABILITIES, each, 'vehicleNeeds')
    ),
    draft: raw.draft === undefined ? false : flag(raw.draft, 'draft')
  };
}

/** The facility that the sender's own ranking advised; null where it names none. @throws InputError */
export function parseAdvised({ advisedFacilityId }: Record<string, unknown>): FacilityId | null {
  return (maybeText(advisedFacilityId, 'advisedFacilityId', KEY) || null) as FacilityId | null;
}

export function parsePatient(raw: Record<string, unknown>): PatientCase {
  return {
    grade: choice(GRADES, raw.grade, 'grade'),
    severeDisease: flag(raw.severeDisease, 'severeDisease'),
    aged: flag(raw.aged, 'aged'),
    stable: flag(raw.stable, 'stable'),
    dialysis: flag(raw.dialysis, 'dialysis')
  };
}

function parsePlace(raw: Record<string, unknown>): { lon: number | null; lat: number | null } {
  const given = [raw.lon, raw.lat].filter((each) => each !== undefined && each !== null);
  if (given.length === 0) return { lon: null, lat: null };
  const { lon, lat } = position(raw);
  return { lon: Math.round(lon * 1000) / 1000, lat: Math.round(lat * 1000) / 1000 };
}

function position(raw: Record<string, unknown>): { lon: number; lat: number } {
  const degrees = (value: unknown, item: string, most: number) => {
    if (typeof value !== 'number' || !(Math.abs(value) <= most))
      throw new InputError(item, `must be degrees from -${most} to ${most}`);
    return value;
  };
  const [lon, lat] = [degrees(raw.lon, 'lon', 180), degrees(raw.lat, 'lat', 90)];
  if (lon === 0 && lat === 0) throw new InputError('lon', '(0, 0) is no place');
  return { lon, lat };
}

/** Who the patient is; null where nothing is said. @throws InputError */
export function parsePersonal(input: unknown): Personal | null {
  if (input === undefined || input === null) return null;
  const raw = object(input, 'personal');
  only(raw, ['name', 'telephone', 'address', 'note'], 'personal');
  const personal = {
    name: maybeText(raw.name, 'personal/name', NAME),
    telephone: maybeText(raw.telephone, 'personal/telephone', 60),
    address: maybeText(raw.address, 'personal/address', 300),
    note: maybeText(raw.note, 'personal/note', 2000)
  };
  return Object.values(personal).some((each) => each.trim() !== '') ? personal : null;
}

/** Who answers for going against the rules, and why; null where nobody does. @throws InputError */
export function parseOverride(input: unknown): { name: string; reason: string } | null {
  if (input === undefined || input === null) return null;
  const raw = object(input, 'override');
  only(raw, ['name', 'reason'], 'override');
  return { name: text(raw.name, 'override/name', NAME), reason: text(raw.reason, 'override/reason', REASON) };
}

/** The texts that an act must state. `lines` are read by `parseReceived`. @throws InputError */
export function parseNeeded(needs: readonly Needed[], body: Record<string, unknown>): Record<string, string> {
  const stated: Record<string, string> = {};
  for (const field of needs)
    if (field !== 'lines')
      stated[field] = text(body[field], field, field === 'reason' ? REASON : field === 'targetFacilityId' ? KEY : NAME);
  return stated;
}

export interface NewAssignment {
  vehicleId: VehicleId;
  vehicleVersion: number;
  referralId: string;
  /** A further patient on the trip that the vehicle is on. */
  pooled: boolean;
  /** Notifies the crew in the same act. */
  dispatch: boolean;
  expected: ExpectedMinutes | null;
}

/** @throws InputError */
export function parseNewAssignment(body: Record<string, unknown>): NewAssignment {
  return {
    expected: parseExpected(body.expected),
    vehicleId: text(body.vehicleId, 'vehicleId', KEY) as VehicleId,
    vehicleVersion: count(body.vehicleVersion, 'vehicleVersion'),
    referralId: text(body.referralId, 'referralId', KEY),
    pooled: body.pooled === undefined ? false : flag(body.pooled, 'pooled'),
    dispatch: body.dispatch === undefined ? false : flag(body.dispatch, 'dispatch')
  };
}

function parseExpected(input: unknown): ExpectedMinutes | null {
  if (input === undefined || input === null) return null;
  const raw = object(input, 'expected');
  only(raw, ['toScene', 'toHospital'], 'expected');
  const minutes = (value: unknown, item: string) => {
    if (value === undefined || value === null) return null;
    if (count(value, item) > MOST_EXPECTED) throw new InputError(item, `must be at most ${MOST_EXPECTED} minutes`);
    return value as number;
  };
  return {
    toScene: minutes(raw.toScene, 'expected/toScene'),
    toHospital: minutes(raw.toHospital, 'expected/toHospital')
  };
}

/** Minutes; beyond two days a way is no expectation. */
const MOST_EXPECTED = 2880;

/** The device's own clock beside the server's; null where it says nothing. @throws InputError */
export function parseDeviceAt(body: Record<string, unknown>): string | null {
  return body.deviceAt === undefined || body.deviceAt === null ? null : moment(body.deviceAt, 'deviceAt');
}

/** Why a vehicle that is stood down cannot go on; null where it can. @throws InputError */
export function parseBreakdown(body: Record<string, unknown>): OutOfServiceReason | null {
  const reason = body.outOfServiceReason;
  return reason === undefined || reason === null ? null : choice(OUT_OF_SERVICE_REASONS, reason, 'outOfServiceReason');
}

export interface Duty {
  status: 'available' | 'out-of-service';
  /** Null where it is available. */
  reason: OutOfServiceReason | null;
  /** Minutes of rest from `deviceAt`; null where it is no rest. */
  restMinutes: number | null;
  deviceAt: string;
}

/** What a crew says of its duty. Rest is want of staff that ends. @throws InputError */
export function parseDuty(body: Record<string, unknown>): Duty {
  const status = choice(['available', 'out-of-service'], body.status, 'status');
  const deviceAt = moment(body.deviceAt, 'deviceAt');
  if (status === 'available') return { status, reason: null, restMinutes: null, deviceAt };
  const reason = choice(OUT_OF_SERVICE_REASONS, body.reason, 'reason');
  if (body.restMinutes === undefined || body.restMinutes === null)
    return { status, reason, restMinutes: null, deviceAt };
  const restMinutes = count(body.restMinutes, 'restMinutes');
  if (restMinutes < 1 || restMinutes > MOST_REST)
    throw new InputError('restMinutes', `must be 1 to ${MOST_REST} minutes`);
  if (reason !== 'staffing') throw new InputError('reason', 'must be "staffing" for a rest');
  return { status, reason, restMinutes, deviceAt };
}

const MOST_REST = 720;

/** A vehicle's state as far as a desk sets it. */
export interface VehicleState {
  status: VehicleStatus;
  /** Null where it is in service. */
  outOfServiceReason: OutOfServiceReason | null;
}

/** What a desk says of a vehicle's state, and the state it saw. @throws InputError */
export function parseVehicleStatus(body: Record<string, unknown>): VehicleState & { seen: VehicleState } {
  const status = choice(['available', 'out-of-service'], body.status, 'status');
  const seen = object(body.seen, 'seen');
  return {
    status,
    outOfServiceReason:
      status === 'available' ? null : choice(OUT_OF_SERVICE_REASONS, body.outOfServiceReason, 'outOfServiceReason'),
    seen: {
      status: choice(VEHICLE_STATUSES, seen.status, 'seen/status'),
      outOfServiceReason:
        seen.outOfServiceReason === null || seen.outOfServiceReason === ''
          ? null
          : choice(OUT_OF_SERVICE_REASONS, seen.outOfServiceReason, 'seen/outOfServiceReason')
    }
  };
}

/** Where a desk says a vehicle is; `place` null: at its base. @throws InputError */
export function parseVehiclePlace(body: Record<string, unknown>): {
  place: { lon: number; lat: number } | null;
  deviceAt: string;
} {
  const place = body.place === null ? null : position(object(body.place, 'place'));
  return { place, deviceAt: moment(body.deviceAt, 'deviceAt') };
}

export interface NewAllocation {
  requesterFacilityId: FacilityId;
  lines: { medicineId: MedicineId; wantedDoses: number }[];
  draft: boolean;
}

/** @throws InputError */
export function parseNewAllocation(input: unknown): NewAllocation {
  const raw = object(input, 'allocation');
  only(raw, ['requesterFacilityId', 'lines', 'draft'], 'allocation');
  const lines = list(raw.lines, 'lines', LINES).map((each, i) => {
    const line = object(each, `lines[${i}]`);
    only(line, ['medicineId', 'wantedDoses'], `lines[${i}]`);
    const medicineId = text(line.medicineId, `lines[${i}]`, KEY) as MedicineId;
    return { medicineId, wantedDoses: positive(count(line.wantedDoses, `line/${medicineId}`), `line/${medicineId}`) };
  });
  requireLines(lines);
  return {
    requesterFacilityId: text(raw.requesterFacilityId, 'requesterFacilityId', KEY) as FacilityId,
    lines,
    draft: raw.draft === undefined ? false : flag(raw.draft, 'draft')
  };
}

export interface Approval {
  sourceKind: 'facility' | 'supplier';
  sourceId: string;
  /** Whole doses by medicine; one that is not named is approved as it was wanted. */
  doses: Map<string, number>;
  /** Empty where none is given. */
  reason: string;
}

/** @throws InputError */
export function parseApproval(body: Record<string, unknown>): Approval {
  return {
    sourceKind: choice(['facility', 'supplier'], body.sourceKind, 'sourceKind'),
    sourceId: text(body.sourceId, 'sourceId', KEY),
    doses: new Map(
      medicineLines(body.lines ?? [], ['approvedDoses']).map(({ medicineId, item, line }) => [
        medicineId,
        count(line.approvedDoses, item)
      ])
    ),
    reason: maybeText(body.reason, 'reason', REASON).trim()
  };
}

/** What came of one medicine. */
export interface Receipt {
  doses: number;
  /** Lot by lot; null where only the doses in all were counted. */
  lots: StockLot[] | null;
  /** Why it differs from what was shipped; empty where nothing is said. */
  reason: string;
}

/** What came, by medicine: its lots, or its doses in all. @throws InputError */
export function parseReceived(body: Record<string, unknown>): Map<string, Receipt> {
  const lines = medicineLines(body.lines, ['receivedDoses', 'lots', 'reason']);
  return new Map(
    lines.map(({ medicineId, item, line }): [string, Receipt] => {
      const reason = maybeText(line.reason, item, REASON).trim();
      if (line.lots === undefined) return [medicineId, { doses: number(line.receivedDoses, item), lots: null, reason }];
      const lots = parseLots(line.lots, item);
      return [medicineId, { doses: sumOf(lots), lots, reason }];
    })
  );
}

/** Lots that a supplier gives, by medicine; a facility's are picked from its stock. @throws InputError */
export function parsePickedLots(body: Record<string, unknown>): Map<string, StockLot[]> {
  return new Map(
    medicineLines(body.lines ?? [], ['lots']).map(({ medicineId, item, line }) => [
      medicineId,
      parseLots(line.lots, item)
    ])
  );
}

const LINES = 200;

/** Lines about one medicine each, none named twice. */
function medicineLines(input: unknown, fields: readonly string[]) {
  const seen = new Set<string>();
  return list(input, 'lines', LINES).map((each, i) => {
    const line = object(each, `lines[${i}]`);
    only(line, ['medicineId', ...fields], `lines[${i}]`);
    const medicineId = text(line.medicineId, `lines[${i}]`, KEY);
    const item = `line/${medicineId}`;
    if (seen.has(medicineId)) throw new InputError(item, 'stands twice');
    seen.add(medicineId);
    return { medicineId, item, line };
  });
}

function parseLots(input: unknown, item: string): StockLot[] {
  return list(input, item, 100).map((lot, n) => parseLot(lot, `${item}/lot ${n + 1}`));
}

function positive(value: number, item: string): number {
  if (value === 0) throw new InputError(item, 'must be more than 0');
  return value;
}

function requireLines(lines: readonly { medicineId: string }[]): void {
  if (lines.length === 0) throw new InputError('lines', 'name at least one medicine');
  const twice = lines.find(({ medicineId }, i) => lines.findIndex((each) => each.medicineId === medicineId) < i);
  if (twice) throw new InputError(`line/${twice.medicineId}`, 'stands twice');
}

export interface Fix {
  vehicleId: VehicleId;
  /** WGS84 degrees. */
  lon: number;
  lat: number;
  /** ISO date-time of the device. */
  deviceAt: string;
  /** Grows with every fix of a device; tells two of one moment apart. */
  seq: number;
}

/** Where a device says a vehicle is. @throws InputError */
export function parseFix(body: Record<string, unknown>): Fix {
  return {
    vehicleId: text(body.vehicleId, 'vehicleId', KEY) as VehicleId,
    ...position(body),
    deviceAt: moment(body.deviceAt, 'deviceAt'),
    seq: count(body.seq, 'seq')
  };
}

/** Whether a fix is newer than what is held; the same fix again is not. */
export function isNewerFix(
  fix: Pick<Fix, 'deviceAt' | 'seq'>,
  held: { positionAt: string | null; positionSeq: number }
): boolean {
  const heldAt = held.positionAt ? Date.parse(held.positionAt) : NaN;
  const at = Date.parse(fix.deviceAt);
  return Number.isNaN(heldAt) || at > heldAt || (at === heldAt && fix.seq > held.positionSeq);
}
