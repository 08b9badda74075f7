import type { Coverage, CoverageRow, FindingPhrase, Gap, VillageCount } from '$core/model/results';
import { t } from '$lib/i18n';
import { settings } from '$lib/state/settings.svelte';
import { gapPlace } from './gap-words';
import type { VillageRow } from './village-row';

/** How many gaps of which severity in how many places, and the gravest. */
export function gapHeadline(gaps: readonly Gap[]): FindingPhrase[] {
  const count = (severity: Gap['severity']) => gaps.filter((gap) => gap.severity === severity).length;
  const places = new Set(gaps.map(({ place }) => `${place.kind}:${place.id}`)).size;
  const params = { total: gaps.length, places, high: count('high'), medium: count('medium'), low: count('low') };
  const [first] = gaps;
  return [
    { code: 'review-headline', params },
    ...(first
      ? [
          {
            code: 'review-headline-first',
            params: { gap: t(first.kind), place: gapPlace(first), persons: first.persons ?? 0 },
            figures: [first.figure]
          }
        ]
      : [])
  ];
}

export function coverageHeadline(input: { row: CoverageRow; coverage: Coverage; minutes: number }): FindingPhrase[] {
  const { row, coverage } = input;
  const limit = row.within.find(({ minutes }) => minutes === input.minutes) ?? row.within.at(-1);
  if (!limit) return [];
  const { careLevel, noSite } = coverage;
  if (noSite)
    return [
      { code: 'review-headline-no-site', params: { care: t(`care-level-${careLevel}`), why: t(`no-way-${noSite}`) } }
    ];
  const { minutes, persons, villages } = limit;
  return [
    {
      code: 'review-headline-coverage',
      params: { persons, villages, total: row.persons, minutes, care: t(`care-level-${careLevel}`) },
      figures: [
        {
          kind: 'village-count',
          careLevel,
          townshipId: row.townshipId,
          over: null,
          upTo: minutes,
          noWay: false,
          counted: 'persons'
        }
      ]
    },
    {
      code: 'review-headline-uncovered',
      params: {
        beyond: row.beyond.persons,
        none: row.noWay.persons,
        minutes: coverage.thresholds.at(-1) ?? 0
      }
    }
  ];
}

/** Of the far villages given, unreachable ones included, of a township or all. */
export function villageHeadline(
  far: readonly VillageRow[],
  minutes: number,
  townshipId: VillageCount['townshipId']
): FindingPhrase[] {
  const persons = far.reduce((sum, { village }) => sum + village.residents, 0);
  const { careLevel } = settings;
  const figure: VillageCount = {
    kind: 'village-count',
    careLevel,
    townshipId,
    over: minutes,
    upTo: null,
    noWay: true,
    counted: 'villages'
  };
  return [
    {
      code: 'review-headline-villages',
      params: { villages: far.length, persons, minutes, care: t(`care-level-${careLevel}`) },
      figures: [figure, { ...figure, counted: 'persons' }]
    }
  ];
}
