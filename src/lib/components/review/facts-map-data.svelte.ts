import { closureLines } from '$lib/commands/ask';
import { mapClosures, mapFacilities, mapVillages, villageMarks } from '$lib/map';
import type { MapData, MapFlag, MapShortage, MapVehicle, Position } from '$lib/map';
import type { CareLevel } from '$core/model/situation';
import { results } from '$lib/state/results.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';

type Lines = readonly { closureId: string; coordinates: Position[][] }[];

export interface FactsMapOptions {
  careLevel: () => CareLevel;
  vehicles?: () => readonly MapVehicle[];
  shortages: () => readonly MapShortage[];
  flags: () => readonly MapFlag[];
}

/** The facts as all desks know them, for the map; planned changes are left aside. Call it while a component is set up. */
export function createFactsMapData(options: FactsMapOptions): { readonly current: MapData } {
  let lines = $state.raw<Lines>([]);

  // The engine finds a closure's lines once it has taken the change, so they are asked for with each of its answers.
  $effect(() => {
    if (!results.baseline || !situation.real) return;
    if (situation.real.closures.size === 0) {
      lines = [];
      return;
    }
    let gone = false;
    closureLines().then(
      (next) => {
        if (!gone) lines = next;
      },
      () => undefined
    );
    return () => {
      gone = true;
    };
  });

  const villages = $derived(
    situation.real ? mapVillages(situation.real.villages.values(), situation.real.townships.values()) : []
  );
  const facilities = $derived(situation.real ? mapFacilities(situation.real.facilities.values()) : []);
  const marks = $derived(villageMarks(villages, results.baseline, results.baseline, options.careLevel()));
  const closures = $derived(situation.real ? mapClosures(situation.real.closures.values(), lines, () => false) : []);
  const current = $derived<MapData>({
    villages,
    marks,
    facilities,
    vehicles: options.vehicles?.() ?? [],
    closures,
    routes: [],
    shortages: options.shortages(),
    candidates: [],
    flags: options.flags(),
    thresholds: settings.thresholds
  });

  return {
    get current() {
      return current;
    }
  };
}
