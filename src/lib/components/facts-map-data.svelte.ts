import { closureLines } from '$lib/commands/ask';
import { ruleNumber } from '$lib/commands/rule-number';
import { mapClosures, mapFacilities, mapSeats, mapVillages, villageMarks } from '$lib/map';
import type { MapData, MapFlag, MapRoute, MapShortage, MapSupplier, MapVehicle } from '$lib/map';
import type { CareLevel } from '$core/model/situation';
import { results } from '$lib/state/results.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';
import { createAnswer } from './answer.svelte';

export interface FactsMapOptions {
  careLevel: () => CareLevel;
  vehicles?: () => readonly MapVehicle[];
  routes?: () => readonly MapRoute[];
  shortages?: () => readonly MapShortage[];
  flags?: () => readonly MapFlag[];
  suppliers?: () => readonly MapSupplier[];
}

/** The facts as all desks know them, for the map; planned changes are left aside. Call it while a component is set up. */
export function createFactsMapData(options: FactsMapOptions): { readonly current: MapData } {
  // The engine finds a closure's lines once it has taken the change, so they are asked for with each of its answers.
  const lines = createAnswer(() =>
    results.baseline && situation.real?.closures.size ? closureLines({ facts: true }) : undefined
  );
  const villages = $derived(
    situation.real ? mapVillages(situation.real.villages.values(), situation.real.townships.values()) : []
  );
  const seats = $derived(situation.real ? mapSeats(situation.real.townships.values()) : []);
  const facilities = $derived(situation.real ? mapFacilities(situation.real.facilities.values()) : []);
  const marks = $derived(villageMarks(villages, results.baseline, results.baseline, options.careLevel()));
  const closures = $derived(
    situation.real ? mapClosures(situation.real.closures.values(), lines.current ?? [], () => false) : []
  );
  const current = $derived<MapData>({
    villages,
    marks,
    facilities,
    seats,
    suppliers: options.suppliers?.() ?? [],
    vehicles: options.vehicles?.() ?? [],
    closures,
    routes: options.routes?.() ?? [],
    shortages: options.shortages?.() ?? [],
    candidates: [],
    flags: options.flags?.() ?? [],
    thresholds: settings.thresholds,
    farMinutes: ruleNumber('remote-minutes')
  });

  return {
    get current() {
      return current;
    }
  };
}
