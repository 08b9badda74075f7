import type { AboutLine } from '$core/export/export-table';
import { rulePackVersion, zonedTime } from '$lib/commands/export-files';
import { INDICATIVE_MINUTES } from '$lib/commands/indicative';
import { nameOf, t } from '$lib/i18n';
import { area } from '$lib/state/area.svelte';
import { results } from '$lib/state/results.svelte';
import { scenario } from '$lib/state/scenario.svelte';
import { situation } from '$lib/state/situation.svelte';
import { ownTown } from '../own-town';
import { changeWords } from '../plan/change-words';
import { COLLECTIONS_OF_SAMPLE } from '../sample-collections';
import { travelWords } from '../travel-table/travel-words';
import type { ExportOffer } from './offer';

export interface About {
  /** Name of the last sheet, of a layer file and of a folder. */
  title: string;
  lines: AboutLine[];
  /** Words that the name of the file bears: planned, sample, estimated. */
  marks: string[];
  /** Moment of saving with its distance from UTC. */
  moment: string;
  area: string;
}

/** Minutes by which this device is ahead of UTC at a moment. */
const zoneAt = (at: number) => -new Date(at).getTimezoneOffset();
export const momentText = (at: number): string => zonedTime(at, zoneAt(at));

export function hasSample(): boolean {
  const facts = situation.real;
  return (
    facts !== null &&
    COLLECTIONS_OF_SAMPLE.some((name) => [...facts[name].values()].some(({ origin }) => origin === 'sample'))
  );
}

/** Name of the saved scenario on this screen; null for an unnamed trial. */
function scenarioName(): string | null {
  return (scenario.current && situation.real?.scenarios.get(scenario.current)?.name) || null;
}

/** Whether the figures are of planned changes, in one line. */
export function planText(of: ExportOffer['of']): string {
  const planned = situation.planned.length;
  if (of === 'facts' || planned === 0) return t(planned > 0 ? 'export-facts-only' : 'export-facts');
  const name = scenarioName();
  return name ? t('export-planned-named', { name, count: planned }) : t('export-planned', { count: planned });
}

/** What a file says of itself, as lines: what it is, of when, under which settings, with what marks, from where. */
export function aboutOf(offer: ExportOffer, now: number): About {
  const { of, filters = [], notes = [] } = offer;
  const manifest = area.current;
  const [figures, facts] = of === 'facts' ? [results.baseline, situation.real] : [results.plan, situation.plan];
  const planned = of === 'plan' && situation.planned.length > 0;
  const sample = hasSample();
  const own = ownTown();
  const moment = momentText(now);
  const name = manifest ? nameOf(manifest.names) : (offer.area ?? t('app-name'));
  const lines: AboutLine[] = [
    [t('export-about-what'), ...(offer.title ? [offer.title] : []), ...offer.tables.map(({ title }) => title)],
    ...(manifest ? [[t('bar-area'), name, manifest.id] as const] : [[t('bar-area'), name] as const]),
    [t('export-about-saved'), moment]
  ];
  if (manifest && figures) {
    const { vehicle, season, careLevel, thresholds, now: asOf } = figures.settings;
    lines.push(
      [t('export-as-of'), momentText(asOf)],
      [t('export-about-plan'), planText(of)],
      ...(planned
        ? changeWords(situation.planned, situation.plan).map((words) => [t('export-about-change'), words] as const)
        : []),
      [t('export-about-revision'), String(figures.revision)],
      [t('bar-vehicle'), t(`vehicle-class-${vehicle}`)],
      [t('bar-season'), t(`season-${season}`)],
      [t('bar-care-level'), t(`care-level-${careLevel}`)],
      [t('export-about-limits'), thresholds.join(', ')],
      ...(facts ? [[t('export-rule-pack'), rulePackVersion(facts, asOf)] as const] : []),
      ...(area.estimated
        ? [[t('export-note'), t('estimate-legend-note', { minutes: INDICATIVE_MINUTES })] as const]
        : [[t('export-about-travel'), travelWords()] as const]),
      [t('export-about-built'), manifest.builtAt]
    );
  }
  for (const filter of filters) lines.push([t('export-about-filter'), filter]);
  lines.push(...notes);
  if (own !== null) lines.push([t('export-note'), t('unit-only', { unit: own })]);
  if (sample) lines.push([t('export-note'), t('review-sample-note')]);
  for (const { role, title, licence, attribution, date, url } of manifest?.sources ?? []) {
    lines.push([
      t('export-source'),
      `${role}: ${title}`,
      licence,
      attribution,
      date ?? t('explain-undated'),
      ...(url ? [url] : [])
    ]);
  }
  if (manifest?.mapReviewNumber) {
    lines.push([t('export-source'), t('map-review-number', { number: manifest.mapReviewNumber })]);
  }
  return {
    title: t('export-about'),
    lines,
    marks: [
      ...(planned ? [scenarioName() ?? t('export-mark-planned')] : []),
      ...(area.estimated ? [t('estimate-label')] : []),
      ...(sample ? [t('export-mark-sample')] : [])
    ],
    moment,
    area: name
  };
}
