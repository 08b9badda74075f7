import type { Capability, Vehicle } from '$core/model/records';
import type { RankedVehicle } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import { ruleNumber } from '$lib/commands/rule-number';
import { persons, phrase, t, villages } from '$lib/i18n';
import { session } from '$lib/state/session.svelte';
import { settings } from '$lib/state/settings.svelte';
import type { StatusShape } from '../status-shape';

export interface OfferReason {
  shape: StatusShape;
  text: string;
  /** Takes the whole line. */
  wide?: boolean;
}

/** Why this vehicle may go, what speaks against it, and what its absence costs, in that order. */
export function offerReasons(input: {
  facts: Situation;
  vehicle: Vehicle;
  ranked: RankedVehicle;
  needs: readonly Capability[];
}): OfferReason[] {
  const { facts, vehicle, ranked, needs } = input;
  return [
    capability(vehicle, needs),
    crew(facts, vehicle),
    ...ranked.notes.map((note): OfferReason => {
      // The base stands beside the call sign already.
      const text = note.code === 'vehicle-at-base' ? t('dispatch-at-base') : phrase(note);
      return { shape: note.code === 'vehicle-slow-to-ready' ? 'attention' : 'ready', text };
    }),
    roads(facts),
    // Vehicles of other townships, not shown to this person, may keep the cover.
    ...(session.onlyUnit === null ? [cover(ranked)] : [])
  ];
}

function capability(vehicle: Vehicle, needs: readonly Capability[]): OfferReason {
  const list = (codes: readonly Capability[]) =>
    codes.map((code) => t(`capability-${code}`)).join(t('dispatch-list-separator'));
  if (needs.length > 0) return { shape: 'ready', text: t('dispatch-meets', { list: list(needs) }) };
  if (vehicle.capabilities.length === 0) return { shape: 'low', text: t('dispatch-no-equipment') };
  return { shape: 'ready', text: t('dispatch-carries', { list: list(vehicle.capabilities) }) };
}

function crew({ crews }: Situation, { id }: Vehicle): OfferReason {
  const own = [...crews.values()].find(({ vehicleId, onDuty }) => vehicleId === id && onDuty);
  const complete = own !== undefined && own.attendant.trim() !== '';
  return complete
    ? { shape: 'ready', text: t('dispatch-crew-both') }
    : { shape: 'attention', text: t('dispatch-crew-driver') };
}

function roads({ closures }: Situation): OfferReason {
  const season = t(`season-${settings.season}`);
  return { shape: 'ready', text: t('dispatch-roads', { season, closures: closures.size }) };
}

function cover({ coverLost }: RankedVehicle): OfferReason {
  const limit = ruleNumber('reserve-minutes') ?? 0;
  if (coverLost.villages === 0) return { shape: 'ready', text: t('dispatch-cover-kept', { limit }), wide: true };
  const lost = { villages: villages(coverLost.villages), persons: persons(coverLost.persons), limit };
  return { shape: 'attention', text: t('dispatch-cover-lost', lost), wide: true };
}
