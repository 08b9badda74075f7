import { caseStory, type CaseEvent, type CaseStanding } from '../core/operations/case-history';
import type { VehicleState } from '../core/operations/parse-acts';
import type { Personal } from '../core/operations/personal';
import { fetchHistory, followOperations, keyOfMade, readPersonal, sendCommand } from '../store/operations';
import { newKey, refusalOf } from '../store/queue';
import { keepOperations, readOperations } from '../store/snapshot';
import { connection } from '../state/connection.svelte';
import { operations } from '../state/operations.svelte';
import type { CommandRefusal } from '../state/queue.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { giveAndWait, hearAnswer, type Acted } from './queue';
import { theClient } from './the-client';

export { vehicleOfPath } from '../core/operations/predict-vehicle';
export type { Acted };

const ROOT = '/api/greenlane';
const KEEP_EVERY_MS = 10_000;
let followers = 0;
let stop: (() => void) | null = null;

/**
 * Follows the operations of the open area for as long as a screen shows them; several screens share one stream. Without a
 * line the cases last kept on this device stand. @returns what ends it.
 */
export function keepCases(): () => void {
  followers += 1;
  if (followers === 1) stop = begin();
  return () => {
    followers -= 1;
    if (followers > 0) return;
    stop?.();
    stop = null;
  };
}

function begin(): () => void {
  const areaId = situation.real?.areaId;
  const userId = session.user?.id;
  if (!areaId || !userId) return () => undefined;
  let over = false;
  operations.setWord('catching-up');
  void readOperations(userId, areaId)
    .then((kept) => {
      if (!over && kept && operations.dataAt === null) operations.load(kept.records, kept.at);
    })
    .catch(() => undefined);
  const end = followOperations({
    client: theClient(),
    areaId,
    onlist: (records) => operations.load(records, Date.now()),
    onrecord: (collection, record) => operations.hear(collection, record),
    onword: (word) => operations.setWord(word),
    ontrouble: ({ code, params }) => operations.setFault({ code, params: { detail: '', ...params } })
  });
  let keptRecords: unknown = null;
  const keeping = setInterval(() => {
    const { held: records, dataAt: at, word } = operations;
    if (word !== 'live' || at === null || records === keptRecords) return;
    keptRecords = records;
    void keepOperations({ userId, areaId, records, at: Date.now() }).catch(() => undefined);
  }, KEEP_EVERY_MS);
  return () => {
    over = true;
    clearInterval(keeping);
    void end();
    operations.forget();
  };
}

export interface NewReferralInput {
  originFacilityId: string | null;
  villageId: string | null;
  lon: number | null;
  lat: number | null;
  targetFacilityId: string;
  /** What this screen advises; null where it knows none. */
  advisedFacilityId: string | null;
  greenChannel: boolean;
  vehicleNeeds: readonly string[];
  grade: string;
  severeDisease: boolean;
  aged: boolean;
  stable: boolean;
  dialysis: boolean;
}
export interface OverrideInput {
  name: string;
  reason: string;
}

/** What an act says beside its verb: reason, signatures, target, override, reason out of service. */
export type Said = Record<string, unknown> & { override?: OverrideInput };

/** Asks a facility to take a case. `id` is the case's; null where the device can form none and no answer has told it. */
export async function requestReferral(
  referral: NewReferralInput,
  said: Said = {}
): Promise<Acted & { id: string | null }> {
  const key = newKey();
  const id = await keyOfMade('r', key);
  const acted = await act('request', `${ROOT}/referrals`, { referral, ...said }, { key, ...(id ? { makes: id } : {}) });
  return { ...acted, id: id ?? (acted.kind === 'done' ? madeBy(acted.answer) : null) };
}

function madeBy(answer: unknown): string | null {
  const { referral } = (answer ?? {}) as { referral?: { key?: string } };
  return referral?.key ?? null;
}

/** Sends a vehicle for a case, its crew notified in the same act. */
export async function assignVehicle(
  referralId: string,
  vehicleId: string,
  said: Said & { pooled?: boolean } = {}
): Promise<Acted> {
  const vehicle = situation.real?.vehicles.get(vehicleId);
  if (!vehicle) return { kind: 'refused', refusal: unknown('vehicleId') };
  const key = newKey();
  const makes = await keyOfMade('a', key);
  const body = { referralId, vehicleId, vehicleVersion: vehicle.version, dispatch: true, ...said };
  return act('reserve', `${ROOT}/assignments`, body, {
    key,
    ...(makes ? { makes } : {}),
    seen: { vehicleId, status: vehicle.status }
  });
}

