import type { ExportTable } from '$core/export/export-table';
import type { Coverage, CoverageRow } from '$core/model/results';
import { t } from '$lib/i18n';
import { townName, type Places } from './place-words';
import { tableOf, type ExportColumn } from './table-of';

interface Row {
  coverage: Coverage;
  row: CoverageRow;
}

/**
 * Persons and villages within each limit, beyond, and without a way, by township and in all, at each level given. A
 * township alone, where one is asked for.
 */
export function coverageTable(levels: readonly Coverage[], facts: Places, only: string | null = null): ExportTable {
  const thresholds = levels[0]?.thresholds ?? [];
  const both = (label: string, of: (row: Row) => { persons: number; villages: number }): ExportColumn<Row>[] => [
    { label: `${label}, ${t('export-col-persons')}`, of: (row) => of(row).persons },
    { label: `${label}, ${t('export-col-villages')}`, of: (row) => of(row).villages }
  ];
  const columns: ExportColumn<Row>[] = [
    { label: t('bar-care-level'), of: ({ coverage }) => t(`care-level-${coverage.careLevel}`) },
    { label: t('export-col-township'), of: ({ row }) => townName(facts, row.townshipId) },
    { label: t('export-col-township-id'), of: ({ row }) => row.townshipId },
    ...both(t('legend-all'), ({ row }) => row),
    ...thresholds.flatMap((minutes, i) => both(t('review-within', { minutes }), ({ row }) => row.within[i])),
    ...both(t('review-beyond', { minutes: thresholds.at(-1) ?? 0 }), ({ row }) => row.beyond),
    ...both(t('review-no-way'), ({ row }) => row.noWay),
    {
      label: t('export-note'),
      of: ({ coverage }) => (coverage.noSite ? t(`no-way-${coverage.noSite}`) : null)
    }
  ];
  const rows = levels.flatMap((coverage) =>
    [...coverage.townships, coverage.all].flatMap((row): Row[] =>
      only === null || row.townshipId === only ? [{ coverage, row }] : []
    )
  );
  return tableOf(t('export-table-coverage'), columns, rows);
}
