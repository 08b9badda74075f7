import type { CasePlace, CaseSite } from '$lib/commands/locate-case';
import type { Situation } from '$core/model/situation';
import { nameOf, number, t } from '$lib/i18n';

/** Name of a place; a point bears the name of the village it is near. */
export function placeName(facts: Situation, place: CasePlace): string {
  if (!('id' in place)) return t('dispatch-point', { lon: number(place.lon, 4), lat: number(place.lat, 4) });
  const record = facts[place.kind === 'village' ? 'villages' : 'facilities'].get(place.id);
  return record ? nameOf(record.names) : t('dispatch-place-gone');
}

export function siteName(site: CaseSite): string {
  if (site.facility) return nameOf(site.facility.names);
  if (site.at.id !== 'case' && site.village) return nameOf(site.village.names);
  return site.village ? t('dispatch-near', { name: nameOf(site.village.names) }) : t('dispatch-picked-point');
}
