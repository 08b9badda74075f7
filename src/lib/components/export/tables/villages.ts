import type { ExportTable } from '$core/export/export-table';
import type { Village } from '$core/model/records';
import type { Reach, Results, VillageResult } from '$core/model/results';
import type { CareLevel, Situation } from '$core/model/situation';
import { CARE_CHOICES, ESTIMATED_CARE_CHOICES } from '$lib/components/choices';
import { isCounted } from '$lib/components/reach-words';
import { nameOf, t, wholeMinutes } from '$lib/i18n';
import { siteName, townName, type Places } from './place-words';
import { tableOf, type ExportColumn } from './table-of';

interface Row {
  village: Village;
  result: VillageResult;
}

export interface VillagesInput {
  figures: Results;
  facts: Places;
  /** Times before the planned edits, where there are any. */
  before?: Results | null;
  /** Villages wanted, in this order; all in the order of the facts when absent. */
  villageIds?: readonly string[];
}

const kilometres = (mm: number | null) => (mm === null ? null : Math.round(mm / 1000) / 1000);

/**
 * Every village with its way to each level of care, or why there is none. Over roads whole minutes, rounded up as on the
 * screen; a guess has its band and says so, and no single number.
 */
export function villagesTable({ figures, facts, before, villageIds }: VillagesInput): ExportTable {
  const results = new Map(figures.villages.map((each) => [each.villageId as string, each]));
  const ids = villageIds ?? figures.villages.map(({ villageId }) => villageId);
  const rows = ids.flatMap((id): Row[] => {
    const [village, result] = [facts.villages.get(id), results.get(id)];
    return village && result ? [{ village, result }] : [];
  });
  const estimated = figures.estimated === true;
  if (estimated) rows.sort(byTown(facts));
  const levels = estimated ? ESTIMATED_CARE_CHOICES : CARE_CHOICES;
  const columns: ExportColumn<Row>[] = [
    { label: t('review-village'), of: ({ village }) => nameOf(village.names) },
    { label: t('export-col-place-id'), of: ({ village }) => village.id },
    { label: t('export-col-code'), of: ({ village }) => village.code, text: true },
    { label: t('export-col-township'), of: ({ village }) => townName(facts, village.townshipId) },
    { label: t('export-col-residents'), of: ({ village }) => (isCounted(village) ? village.residents : null) },
    { label: t('export-col-persons-source'), of: ({ village }) => village.residentsSource },
    { label: t('export-col-persons-date'), of: ({ village }) => village.residentsDate },
    ...levels.flatMap((level) => [
      ...(estimated ? bandColumns(level) : minuteColumns(level, before ?? null)),
      ...siteColumns(level, facts)
    ]),
    ...(estimated
      ? []
      : [
          { label: t('export-col-walk'), of: ({ result }: Row) => wholeOrNull(result.walkMetres) },
          {
            label: t('plan-remote-column'),
            of: ({ result }: Row) => (result.remote.remote ? t('legend-remote') : null)
          },
          {
            label: t('plan-risk'),
            of: ({ result }: Row) => (result.risk.score === null ? null : Math.round(result.risk.score * 10) / 10)
          }
        ]),
    { label: t('export-col-lat'), of: ({ village }) => village.lat },
    { label: t('export-col-lon'), of: ({ village }) => village.lon }
  ];
  return tableOf(t('export-table-villages'), columns, rows);
}

const wholeOrNull = (value: number | null) => (value === null ? null : Math.round(value));
const reachOf = (level: CareLevel) => (row: Row) => row.result.reach[level];
const minutesOf = (reach: Reach | undefined) =>
  reach === undefined || reach.ms === null ? null : wholeMinutes(reach.ms);

/** Estimated minutes are no order: by township and name, so that the table is no list of far places. */
function byTown(facts: Places) {
  const collator = new Intl.Collator(undefined, { numeric: true });
  return (a: Row, b: Row) =>
    collator.compare(townName(facts, a.village.townshipId), townName(facts, b.village.townshipId)) ||
    collator.compare(nameOf(a.village.names), nameOf(b.village.names));
}

function minuteColumns(level: CareLevel, before: Results | null): ExportColumn<Row>[] {
  const care = t(`care-level-${level}`);
  const earlier = new Map(before?.villages.map((each) => [each.villageId, each.reach[level]]));
  return [
    { label: t('export-col-minutes-to', { care }), of: (row) => minutesOf(reachOf(level)(row)) },
    ...(before
      ? [
          {
            label: t('export-col-before', { care }),
            of: ({ village }: Row) => minutesOf(earlier.get(village.id))
          }
        ]
      : []),
    { label: t('export-col-km', { care }), of: (row) => kilometres(reachOf(level)(row).mm) }
  ];
}

function bandColumns(level: CareLevel): ExportColumn<Row>[] {
  const care = t(`care-level-${level}`);
  const end = (pick: 'q25' | 'q75') => (row: Row) => {
    const { ms, estimate } = reachOf(level)(row);
    if (estimate) return Math.round(estimate[pick] / 60_000);
    return ms === null ? null : wholeMinutes(ms);
  };
  return [
    { label: t('export-col-low', { care }), of: end('q25') },
    { label: t('export-col-high', { care }), of: end('q75') },
    {
      label: t('export-col-kind', { care }),
      of: (row) => {
        const { ms, estimate } = reachOf(level)(row);
        return ms === null ? null : t(estimate ? 'estimate-label' : 'export-measured');
      }
    },
    { label: t('export-col-straight', { care }), of: (row) => kilometres(reachOf(level)(row).mm) }
  ];
}

function siteColumns(level: CareLevel, facts: Pick<Situation, 'facilities'>): ExportColumn<Row>[] {
  const care = t(`care-level-${level}`);
  return [
    ...(level === 'seat'
      ? []
      : [
          {
            label: t('export-col-site', { care }),
            of: (row: Row) => siteName(facts, reachOf(level)(row).facilityId)
          }
        ]),
    {
      label: t('export-col-reason', { care }),
      of: (row) => {
        const { reason } = reachOf(level)(row);
        return reason ? t(`no-way-${reason}`) : null;
      }
    }
  ];
}
