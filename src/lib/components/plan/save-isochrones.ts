import { isochrones } from '$lib/commands/export-isochrones';
import { exportFileName } from '$lib/commands/export-files';
import { saveFile } from '$lib/commands/save-file';
import { addMessages, t } from '$lib/i18n';
import { exports as words } from '$lib/i18n/messages/exports';
import { surface as surfaceWords } from '$lib/i18n/messages/surface';
import { travelTable } from '$lib/i18n/messages/travel-table';
import type { MapSurface } from '$lib/map';
import { settings } from '$lib/state/settings.svelte';
import { aboutOf } from '../export/about';

for (const each of [words, surfaceWords, travelTable]) addMessages(each);

/** Saves the isochrones of a surface at the limits on screen, with what they rest on. */
export function saveIsochrones(surface: MapSurface): void {
  const title = t('surface-file');
  const about = aboutOf({ of: 'plan', title, tables: [] }, Date.now());
  const { vehicle, season, careLevel, thresholds } = settings;
  const features = isochrones(surface, thresholds, { to: careLevel, vehicle, season });
  const content = { type: 'FeatureCollection', name: `${about.area}, ${about.moment}`, about: about.lines, features };
  const name = exportFileName({ ...about, title, extension: 'geojson' });
  saveFile(name, new Blob([JSON.stringify(content)], { type: 'application/geo+json' }));
}
