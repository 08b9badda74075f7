import type { FacilityId } from '../core/model/ids';
import { dropDraft as drop, keepDraft as keep, readDrafts, type KeptDraft } from '../store/report-drafts';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';

/** A half-filled report of a site, kept on this device for the account until it is sent. */
export type SiteDraft = Pick<KeptDraft, 'day' | 'overrides' | 'replaces'>;

/** Half-filled reports of a site, of any day; none where the browser keeps nothing. */
export async function draftsOf(facilityId: FacilityId): Promise<SiteDraft[]> {
  const site = siteOf(facilityId);
  return site ? readDrafts(site).catch(() => []) : [];
}

export async function keepDraft(facilityId: FacilityId, draft: SiteDraft): Promise<void> {
  const site = siteOf(facilityId);
  if (site) await keep({ ...site, ...draft }).catch(() => undefined);
}

export async function dropDraft(facilityId: FacilityId, day: string): Promise<void> {
  const site = siteOf(facilityId);
  if (site) await drop({ ...site, day }).catch(() => undefined);
}

function siteOf(facilityId: FacilityId) {
  const userId = session.user?.id;
  const areaId = situation.real?.areaId;
  return userId !== undefined && areaId !== undefined ? { userId, areaId, facilityId } : null;
}
