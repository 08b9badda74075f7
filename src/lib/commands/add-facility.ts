import { BLANK_FACILITY } from '../core/model/blank-facility';
import { addFacility as adding } from '../core/change/add-facility';
import type { FacilityId, TownshipId } from '../core/model/ids';
import { FACILITY_COUNTS, type Capability, type Facility, type FacilityTier } from '../core/model/records';
import { situation } from '../state/situation.svelte';
import { perform } from './perform';

export interface NewFacility {
  name: string;
  tier: FacilityTier;
  capabilities: Capability[];
  lon: number;
  lat: number;
  townshipId: TownshipId;
}

/** Tries a new open site, as a plan only. @returns its id, null where no area is open. */
export async function addPlannedFacility(input: NewFacility): Promise<FacilityId | null> {
  const base = situation.plan;
  if (!base) return null;
  const id = `plan-${Date.now().toString(36)}` as FacilityId;
  const parent = [...base.facilities.values()].find(
    ({ tier, townshipId }) => tier === 'township-hospital' && townshipId === input.townshipId
  );
  const facility: Facility = {
    ...BLANK_FACILITY,
    id,
    origin: 'hand',
    unit: input.townshipId,
    names: { local: input.name },
    tier: input.tier,
    townshipId: input.townshipId,
    parentId: input.tier === 'village-clinic' ? (parent?.id ?? null) : null,
    allianceId: parent?.allianceId ?? null,
    lon: input.lon,
    lat: input.lat,
    capabilities: input.capabilities,
    unknown: [...FACILITY_COUNTS]
  };
  await perform(adding(base, { facility }), { real: false });
  return id;
}