/** An act on a case, at the version that this screen holds. */
export async function actOnCase(referralId: string, verb: string, said: Said = {}): Promise<Acted> {
  const referral = operations.caseOf(referralId);
  if (!referral) return { kind: 'refused', refusal: unknown('referralId') };
  const { state, targetFacilityId, assignmentId, version } = referral;
  const path = `${ROOT}/referrals/${encodeURIComponent(referralId)}/${verb}`;
  return act(verb, path, { version, ...said }, { seen: { state, targetFacilityId, assignmentId } });
}

/** An act on a vehicle that was sent; the device's own time goes along. */
export async function actOnAssignment(assignmentId: string, verb: string, said: Said = {}): Promise<Acted> {
  const assignment = operations.records.assignments.get(assignmentId);
  if (!assignment) return { kind: 'refused', refusal: unknown('assignmentId') };
  const path = `${ROOT}/assignments/${encodeURIComponent(assignmentId)}/${verb}`;
  const deviceAt = new Date().toISOString();
  return act(verb, path, { deviceAt, ...said }, { seen: { state: assignment.state, vehicleId: assignment.vehicleId } });
}

/**
 * Tells all desks whether a vehicle can go, or where it is, by way of the queue. The state that was seen goes along: what
 * another desk has set meanwhile is not overwritten unseen.
 */
export function setVehicleStatus(vehicleId: string, state: VehicleState): Promise<Acted> {
  const vehicle = vehicleNow(vehicleId);
  if (!vehicle) return Promise.resolve({ kind: 'refused', refusal: unknown('vehicleId') });
  const { status, outOfServiceReason } = vehicle;
  const body = { vehicleId, ...state, seen: { status, outOfServiceReason } };
  const verb = state.status === 'available' ? 'in-service' : 'out-of-service';
  return act(verb, vehiclePath(vehicleId, 'status'), body, { seen: { status } });
}

/** The same of where it is; null: at its base. */
export function setVehiclePlace(vehicleId: string, place: { lon: number; lat: number } | null): Promise<Acted> {
  if (!vehicleNow(vehicleId)) return Promise.resolve({ kind: 'refused', refusal: unknown('vehicleId') });
  const deviceAt = new Date(connection.serverNow).toISOString();
  const verb = place ? 'at-place' : 'at-base';
  return act(verb, vehiclePath(vehicleId, 'place'), { vehicleId, place, deviceAt }, {});
}

const vehiclePath = (id: string, verb: string) => `${ROOT}/vehicles/${encodeURIComponent(id)}/${verb}`;

function vehicleNow(id: string) {
  const vehicle = situation.real?.vehicles.get(id);
  return vehicle && operations.vehicleOf(vehicle);
}

async function act(
  verb: string,
  path: string,
  body: Record<string, unknown>,
  more: { key?: string; makes?: string; seen?: Record<string, unknown> }
): Promise<Acted> {
  const areaId = situation.real?.areaId;
  if (!areaId) return { kind: 'refused', refusal: unknown('area') };
  return giveAndWait({ areaId, verb, path, body, ...more });
}

function unknown(item: string) {
  return { code: 'not-allowed', reason: 'unknown_reference', item, detail: '', at: Date.now() };
}

/** Who the patient is, asked of the server, which writes down who asked. Nothing of it is kept. @throws Trouble */
export async function readPatient(referralId: string): Promise<Personal> {
  return readPersonal(theClient(), situation.real!.areaId, referralId);
}

/**
 * Tells the server who the patient is, by its own route and never by the queue: nothing personal is kept on the device.
 *
 * @returns why it was not taken, code `network` while there is no line; null once it is.
 */
export async function writePatient(referralId: string, personal: Personal): Promise<CommandRefusal | null> {
  const path = `${ROOT}/referrals/${encodeURIComponent(referralId)}/personal`;
  try {
    const areaId = situation.real!.areaId;
    hearAnswer(await sendCommand(theClient(), { path, areaId, key: newKey(), body: { personal } }));
    return null;
  } catch (error) {
    return { ...refusalOf(error), at: Date.now() };
  }
}

/** What happened to a case, as the log has it, and how the case stood after each act. @throws Trouble */
export async function readStory(referralId: string): Promise<{ line: CaseEvent; then: CaseStanding }[]> {
  return caseStory(await fetchHistory(theClient(), situation.real!.areaId, referralId), referralId);
}
