/**
 * What the link of a vehicle is shown of the cases that the vehicle is on: where from, where to, whom to call, what to
 * bring. Nothing of who the patient is, how ill, or of any other case.
 */
import type {
  Assignment,
  Capability,
  ExpectedMinutes,
  Facility,
  Names,
  OutOfServiceReason,
  Referral,
  Township,
  VehicleStatus,
  Village
} from '../model/records';
import { numberRule, type RulePack } from '../rules/rule-pack';
import type { LiaisonPerson } from '../duty/liaison';
import { CLOCKS, SPAN_LIMITS, type Clocks, type SpanName } from './clocks';
import type { AssignmentState, ReferralState } from './states';

/** Somebody to be called; a site by its names, a person by the own. */
export interface DriveCall {
  names: Names | null;
  person: string;
  telephone: string;
}

export interface DriveStop {
  /** Key of the facility or village; empty for a bare point. */
  id: string;
  /** Of the facility or village at the stop or, where `near`, beside it; null where there is none. */
  names: Names | null;
  near: boolean;
  /** WGS84 degrees; null where no position is on record. */
  lon: number | null;
  lat: number | null;
  calls: DriveCall[];
}

export interface DriveOrder extends Clocks {
  assignmentId: string;
  referralId: string;
  state: AssignmentState;
  referralState: ReferralState;
  /** The patient lies; else sits. */
  lying: boolean;
  /** What must be aboard beside the stretcher. */
  needs: Capability[];
  pickUp: DriveStop;
  target: DriveStop;
  expected: ExpectedMinutes | null;
}

/** All that a link is shown. Moments are ISO date-times. */
export interface DriveView {
  now: string;
  link: { area: string; vehicleId: string; callSign: string; expiresAt: string; restUntil: string | null };
  vehicle: {
    status: VehicleStatus;
    outOfServiceReason: OutOfServiceReason | null;
    positionAt: string | null;
    capabilities: Capability[];
    /** The base; WGS84 degrees. */
    baseName: string;
    lon: number;
    lat: number;
  };
  limits: DriveLimits;
  orders: DriveOrder[];
  desk: DriveCall[];
}

/** Looks records of the area up; null where there is none. */
export interface DriveFacts {
  facility(id: string | null): Facility | null;
  village(id: string | null): Village | null;
  township(id: string | null): Township | null;
  /** People of the post that links a site. */
  liaison(facilityId: string): LiaisonPerson[];
}

/** Most numbers beside one stop: more are none at 3 a.m. */
const MOST_CALLS = 2;

export function driveOrder(assignment: Assignment, referral: Referral, facts: DriveFacts): DriveOrder {
  const clocks = {} as Clocks;
  for (const name of CLOCKS) clocks[name] = assignment[name];
  return {
    ...clocks,
    assignmentId: assignment.id,
    referralId: referral.id,
    state: assignment.state,
    referralState: referral.state,
    lying: referral.vehicleNeeds.includes('stretcher'),
    needs: referral.vehicleNeeds.filter((need) => need !== 'stretcher'),
    pickUp: pickUpOf(referral, facts),
    target: siteStop(facts.facility(referral.targetFacilityId), facts),
    expected: assignment.expected
  };
}

function pickUpOf({ originFacilityId, villageId, lon, lat }: Referral, facts: DriveFacts): DriveStop {
  const origin = facts.facility(originFacilityId);
  const village = facts.village(villageId);
  const stop = origin ? siteStop(origin, facts) : villageStop(village, facts);
  return lon === null ? stop : { ...stop, id: '', near: true, lon, lat };
}

function siteStop(site: Facility | null, facts: DriveFacts): DriveStop {
  if (!site) return NOWHERE;
  return { id: site.id, names: site.names, near: false, lon: site.lon, lat: site.lat, calls: callsOf(site, facts) };
}

/** A village is called through the hospital of its township. */
function villageStop(village: Village | null, facts: DriveFacts): DriveStop {
  if (!village) return NOWHERE;
  const seat = facts.facility(facts.township(village.townshipId)?.seatFacilityId ?? null);
  const { id, names, lon, lat } = village;
  return { id, names, near: false, lon, lat, calls: seat ? callsOf(seat, facts) : [] };
}

const NOWHERE: DriveStop = { id: '', names: null, near: false, lon: null, lat: null, calls: [] };

function callsOf(site: Facility, facts: DriveFacts): DriveCall[] {
  const own = { names: site.names, person: '', telephone: site.telephone };
  const people = facts.liaison(site.id).map(({ name, telephone }) => ({ names: site.names, person: name, telephone }));
  return [own, ...people].filter(({ telephone }) => telephone.trim() !== '').slice(0, MOST_CALLS);
}

/** Spans that a crew can keep, with their limits in minutes. */
export type DriveLimits = Record<(typeof DRIVE_SPANS)[number], number>;
export const DRIVE_SPANS = ['turnout', 'travel', 'scene', 'transport', 'hand-over'] as const satisfies SpanName[];

export function driveLimits(pack: RulePack): DriveLimits {
  const limits = {} as DriveLimits;
  for (const name of DRIVE_SPANS) limits[name] = numberRule(pack, SPAN_LIMITS[name]);
  return limits;
}
