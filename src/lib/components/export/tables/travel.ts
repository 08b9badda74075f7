import type { ExportTable } from '$core/export/export-table';
import {
  gridOf,
  type PARTS,
  SEASON_COLUMNS,
  unitOf,
  VEHICLE_TABS,
  type GridRow
} from '$lib/components/travel-table/travel-rows';
import { t } from '$lib/i18n';
import { travelTable } from '$lib/state/travel-table.svelte';
import { tableOf } from './table-of';

interface Row {
  part: string;
  vehicle: string | null;
  group: string | null;
  row: GridRow;
}

const changed = ({ row }: Row) => row.cells.some((path) => travelTable.changedAt(path));

/** The table of travel times that this screen reckons with: speeds and factors by season, then the other settings. */
export function travelTables(): ExportTable[] {
  const rowsOf = (parts: readonly (typeof PARTS)[number][]): Row[] =>
    parts.flatMap((part) =>
      (part === 'speeds' || part === 'surfaces' ? VEHICLE_TABS : VEHICLE_TABS.slice(0, 1)).flatMap((vehicle) =>
        gridOf(part, vehicle, travelTable.plan).flatMap(({ title, rows }) =>
          rows.map((row) => ({
            part: t(`travel-part-${part}`),
            vehicle: part === 'speeds' || part === 'surfaces' ? t(`vehicle-class-${vehicle}`) : null,
            group: title === null ? null : t(title),
            row
          }))
        )
      )
    );
  const value = (index: number) => (row: Row) =>
    row.row.cells[index] ? travelTable.numberAt(row.row.cells[index]) : null;
  const shipped = { label: t('export-col-changed'), of: (row: Row) => (changed(row) ? t('export-changed') : null) };
  return [
    tableOf<Row>(
      t('export-table-speeds'),
      [
        { label: t('travel-part'), of: ({ part }) => part },
        { label: t('bar-vehicle'), of: ({ vehicle }) => vehicle },
        { label: t('export-col-road-group'), of: ({ group }) => group },
        { label: t('export-col-entry'), of: ({ row }) => t(row.label.code, row.label.params) },
        { label: t('export-col-unit'), of: ({ row }) => t(unitOf(row.cells[0])) },
        ...SEASON_COLUMNS.map((season, i) => ({ label: t(`season-${season}`), of: value(i) })),
        shipped
      ],
      rowsOf(['speeds', 'surfaces'])
    ),
    tableOf<Row>(
      t('export-table-travel-settings'),
      [
        { label: t('travel-part'), of: ({ part }) => part },
        { label: t('export-col-entry'), of: ({ row }) => t(row.label.code, row.label.params) },
        { label: t('travel-value'), of: value(0) },
        { label: t('export-col-unit'), of: ({ row }) => t(unitOf(row.cells[0])) },
        { label: t('travel-grade-kmh'), of: value(1) },
        shipped
      ],
      rowsOf(['joining', 'grades'])
    )
  ];
}
