import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { Vehicle } from '../../src/lib/core/model/records';
import type { Locale } from './app';
import { openScreen, type Screen } from './browser';
import { AREA, type Facts } from './facts';

/** A dispatcher at the API of a running server. */
export interface Desk {
  url: string;
  token: string;
  facts: Facts;
}

async function ask(desk: Desk, method: string, path: string, body?: Record<string, unknown>) {
  const answer = await fetch(`${desk.url}${path}`, {
    method,
    headers: { authorization: desk.token, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null
  });
  const told = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${told}`);
  return JSON.parse(told);
}

export const command = (desk: Desk, path: string, body: Record<string, unknown>) =>
  ask(desk, 'POST', `/api/greenlane/${path}`, { area: AREA, key: randomUUID(), ...body });

/** Address of a new link of a vehicle. */
export async function linkOf(desk: Desk, vehicleId: string): Promise<string> {
  return `${desk.url}/drive#${(await command(desk, 'driver-links', { vehicleId, hours: 8 })).token}`;
}

/** Ambulances of the sample that can be sent with a lying patient. */
export function freeAmbulances({ situation }: Facts): Vehicle[] {
  const onDuty = [...situation.crews.values()].filter((crew) => crew.onDuty).map(({ vehicleId }) => vehicleId);
  return [...situation.vehicles.values()].filter(
    ({ id, status, capabilities, kind }) =>
      status === 'available' && kind === 'ambulance' && onDuty.includes(id) && capabilities.includes('stretcher')
  );
}

/** Sends a vehicle for a case of a village, its crew notified; ids of both. */
export async function sendOrder(
  desk: Desk,
  vehicleId: string,
  nth: number,
  vehicleNeeds: readonly string[] = ['stretcher']
): Promise<{ referral: string; assignment: string }> {
  const { villages, facilities } = desk.facts.situation;
  const village = [...villages.values()].filter(({ lon }) => lon !== null)[nth];
  const target = [...facilities.values()].find(
    ({ tier, open, capabilities }) => tier === 'designated' && open && capabilities.includes('icu')
  )!;
  const patient = { grade: 'ordinary', severeDisease: false, aged: false, stable: true, dialysis: false };
  const { referral } = await command(desk, 'referrals', {
    referral: { villageId: village.id, targetFacilityId: target.id, vehicleNeeds, ...patient }
  });
  await command(desk, `referrals/${referral.key}/accept`, { version: referral.version });
  const filter = encodeURIComponent(`area="${AREA}" && key="${vehicleId}"`);
  const { items } = await ask(desk, 'GET', `/api/collections/vehicles/records?filter=${filter}`);
  const { assignment } = await command(desk, 'assignments', {
    vehicleId,
    vehicleVersion: items[0].version,
    referralId: referral.key,
    dispatch: true,
    expected: { toScene: 26, toHospital: 77 }
  });
  return { referral: referral.key, assignment: assignment.key };
}

export interface PhoneOptions {
  language?: Locale;
  theme?: 'dark' | 'light';
  /** Where the phone is; it tells where the page asks. */
  at?: { longitude: number; latitude: number };
  sharp?: boolean;
}

/** The driver's page on a phone of its own. */
export async function openPhone(
  browser: Browser,
  address: string,
  { language = 'en', theme = 'dark', at, sharp = false }: PhoneOptions = {}
): Promise<Screen> {
  const screen = await openScreen(browser, {
    map: false,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: sharp ? 2 : 1,
    hasTouch: true,
    locale: language,
    colorScheme: theme,
    timezoneId: 'UTC',
    ...(at ? { permissions: ['geolocation'], geolocation: at } : {})
  });
  await screen.page.goto(address);
  return screen;
}
