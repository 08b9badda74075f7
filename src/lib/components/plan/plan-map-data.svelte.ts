import type { Vehicle } from '$core/model/records';
import { closureLines } from '$lib/commands/ask';
import { ruleNumber } from '$lib/commands/rule-number';
import { readyTest } from '$lib/commands/vehicle-states';
import { createAnswer } from '$lib/components/answer.svelte';
import {
  mapClosures,
  mapFacilities,
  mapSeats,
  mapShortages,
  mapSuppliers,
  mapVehicles,
  mapVillages,
  villageMarks
} from '$lib/map';
import type { MapCandidate, MapData, MapRoute, Position } from '$lib/map';
import { clock } from '$lib/state/clock.svelte';
import { results } from '$lib/state/results.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';
import { planUi } from './plan-ui.svelte';

/** What Plan draws: the trial where there is one, vehicles where they were last seen, at their bases while those
 * are being moved. Call it while a component is set up. */
export function createPlanMapData(): { readonly current: MapData } {
  // The engine finds a closure's lines once it has taken the change, so they are asked for with each of its answers.
  const lines = createAnswer(() => (results.plan && situation.plan?.closures.size ? closureLines() : undefined));
  const villages = $derived(
    situation.plan ? mapVillages(situation.plan.villages.values(), situation.plan.townships.values()) : []
  );
  const seats = $derived(situation.plan ? mapSeats(situation.plan.townships.values()) : []);
  const facilities = $derived(situation.plan ? mapFacilities(situation.plan.facilities.values()) : []);
  const suppliers = $derived(situation.plan ? mapSuppliers(situation.plan.suppliers.values()) : []);
  const minute = $derived(Math.floor(clock.now / 60_000));
  /** A base on trial elsewhere is what there is to see of the vehicle. */
  const moved = ({ id, lon, lat }: Vehicle) => {
    const real = situation.real?.vehicles.get(id);
    return !real || real.lon !== lon || real.lat !== lat;
  };
  const vehicles = $derived(
    situation.plan
      ? mapVehicles(situation.plan.vehicles.values(), {
          ready: readyTest(situation.plan, minute * 60_000),
          atBase: (vehicle) => planUi.tool === 'base' || moved(vehicle)
        })
      : []
  );
  const marks = $derived(villageMarks(villages, results.plan, results.baseline, settings.careLevel));
  const closures = $derived.by(() => {
    const { plan, real } = situation;
    if (!plan || !real) return [];
    return mapClosures(
      plan.closures.values(),
      lines.current ?? [],
      (id) => real.closures.get(id) !== plan.closures.get(id)
    );
  });
  const shortages = $derived(results.plan ? mapShortages(results.plan.medicines) : []);
  const candidates = $derived<MapCandidate[]>(
    planUi.reserve?.plan.sites.map(({ candidateId, lon, lat, existing, vehicles: stationed }) => ({
      id: candidateId,
      lon,
      lat,
      existing,
      vehicles: stationed,
      outdated: planUi.reserveOutdated
    })) ?? []
  );
  const routes = $derived<readonly MapRoute[]>(
    planUi.catchments ? [...catchmentLines(), ...planUi.routes] : planUi.routes
  );
  const current = $derived<MapData>({
    villages,
    marks,
    facilities,
    seats,
    suppliers,
    vehicles,
    closures,
    routes,
    shortages,
    candidates,
    flags: [],
    surface: planUi.surface,
    thresholds: settings.thresholds,
    farMinutes: ruleNumber('remote-minutes')
  });

  return {
    get current() {
      return current;
    }
  };
}

/** A straight line from each village to the site it falls to. */
function catchmentLines(): MapRoute[] {
  const { plan } = situation;
  if (!plan || !results.plan) return [];
  return results.plan.villages.flatMap(({ villageId, reach }) => {
    const { facilityId } = reach[settings.careLevel];
    const village = plan.villages.get(villageId);
    const site = facilityId ? plan.facilities.get(facilityId) : undefined;
    if (!village || !site || village.lon === null || village.lat === null || site.lon === null || site.lat === null) {
      return [];
    }
    const coordinates: Position[] = [
      [village.lon, village.lat],
      [site.lon, site.lat]
    ];
    return [{ id: `catchment-${villageId}`, kind: 'catchment', coordinates }];
  });
}
