import type { CareLevel } from '../core/model/situation';
import type { Season, VehicleClass } from '../core/model/records';
import type { Camera } from './camera.svelte';
import { parseSelection, selectionText, type Selection } from './selection.svelte';
import { DEFAULT_SETTINGS, type ChosenSettings } from './settings.svelte';

/** Everything a link must bring back. */
export interface View {
  area: string | null;
  settings: ChosenSettings;
  camera: Camera | null;
  selection: Selection | null;
  scenario: string | null;
}

/** The view as search parameters; what is as by default is left out. Parameters of others in `base` are kept. */
export function writeView(view: View, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const out = new URLSearchParams(base);
  const put = (name: string, value: string | null) => (value === null ? out.delete(name) : out.set(name, value));
  const { settings, camera } = view;
  put('area', view.area);
  put('vehicle', settings.vehicle === DEFAULT_SETTINGS.vehicle ? null : settings.vehicle);
  put('season', settings.season === DEFAULT_SETTINGS.season ? null : settings.season);
  put('care', settings.careLevel === DEFAULT_SETTINGS.careLevel ? null : settings.careLevel);
  const limits = settings.thresholds.join(',');
  put('limits', limits === DEFAULT_SETTINGS.thresholds.join(',') ? null : limits);
  put('at', camera && cameraText(camera));
  put('pick', view.selection && selectionText(view.selection));
  put('scenario', view.scenario);
  return out;
}

/** What the parameters say; anything unreadable is as if absent. */
export function readView(params: URLSearchParams): Omit<View, 'settings'> & { settings: Partial<ChosenSettings> } {
  const limits = params.get('limits');
  const pick = params.get('pick');
  return {
    area: params.get('area'),
    settings: {
      ...(params.has('vehicle') && { vehicle: params.get('vehicle') as VehicleClass }),
      ...(params.has('season') && { season: params.get('season') as Season }),
      ...(params.has('care') && { careLevel: params.get('care') as CareLevel }),
      ...(limits && { thresholds: limits.split(',').map(Number) })
    },
    camera: parseCamera(params.get('at')),
    selection: pick === null ? null : parseSelection(pick),
    scenario: params.get('scenario')
  };
}

function cameraText({ lon, lat, zoom, bearing }: Camera): string {
  const parts = [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2)];
  if (Math.round(bearing) !== 0) parts.push(String(Math.round(bearing)));
  return parts.join(',');
}

function parseCamera(text: string | null): Camera | null {
  if (!text) return null;
  const [lon, lat, zoom, bearing = 0] = text.split(',').map(Number);
  const fits = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24 && Number.isFinite(bearing);
  return fits ? { lon, lat, zoom, bearing } : null;
}
