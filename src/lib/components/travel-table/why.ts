import type { EntryPath } from '$core/routing/table-entry';

const HIGHWAYS = /^(primary|secondary|tertiary)(_link)?$/;
const FREE_FLOW = /^(motorway|trunk)(_link)?$/;
const YARDS = /^(living_street|service)$/;
const PATHS = /^(pedestrian|footway|path|cycleway|bridleway|steps)$/;

/** Why the shipped number at a path is what it is: message codes, the most particular first. */
export function whyOf(path: EntryPath): string[] {
  const [part, vehicle, season, item] = path.map(String);
  if (part === 'gradeLimits') return ['travel-why-grade'];
  if (part === 'surfaceFactor') return surfaceReasons(vehicle, season, item);
  if (part === 'kmh') return speedReasons(vehicle, season, item);
  return [`travel-why-${part}`];
}

function speedReasons(vehicle: string, season: string, item: string): string[] {
  if (item === 'ferry') return ['travel-why-ferry'];
  if (vehicle === 'walking') return ['travel-why-walking'];
  const track = item.startsWith('track');
  const bySeason = season === 'dry' ? [] : [`travel-why-${season}${season === 'wet' && track ? '-track' : ''}`];
  if (PATHS.test(item)) return [vehicle === 'motorcycle' ? 'travel-why-path-motorcycle' : 'travel-why-path-motor'];
  const byVehicle = vehicle === 'ambulance' ? [] : [`travel-why-${vehicle}`];
  return [byClass(item, track), ...byVehicle, ...bySeason];
}

function byClass(item: string, track: boolean): string {
  if (track) return item === 'track' ? 'travel-why-track-ungraded' : 'travel-why-track';
  if (FREE_FLOW.test(item)) return 'travel-why-free-flow';
  if (HIGHWAYS.test(item)) return 'travel-why-highway';
  return YARDS.test(item) ? 'travel-why-yard' : 'travel-why-local';
}

function surfaceReasons(vehicle: string, season: string, item: string): string[] {
  if (item === 'unknown') return ['travel-why-surface-unknown'];
  if (item === 'paved') return ['travel-why-surface-paved'];
  if (vehicle === 'walking') return ['travel-why-surface-walking'];
  const soft = item === 'soft' ? 'travel-why-surface-soft' : null;
  const own = soft ?? (item === 'earth' ? 'travel-why-surface-earth' : 'travel-why-surface-rough');
  const wheels = vehicle === 'motorcycle' && item !== 'rough-paved' ? ['travel-why-surface-motorcycle'] : [];
  const frozen = season === 'snow' && item !== 'rough-paved' ? ['travel-why-surface-frozen'] : [];
  return [own, ...wheels, ...frozen];
}
