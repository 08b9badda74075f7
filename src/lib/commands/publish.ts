import { editRecord } from '../core/change/edit-record';
import type { FacilityId, VillageId } from '../core/model/ids';
import type { Facility } from '../core/model/records';
import type { Reach, VillageResult } from '../core/model/results';
import { feverSites, type FeverSite } from '../core/publish/fever-clinics';
import { villageCard, type VillageCard } from '../core/publish/village-card';
import { activeRulePack } from '../core/rules/active-rule-pack';
import { results } from '../state/results.svelte';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

export { feverFeatures } from '../core/publish/fever-features';
export { writeFeverPage, type FeverPageWords } from '../core/publish/write-fever-page';
export type { FeverSite, VillageCard };

/** Cards of villages in the order given, of the facts; none before an area is open. */
export function villageCards(
  shown: readonly VillageResult[],
  fever: readonly { villageId: VillageId; reach: Reach }[]
): VillageCard[] {
  const [facts, figures] = [situation.real, results.baseline];
  if (!facts || !figures) return [];
  const pack = activeRulePack(facts, figures.settings.now);
  const ways = new Map(fever.map(({ villageId, reach }) => [villageId, reach]));
  return shown.flatMap((result) => {
    const way = ways.get(result.villageId);
    if (!way || !facts.villages.has(result.villageId)) return [];
    return [villageCard({ situation: facts, result, fever: way, pack })];
  });
}

/** Every site that should have or has a fever clinic; empty before an area is open. */
export const feverClinics = (): FeverSite[] => (situation.real ? feverSites(situation.real) : []);

/** What people are told of a site. */
export type SiteNotice = Pick<Facility, 'address' | 'telephone' | 'openingHours' | 'feverHours' | 'published'>;

/** Writes what people are told of a site, for all desks at once. @returns whether it stands. */
export async function saveSiteNotice(id: FacilityId, fields: Partial<SiteNotice>): Promise<boolean> {
  if (!situation.real) return false;
  const change = editRecord(situation.real, { collection: 'facilities', id, fields, verb: 'edit-site-notice' });
  return perform(change, { real: true });
}
