import { bandText, isCounted } from '$lib/components/reach-words';
import type { Coverage, CoverageRow, Gap, Results } from '$core/model/results';
import type { PackManifest } from '$core/pack/manifest';
import type { Situation } from '$core/model/situation';
import type { Cell } from '$lib/commands/export-csv';
import { CARE_CHOICES } from '$lib/components/choices';
import { nameOf, t } from '$lib/i18n';
import { gapPlace, gapUnit, isUnknown, shownNumber } from './gap-words';

export interface Table {
  header: string[];
  rows: Cell[][];
}
type Facts = Pick<Situation, 'villages' | 'townships' | 'facilities'>;

const townName = (facts: Facts, id: string): string => {
  const township = facts.townships.get(id);
  return township ? nameOf(township.names) : id === 'all' || id === 'county' ? t('review-all-area') : id;
};

/** The list of gaps; shares in per cent, times in minutes, each with its unit in a column of its own. */
export function gapsTable(gaps: readonly Gap[], facts: Facts): Table {
  const columns = [
    'severity',
    'group',
    'gap',
    'place',
    'place-id',
    'township',
    'have',
    'need',
    'short-by',
    'unit',
    'doses-15',
    'doses-20',
    'persons',
    'requirement',
    'rule-item',
    'rule-version'
  ];
  const figure = (gap: Gap, which: 'have' | 'need' | 'shortBy'): Cell => {
    const raw = gap[which];
    if (typeof raw === 'boolean') return t(raw ? 'review-yes' : 'review-no');
    if (raw === null && which === 'have') return isUnknown(gap) ? t('status-not-assessable') : t('value-never');
    return shownNumber(gap, which);
  };
  return {
    header: columns.map((name) => t(`review-csv-${name}`)),
    rows: gaps.map((gap) => [
      t(`review-severity-${gap.severity}`),
      t(`review-group-${gap.group}`),
      t(gap.kind),
      gapPlace(gap),
      gap.place.id,
      townName(facts, gap.unit),
      figure(gap, 'have'),
      figure(gap, 'need'),
      figure(gap, 'shortBy'),
      t(`review-unit-${gapUnit(gap)}`),
      gap.params.shortDoses ?? null,
      gap.params.shortDosesFull ?? null,
      gap.persons,
      gap.rule.requirement,
      gap.rule.item,
      gap.rule.packVersion
    ])
  };
}

/** Coverage by township and in all, as the tables of the screen hold it: within each limit, beyond, no way. */
export function coverageTable({ townships, all, thresholds }: Coverage, facts: Facts): Table {
  const last = thresholds.at(-1) ?? 0;
  const both = (name: string, params: Record<string, number> = {}) => [
    `${t(name, params)}, ${t('review-csv-persons')}`,
    `${t(name, params)}, ${t('review-csv-villages')}`
  ];
  const row = (each: CoverageRow): Cell[] => [
    townName(facts, each.townshipId),
    each.townshipId,
    each.persons,
    each.villages,
    ...each.within.flatMap(({ persons, villages }) => [persons, villages]),
    each.beyond.persons,
    each.beyond.villages,
    each.noWay.persons,
    each.noWay.villages
  ];
  return {
    header: [
      t('review-csv-township'),
      t('review-csv-township-id'),
      ...both('legend-all'),
      ...thresholds.flatMap((minutes) => both('review-within', { minutes })),
      ...both('review-beyond', { minutes: last }),
      ...both('review-no-way')
    ],
    rows: [...townships, all].map(row)
  };
}

/** Every village with minutes to each level of care, or why there are none. */
export function villagesTable(villages: Results['villages'], facts: Facts): Table {
  return {
    header: [
      t('review-village'),
      t('review-csv-place-id'),
      t('review-csv-township'),
      t('review-csv-persons'),
      ...CARE_CHOICES.map((level) => t('review-csv-minutes-to', { care: t(`care-level-${level}`) })),
      t('review-nearest'),
      t('review-reason')
    ],
    rows: villages.flatMap(({ villageId, reach }): Cell[][] => {
      const village = facts.villages.get(villageId);
      if (!village) return [];
      const site = reach.severe.facilityId ? facts.facilities.get(reach.severe.facilityId) : undefined;
      return [
        [
          nameOf(village.names),
          villageId,
          townName(facts, village.townshipId),
          isCounted(village) ? village.residents : null,
          ...CARE_CHOICES.map((level) => {
            const { ms, estimate } = reach[level];
            if (estimate) return `${bandText(estimate)}, ${t('estimate-label')}`;
            return ms === null ? null : Math.ceil(ms / 60_000);
          }),
          site ? nameOf(site.names) : null,
          reach.severe.reason ? t(`no-way-${reach.severe.reason}`) : null
        ]
      ];
    })
  };
}

export interface Provenance {
  manifest: PackManifest;
  settings: Results['settings'];
  /** Rules the list was judged by. */
  packVersion: string | null;
  sample: boolean;
}

/** ISO date and time of this device with its distance from UTC written out, e.g. `2026-03-01 14:02:08 UTC+03:00`. */
export function zonedTime(at: number, zoneMinutes = -new Date(at).getTimezoneOffset()): string {
  const local = new Date(at + zoneMinutes * 60_000).toISOString();
  const [hours, minutes] = [Math.trunc(Math.abs(zoneMinutes) / 60), Math.abs(zoneMinutes) % 60];
  const zone = [hours, minutes].map((each) => String(each).padStart(2, '0')).join(':');
  return `${local.slice(0, 10)} ${local.slice(11, 19)} UTC${zoneMinutes < 0 ? '-' : '+'}${zone}`;
}

/** Lines below a table: area, as of when, under which settings, and each source with its licence and date. */
export function provenanceRows({ manifest, settings, packVersion, sample }: Provenance): Cell[][] {
  const { vehicle, season, careLevel, now } = settings;
  return [
    [],
    [t('bar-area'), nameOf(manifest.names), manifest.id],
    [t('review-as-of'), zonedTime(now)],
    [t('bar-vehicle'), t(`vehicle-class-${vehicle}`)],
    [t('bar-season'), t(`season-${season}`)],
    [t('bar-care-level'), t(`care-level-${careLevel}`)],
    ...(packVersion ? [[t('review-rule-pack'), packVersion]] : []),
    ...(sample ? [[t('review-note'), t('review-sample-note')]] : []),
    ...manifest.sources.map(({ role, title, licence, date }) => [
      t('review-source'),
      `${role}: ${title}`,
      licence,
      date ?? t('explain-undated')
    ])
  ];
}
