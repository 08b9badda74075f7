import { exportFeatures } from '$lib/commands/export-features';
import { INDICATIVE_MINUTES } from '$lib/commands/indicative';
import { exportCsv } from '$lib/commands/export-csv';
import { exportFileName, writeGeoJson, writeKml, writeWorkbook } from '$lib/commands/export-files';
import { packFileHeaders, packFileUrl } from '$lib/commands/pack-files';
import { saveFile } from '$lib/commands/save-file';
import { nameOf, t } from '$lib/i18n';
import { packOf } from '$lib/map';
import { exportStyles, pdfOf, pngOf, printMap } from '$lib/map/print';
import { area } from '$lib/state/area.svelte';
import { locale } from '$lib/state/locale.svelte';
import { results } from '$lib/state/results.svelte';
import { settings } from '$lib/state/settings.svelte';
import { aboutOf, hasSample, momentText, planText, type About } from './about';
import type { ExportOffer } from './offer';
import { printUi } from './print-ui.svelte';
import { styleLabel } from './style-label';
import { unplacedVillages } from './unplaced';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Under this width and height of the view in degrees the whole area is printed rather than a point. */
const LEAST_DEGREES = 1e-4;

const save = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) =>
  saveFile(name, new Blob([content], { type }));

function nameFor(about: About, title: string, extension: string): string {
  const { area: place, moment, marks } = about;
  return exportFileName({ area: place, title, moment, marks, extension });
}

/** All tables as one workbook. @returns the name of the file. */
export async function saveWorkbook(offer: ExportOffer): Promise<string> {
  const about = aboutOf(offer, Date.now());
  const name = nameFor(about, offer.title ?? offer.tables[0].title, 'xlsx');
  save(name, writeWorkbook(offer.tables, about), XLSX);
  return name;
}

/** One of the tables as CSV. @returns the name of the file. */
export async function saveCsv(offer: ExportOffer, index: number): Promise<string> {
  const table = offer.tables[index];
  const name = nameFor(aboutOf(offer, Date.now()), table.title, 'csv');
  exportCsv(name, table.header, table.rows);
  return name;
}

/** The map's layers. @returns the name of the file. */
export async function saveLayers(offer: ExportOffer, format: 'geojson' | 'kml'): Promise<string> {
  const now = Date.now();
  const about = aboutOf({ ...offer, title: t('export-layers'), filters: [] }, now);
  const features = await exportFeatures(offer.of, now);
  const name = nameFor(about, t('export-layers-file'), format);
  const title = `${about.area}, ${about.moment}`;
  if (format === 'geojson') {
    save(name, writeGeoJson(features, { title, lines: about.lines }), 'application/geo+json');
    return name;
  }
  const kml = writeKml({
    features,
    title,
    about: about.lines,
    styles: exportStyles(settings.thresholds, (style) => styleLabel(style, settings.thresholds)),
    folderOf: (layer) => t(`export-layer-${layer}`),
    nameKeys: locale.current === 'zh-CN' ? ['name_zh', 'name_en', 'name'] : ['name_en', 'name']
  });
  save(name, kml, 'application/vnd.google-earth.kml+xml');
  return name;
}

/** The map on paper. @returns the name of the file. @throws MapPictureError when the basemap does not load. */
export async function saveMap(offer: ExportOffer, format: 'png' | 'pdf'): Promise<string> {
  const manifest = area.current;
  const { map } = offer;
  const figures = offer.of === 'facts' ? results.baseline : results.plan;
  if (!manifest || !map || !figures) throw new Error(t('export-no-map'));
  const now = Date.now();
  const about = aboutOf(offer, now);
  const { vehicle, season, careLevel, now: asOf } = figures.settings;
  const shown = map.handle.shown();
  const composed = await printMap({
    pack: packOf(manifest, packFileUrl(manifest.id), packFileHeaders),
    shown,
    bounds: printUi.extent === 'view' ? boundsOrArea(map.handle.viewBounds(), manifest.bbox) : manifest.bbox,
    paper: printUi.paper,
    orientation: printUi.orientation,
    locale: locale.current,
    words: {
      title: t('export-map-title', { area: about.area, title: map.title }),
      finding: map.finding,
      facts: [
        t('print-settings', { vehicle: t(`vehicle-class-${vehicle}`), season: inSentence(t(`season-${season}`)) }),
        `${t('export-as-of')} ${momentText(asOf)}`,
        planText(offer.of),
        ...(area.estimated ? [t('estimate-label')] : []),
        ...(hasSample() ? [t('review-sample-note')] : [])
      ],
      sources: [
        ...new Set(manifest.sources.map(({ attribution, licence }) => `${attribution} (${licence})`)),
        ...(manifest.mapReviewNumber ? [t('map-review-number', { number: manifest.mapReviewNumber })] : [])
      ]
    },
    legend: {
      title: t('print-legend', { care: t(`care-level-${careLevel}`) }),
      estimated: area.estimated,
      unplaced: unplacedVillages(offer.of),
      ...(figures.coverage[careLevel].noSite ? { unreachable: t(`no-way-${figures.coverage[careLevel].noSite}`) } : {}),
      ...(area.estimated ? { note: t('estimate-legend-note', { minutes: INDICATIVE_MINUTES }) } : {})
    }
  });
  const name = nameFor(about, map.title, format);
  const title = `${nameOf(manifest.names)}: ${map.title}`;
  if (format === 'png') save(name, await pngOf(composed), 'image/png');
  else save(name, await pdfOf(composed, { title, locale: locale.current, madeAt: now }), 'application/pdf');
  return name;
}

/** A choice's name inside a sentence. */
const inSentence = (word: string) => (locale.current === 'en' ? word.toLowerCase() : word);

function boundsOrArea(
  view: [number, number, number, number],
  whole: [number, number, number, number]
): [number, number, number, number] {
  const [west, south, east, north] = view;
  return east - west < LEAST_DEGREES || north - south < LEAST_DEGREES ? whole : view;
}
