import { closureLines } from '$lib/commands/ask';
import { readyTest } from '$lib/commands/vehicle-states';
import { ruleNumber } from '$lib/commands/rule-number';
import { minutes, t } from '$lib/i18n';
import { mapClosures, mapFacilities, mapVehicles, mapVillages, villageMarks } from '$lib/map';
import type { MapData, MapRoute, Position } from '$lib/map';
import { clock } from '$lib/state/clock.svelte';
import { results } from '$lib/state/results.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';
import type { DispatchAnswers } from './dispatch-answers.svelte';

type Lines = readonly { closureId: string; coordinates: Position[][] }[];

/** What Dispatch draws: the facts, vehicles where they are, and the ways of the chosen one. */
export function createDispatchMapData(answers: DispatchAnswers): { readonly current: MapData } {
  let lines = $state.raw<Lines>([]);

  // The engine finds a closure's lines once it has taken the change, so they are asked for with each of its answers.
  $effect(() => {
    const closures = situation.real?.closures;
    if (!results.baseline || !closures) return;
    if (closures.size === 0) {
      lines = [];
      return;
    }
    let gone = false;
    closureLines({ facts: true }).then(
      (next) => {
        if (!gone) lines = next;
      },
      () => undefined
    );
    return () => {
      gone = true;
    };
  });

  const facts = $derived(situation.real);
  const villages = $derived(facts ? mapVillages(facts.villages.values(), facts.townships.values()) : []);
  const facilities = $derived(facts ? mapFacilities(facts.facilities.values()) : []);
  const minute = $derived(Math.floor(clock.now / 60_000));
  const vehicles = $derived.by(() => {
    const staleMinutes = ruleNumber('position-stale-minutes') ?? Infinity;
    return facts
      ? mapVehicles(facts.vehicles.values(), {
          ready: readyTest(facts),
          now: minute * 60_000,
          staleAfterMs: staleMinutes * 60_000
        })
      : [];
  });
  const marks = $derived(villageMarks(villages, results.baseline, results.baseline, settings.careLevel));
  const closures = $derived(facts ? mapClosures(facts.closures.values(), lines, () => false) : []);
  const routes = $derived.by((): MapRoute[] => {
    const { approach, transport, chosen } = answers;
    const list: MapRoute[] = [];
    if (transport?.route) {
      const tag = t('dispatch-tag-transport', { minutes: minutes(transport.route.ms) });
      list.push({ id: 'transport', kind: 'route', coordinates: transport.route.coordinates, tag });
    }
    if (approach?.route && chosen) {
      const tag = t('dispatch-tag-approach', { minutes: minutes(chosen.ms) });
      list.push({ id: 'approach', kind: 'approach', coordinates: approach.route.coordinates, tag });
    }
    return list;
  });
  const current = $derived<MapData>({
    villages,
    marks,
    facilities,
    vehicles,
    closures,
    routes,
    shortages: [],
    candidates: [],
    flags: [],
    thresholds: settings.thresholds
  });

  return {
    get current() {
      return current;
    }
  };
}
