import type { Facility } from '../model/records';
import { FACILITY_TIERS } from '../model/records';
import type { CareLevel } from '../model/situation';

/** Whether a facility gives care of a level today: `isOfLevel`, open and with a position. */
export function givesCare(facility: Facility, level: CareLevel): boolean {
  const { open, lon, lat } = facility;
  return open && lon !== null && lat !== null && isOfLevel(facility, level);
}

/**
 * Whether a facility is of a level, open or not: of the tier or a higher one; for a severe case the designated tier with
 * intensive care and oxygen. Each level's sites are among those of the level below.
 */
export function isOfLevel({ tier, capabilities }: Facility, level: CareLevel): boolean {
  const rank = FACILITY_TIERS.indexOf(tier);
  switch (level) {
    case 'any':
      return true;
    case 'township':
      return rank >= FACILITY_TIERS.indexOf('township-hospital');
    case 'sub-designated':
      return rank >= FACILITY_TIERS.indexOf('sub-designated');
    case 'severe':
      return tier === 'designated' && capabilities.includes('icu') && capabilities.includes('oxygen');
    case 'seat':
      return false;
  }
}
