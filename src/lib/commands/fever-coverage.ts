import { feverCoverage, type FeverCoverage } from '../core/equipment/assess-equipment';
import { withinUnit } from '../core/evaluate/within-unit';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';

export type { FeverCoverage };

/**
 * Fever clinics that should be, are set up and are open: the whole area first, then each township that should have one;
 * of the own township alone for who is shown no other. Empty before an area is open.
 */
export function feverClinicCoverage(): FeverCoverage[] {
  if (!situation.real) return [];
  const unit = session.onlyUnit;
  const shown = unit === null ? situation.real : withinUnit(situation.real, unit);
  return feverCoverage(shown.facilities.values());
}
