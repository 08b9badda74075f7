import type { ExportTable } from '$core/export/export-table';
import type { FeverSite } from '$lib/commands/publish';
import { nameOf, t } from '$lib/i18n';
import { tableOf } from './table-of';

/** The public list: what is posted, and nothing of how the office judges a site. */
export function feverTable(sites: readonly FeverSite[]): ExportTable {
  return tableOf<FeverSite>(
    t('export-table-fever'),
    [
      { label: t('export-col-facility'), of: ({ facility }) => nameOf(facility.names) },
      { label: t('export-col-local-name'), of: ({ facility }) => facility.names.local },
      { label: t('export-col-township'), of: ({ township }) => (township ? nameOf(township) : null) },
      { label: t('export-col-address'), of: ({ facility }) => facility.address || null },
      { label: t('export-col-telephone'), of: ({ facility }) => facility.telephone || null, text: true },
      {
        label: t('export-col-fever-hours'),
        of: ({ facility }) => facility.feverHours || (facility.open24h ? t('card-all-day') : null)
      },
      { label: t('export-col-lat'), of: ({ facility }) => facility.lat },
      { label: t('export-col-lon'), of: ({ facility }) => facility.lon }
    ],
    sites.filter(({ listed }) => listed)
  );
}
