import type { IconName } from '../glyphs';
import { facilityIcon } from '../glyphs';
import type { MapData, OptionalLayer } from '../model';

/** A line of the key: what is drawn, and the message that names it. */
export type SymbolEntry =
  | { kind: 'icon'; icon: IconName; code: string }
  | { kind: 'line'; line: 'closed' | 'slow' | 'route' | 'approach' | 'detour' | 'catchment'; code: string }
  | { kind: 'tag'; code: string };

const TIERS = ['designated', 'sub-designated', 'township-hospital', 'village-clinic'] as const;
const SHAPES = ['ready', 'attention', 'assigned', 'moving', 'onsite', 'out'] as const;
const ROUTES = ['route', 'approach', 'detour', 'catchment'] as const;

/** The symbols that this very map bears, in the map's order; what it does not bear is not explained. */
export function legendSymbols(data: MapData, hidden: readonly OptionalLayer[]): SymbolEntry[] {
  const on = (layer: OptionalLayer) => !hidden.includes(layer);
  const entries: SymbolEntry[] = [];
  if (on('facilities')) {
    for (const tier of TIERS) {
      for (const open of [true, false]) {
        if (!data.facilities.some((each) => each.tier === tier && each.open === open)) continue;
        entries.push({
          kind: 'icon',
          icon: facilityIcon(tier, open),
          code: open ? `tier-${tier}` : `print-shut-${tier}`
        });
      }
    }
  }
  if ((data.seats?.length ?? 0) > 0) entries.push({ kind: 'icon', icon: 'seat', code: 'print-seat' });
  if (on('vehicles')) {
    for (const shape of SHAPES) {
      if (!data.vehicles.some((each) => each.shape === shape)) continue;
      entries.push({ kind: 'icon', icon: `vehicle-${shape}`, code: `print-vehicle-${shape}` });
    }
  }
  for (const existing of [true, false]) {
    if (!data.candidates.some((each) => each.existing === existing)) continue;
    const icon = existing ? 'candidate-existing' : 'candidate-new';
    entries.push({ kind: 'icon', icon, code: `print-${icon}` });
  }
  if (on('shortages') && data.shortages.length > 0) entries.push({ kind: 'tag', code: 'map-key-shortage' });
  for (const severity of ['high', 'medium'] as const) {
    if (!data.flags.some((each) => each.severity === severity)) continue;
    const icon = severity === 'high' ? 'vehicle-alarm' : 'vehicle-attention';
    entries.push({ kind: 'icon', icon, code: `print-flag-${severity}` });
  }
  if (data.closures.some(({ speedPercent }) => speedPercent === 0)) {
    entries.push({ kind: 'line', line: 'closed', code: 'map-key-closure' });
  }
  if (data.closures.some(({ speedPercent }) => speedPercent > 0)) {
    entries.push({ kind: 'line', line: 'slow', code: 'map-key-slow' });
  }
  for (const line of ROUTES) {
    if (!data.routes.some(({ kind }) => kind === line)) continue;
    entries.push({ kind: 'line', line, code: line === 'detour' ? 'map-key-detour' : `print-line-${line}` });
  }
  return entries;
}
