import { untrack } from 'svelte';
import type { MapVehicle } from '$lib/map';

const STEPS = 8;
const STEP_MS = 100;
/** Farther than a vehicle drives between two fixes: there it is put, for nobody knows which way it took. */
const JUMP_DEGREES = 0.05;

/**
 * Vehicles that move from fix to fix instead of jumping, for somebody who has not asked for less motion. The age that each
 * bears is that of its fix all the while. Call it while a component is set up.
 */
export function createGlide(target: () => readonly MapVehicle[]): { readonly current: readonly MapVehicle[] } {
  let shown = $state.raw<readonly MapVehicle[]>(untrack(target));

  $effect(() => {
    const next = target();
    const from = Object.fromEntries(untrack(() => shown).map((each) => [each.id, each]));
    const moves = next.some((each) => glides(from[each.id], each));
    if (!moves || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      shown = next;
      return;
    }
    let step = 0;
    const timer = setInterval(() => {
      step += 1;
      shown = step === STEPS ? next : next.map((each) => between(from[each.id], each, step / STEPS));
      if (step === STEPS) clearInterval(timer);
    }, STEP_MS);
    return () => clearInterval(timer);
  });

  return {
    get current() {
      return shown;
    }
  };
}

function glides(from: MapVehicle | undefined, to: MapVehicle): from is MapVehicle {
  if (!from || (from.lon === to.lon && from.lat === to.lat)) return false;
  return Math.hypot(from.lon - to.lon, from.lat - to.lat) < JUMP_DEGREES;
}

function between(from: MapVehicle | undefined, to: MapVehicle, share: number): MapVehicle {
  if (!glides(from, to)) return to;
  return { ...to, lon: from.lon + (to.lon - from.lon) * share, lat: from.lat + (to.lat - from.lat) * share };
}
