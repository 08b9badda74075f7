import { namesOf, pointOf, type ExportFeature } from '../export/map-features';
import type { FeverSite } from './fever-clinics';

/** Fever clinics of the public list as features: what is posted, and nothing of how the office judges them. */
export function feverFeatures(sites: readonly FeverSite[]): ExportFeature[] {
  return sites
    .filter(({ listed }) => listed)
    .map(({ facility, township }) => ({
      layer: 'facilities',
      id: facility.id,
      style: `facility-${facility.tier}`,
      geometry: pointOf(facility),
      properties: {
        ...namesOf(facility.names),
        ...namesOf(township ?? undefined, 'township'),
        address: facility.address,
        telephone: facility.telephone,
        hours: facility.feverHours,
        open_24h: facility.open24h
      }
    }));
}
