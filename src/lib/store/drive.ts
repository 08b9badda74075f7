/** The server as the link of a vehicle sees it. */
import { ClientResponseError } from 'pocketbase';
import * as v from 'valibot';
import { CAPABILITIES, OUT_OF_SERVICE_REASONS, VEHICLE_STATUSES } from '../core/model/records';
import { CLOCKS, type ClockName } from '../core/operations/clocks';
import { DRIVE_SPANS, type DriveView } from '../core/operations/drive-order';
import type { DriveFix } from '../core/operations/next-fix';
import { ASSIGNMENT_STATES, REFERRAL_STATES } from '../core/operations/states';
import { asTrouble, connectTo, type Client } from './client';

const ROOT = '/api/greenlane/drive';
const HEADER = 'X-Greenlane-Drive';
/** Longest that an answer is awaited. */
const ANSWER_MS = 15_000;

/** A client that signs with the secret of a link and with no account. */
export function connectDrive(token: string): Client {
  const client = connectTo('/', null);
  client.beforeSend = (url, options) => ({
    url,
    options: { ...options, headers: { ...options.headers, [HEADER]: token } }
  });
  return client;
}

/** Whose commands the client sends from the device's queue: those of one vehicle. */
export function sendAs(client: Client, keptAs: string): void {
  client.authStore.save('', { id: keptAs, collectionId: '', collectionName: '' });
}

const names = v.object({ local: v.string(), en: v.optional(v.string()), zh: v.optional(v.string()) });
const clock = v.nullable(v.string());
const call = v.object({ names: v.nullable(names), person: v.string(), telephone: v.string() });
const degrees = v.nullable(v.number());
const stop = v.object({
  id: v.string(),
  names: v.nullable(names),
  near: v.boolean(),
  lon: degrees,
  lat: degrees,
  calls: v.array(call)
});
const view = v.object({
  now: v.string(),
  link: v.object({
    area: v.string(),
    vehicleId: v.string(),
    callSign: v.string(),
    expiresAt: v.string(),
    restUntil: v.nullable(v.string())
  }),
  vehicle: v.object({
    status: v.picklist(VEHICLE_STATUSES),
    outOfServiceReason: v.nullable(v.picklist(OUT_OF_SERVICE_REASONS)),
    positionAt: v.nullable(v.string()),
    capabilities: v.array(v.picklist(CAPABILITIES)),
    baseName: v.string(),
    lon: v.number(),
    lat: v.number()
  }),
  limits: v.object(
    Object.fromEntries(DRIVE_SPANS.map((name) => [name, v.number()])) as Record<
      (typeof DRIVE_SPANS)[number],
      v.NumberSchema<undefined>
    >
  ),
  orders: v.array(
    v.object({
      ...(Object.fromEntries(CLOCKS.map((name) => [name, clock])) as Record<ClockName, typeof clock>),
      assignmentId: v.string(),
      referralId: v.string(),
      state: v.picklist(ASSIGNMENT_STATES),
      referralState: v.picklist(REFERRAL_STATES),
      lying: v.boolean(),
      needs: v.array(v.picklist(CAPABILITIES)),
      pickUp: stop,
      target: stop,
      expected: v.nullable(v.object({ toScene: degrees, toHospital: degrees }))
    })
  ),
  desk: v.array(call)
});

/** Why a link opens nothing. */
export type LinkFault = 'unknown' | 'ended' | 'expired';

/** Whether the server said that the link itself is worth nothing; null for every other failure. */
export function linkFaultOf(error: unknown): LinkFault | null {
  if (!(error instanceof ClientResponseError) || error.status !== 401) return null;
  const { data } = error.response as { data?: { link?: { code?: string } } };
  const code = data?.link?.code;
  return code === 'link_ended' ? 'ended' : code === 'link_expired' ? 'expired' : 'unknown';
}

/** @throws ClientResponseError as it came, ValiError */
export async function fetchDriveView(client: Client): Promise<DriveView> {
  return readDriveView(await client.send(`${ROOT}/order`, { method: 'GET', signal: AbortSignal.timeout(ANSWER_MS) }));
}

/** A view from the server or from this device. @throws ValiError */
export function readDriveView(raw: unknown): DriveView {
  return v.parse(view, raw);
}

/** The view that the answer to a command tells; null where it tells none. */
export function viewInAnswer(answer: unknown): DriveView | null {
  const { view: told, again } = (answer ?? {}) as { view?: unknown; again?: unknown };
  const read = v.safeParse(view, told);
  // The kept answer of a command sent twice is of then.
  return read.success && again !== true ? read.output : null;
}

const places = v.array(v.object({ id: v.string(), names, lon: v.number(), lat: v.number() }));
export type DrivePlaceRow = v.InferOutput<typeof places>[number];

/** Sites and villages near the vehicle and its stops. @throws ClientResponseError, ValiError */
export async function fetchDrivePlaces(client: Client): Promise<DrivePlaceRow[]> {
  const answer = await client.send<{ places: unknown }>(`${ROOT}/places`, { method: 'GET' });
  return readDrivePlaces(answer.places);
}
export function readDrivePlaces(raw: unknown): DrivePlaceRow[] {
  return v.parse(places, raw);
}

/** Tells a fix; whether it was newer than what the server held. @throws ClientResponseError */
export async function sendFix(client: Client, fix: DriveFix): Promise<{ kept: boolean; positionAt: string }> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return client.send(`${ROOT}/positions`, { method: 'POST', body: fix, signal });
}

const link = v.object({
  openedAt: v.string(),
  expiresAt: v.string(),
  byName: v.string(),
  seenAt: v.string(),
  restUntil: v.string()
});
export type DriverLink = v.InferOutput<typeof link>;
const LINKS = '/api/greenlane/driver-links';

/** The open link of a vehicle, as the desk sees it; null without one. @throws Trouble */
export async function fetchDriverLink(client: Client, areaId: string, vehicleId: string): Promise<DriverLink | null> {
  return forDesk(client, 'GET', `${LINKS}/${encodeURIComponent(vehicleId)}?area=${encodeURIComponent(areaId)}`);
}

/** Makes a link; the one before it ends. The secret is told this once. @throws Trouble */
export async function makeDriverLink(
  client: Client,
  body: { area: string; vehicleId: string; hours: number }
): Promise<{ token: string; link: DriverLink }> {
  try {
    return v.parse(v.object({ token: v.string(), link }), await client.send(LINKS, { method: 'POST', body }));
  } catch (error) {
    throw asTrouble(error);
  }
}

/** @throws Trouble */
export async function withdrawDriverLink(client: Client, areaId: string, vehicleId: string): Promise<void> {
  await forDesk(client, 'DELETE', `${LINKS}/${encodeURIComponent(vehicleId)}?area=${encodeURIComponent(areaId)}`);
}

async function forDesk(client: Client, method: string, path: string): Promise<DriverLink | null> {
  try {
    return v.parse(v.object({ link: v.nullable(link) }), await client.send(path, { method })).link;
  } catch (error) {
    throw asTrouble(error);
  }
}
