import type { FacilityId, VehicleId, VillageId } from '$core/model/ids';
import { engineMessage } from '$lib/commands/as-message';
import { findRoad } from '$lib/commands/ask';
import { moveBase } from '$lib/commands/move-base';
import { moveFacility } from '$lib/commands/move-facility';
import { placeVillage } from '$lib/commands/place-village';
import { nameOf } from '$lib/i18n';
import type { MapEvent } from '$lib/map';
import { camera } from '$lib/state/camera.svelte';
import { notices } from '$lib/state/notices.svelte';
import { selection, type Selection } from '$lib/state/selection.svelte';
import { session } from '$lib/state/session.svelte';
import { situation } from '$lib/state/situation.svelte';
import { latePanels } from './late-panels.svelte';
import { planUi, ROAD_REACH_METRES } from './plan-ui.svelte';
import { setRoadState } from './road-state';

/** A base let go this near a facility, in degrees (about 150 m), is stationed there. */
const AT_FACILITY_DEGREES = 0.0014;

export function choose(next: Selection | null): void {
  if (next) notices.takeBack('plan-no-road-here');
  selection.select(next);
  planUi.turnTo(next);
}

/** What an act on the map means on Plan. */
export function onMapEvent(event: MapEvent): void {
  switch (event.kind) {
    case 'village':
    case 'facility':
    case 'vehicle':
    case 'closure':
    case 'supplier':
      choose({ kind: event.kind, id: event.id });
      break;
    case 'candidate':
      planUi.show('reserve');
      break;
    case 'road-click':
      void onRoad(event);
      break;
    case 'seat':
      choose({ kind: 'township', id: event.id });
      break;
    case 'place':
      if (planUi.placing !== null) void placeOn(planUi.placing, event);
      else planUi.setNewPlace({ lon: event.lon, lat: event.lat });
      break;
    case 'background':
      if (planUi.newPlace === null) choose(null);
      break;
    case 'drag-end':
      void onDrop(event);
      break;
    case 'camera':
      camera.set(event.camera);
      break;
    case 'state':
      if (event.state !== 'loading') latePanels.load();
      break;
  }
}

/** The click that says where a village lies: at once for all desks, where that may be, else as a trial. */
async function placeOn(villageId: VillageId, { lon, lat }: { lon: number; lat: number }): Promise<void> {
  planUi.startPlacing(null);
  const done = await placeVillage({ villageId, lon, lat }, { real: planUi.real && session.may('edit-facility') });
  const names = situation.plan?.villages.get(villageId)?.names;
  if (done && names) notices.say('done', 'place-done', { name: nameOf(names) });
}

/** A click with a road tool plans at once; a real closure needs the press on the switch in the drawer. */
async function onRoad({ intent, lon, lat, maxMetres }: Extract<MapEvent, { kind: 'road-click' }>): Promise<void> {
  const reach = Math.max(maxMetres, ROAD_REACH_METRES / 3);
  try {
    const road = await findRoad(lon, lat, reach);
    if (!road) {
      notices.say('attention', 'plan-no-road-here');
      return;
    }
    choose({ kind: 'road', lon, lat });
    if (planUi.real) return;
    if (intent !== 'inspect') await setRoadState(road, intent === 'close' ? 'closed' : 'slow', false);
  } catch (error) {
    const { code, params } = engineMessage(error);
    notices.say('alarm', code, params);
  }
}

async function onDrop({ target, lon, lat }: Extract<MapEvent, { kind: 'drag' | 'drag-end' }>): Promise<void> {
  if (target.kind === 'facility') {
    await moveFacility({ facilityId: target.id as FacilityId, lon, lat }, { real: false });
    choose({ kind: 'facility', id: target.id });
  } else if (target.kind === 'vehicle') {
    const base = facilityAt(lon, lat);
    const place = base ? { lon: base.lon!, lat: base.lat!, baseFacilityId: base.id } : { lon, lat };
    await moveBase({ vehicleId: target.id as VehicleId, ...place }, { real: false });
    choose({ kind: 'vehicle', id: target.id });
  }
}

function facilityAt(lon: number, lat: number) {
  let best = null;
  let least = AT_FACILITY_DEGREES;
  for (const facility of situation.plan?.facilities.values() ?? []) {
    if (facility.lon === null || facility.lat === null) continue;
    const apart = Math.hypot(facility.lon - lon, facility.lat - lat);
    if (apart < least) [best, least] = [facility, apart];
  }
  return best;
}
