import { fetchDriverLink, makeDriverLink, withdrawDriverLink, type DriverLink } from '../store/drive';
import { situation } from '../state/situation.svelte';
import { theClient } from './the-client';

export type { DriverLink };

/** The open link of a vehicle; null without one. @throws Trouble */
export async function readLink(vehicleId: string): Promise<DriverLink | null> {
  return fetchDriverLink(theClient(), situation.real!.areaId, vehicleId);
}

/** Makes a link that ends after `hours`; the one before it ends now. The address is told this once. @throws Trouble */
export async function makeLink(vehicleId: string, hours: number): Promise<{ address: string; link: DriverLink }> {
  const { token, link } = await makeDriverLink(theClient(), { area: situation.real!.areaId, vehicleId, hours });
  // Behind the hash sign: no server, log or referrer is ever told it.
  return { address: `${location.origin}/drive#${token}`, link };
}

/** @throws Trouble */
export async function withdrawLink(vehicleId: string): Promise<void> {
  await withdrawDriverLink(theClient(), situation.real!.areaId, vehicleId);
}
