import { readyTest } from '$lib/commands/vehicle-states';
import { createFactsMapData } from '$lib/components/facts-map-data.svelte';
import { minutes, t } from '$lib/i18n';
import { mapVehicles } from '$lib/map';
import type { MapData, MapRoute } from '$lib/map';
import { clock } from '$lib/state/clock.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';
import type { DispatchAnswers } from './dispatch-answers.svelte';
import { createGlide } from './glide.svelte';

/** What Dispatch draws: the facts, vehicles where they are, and the ways of the chosen one. */
export function createDispatchMapData(answers: DispatchAnswers): { readonly current: MapData } {
  const minute = $derived(Math.floor(clock.now / 60_000));
  const vehicles = $derived.by(() => {
    const facts = situation.real;
    return facts ? mapVehicles(facts.vehicles.values(), { ready: readyTest(facts, minute * 60_000) }) : [];
  });
  const gliding = createGlide(() => vehicles);
  const routes = $derived.by((): MapRoute[] => {
    const { approach, transport, chosen, vehicleId } = answers;
    const list: MapRoute[] = [];
    if (transport?.route) {
      const tag = t('dispatch-tag-transport', { minutes: minutes(transport.route.ms) });
      list.push({ id: 'transport', kind: 'route', coordinates: transport.route.coordinates, tag });
    }
    if (approach?.route && vehicleId) {
      const tag = t('dispatch-tag-approach', { minutes: minutes(chosen?.ms ?? approach.route.ms) });
      list.push({ id: 'approach', kind: 'approach', coordinates: approach.route.coordinates, tag });
    }
    return list;
  });
  return createFactsMapData({
    careLevel: () => settings.careLevel,
    vehicles: () => gliding.current,
    routes: () => routes
  });
}
