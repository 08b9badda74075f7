import type { ExportTable } from '$core/export/export-table';
import type { Facility, FacilityCount } from '$core/model/records';
import { nameOf, t } from '$lib/i18n';
import { sampleMark, siteName, townName, yesNo, type Places } from './place-words';
import { tableOf } from './table-of';

/** A figure of a site; an empty cell where nobody entered it. */
const figure = (field: FacilityCount) => (site: Facility) => (site.unknown?.includes(field) ? null : site[field]);

/** Sites of care with what they report of themselves. */
export function sitesTable(sites: Iterable<Facility>, facts: Places): ExportTable {
  return tableOf<Facility>(
    t('export-table-sites'),
    [
      { label: t('export-col-facility'), of: ({ names }) => nameOf(names) },
      { label: t('export-col-place-id'), of: ({ id }) => id },
      { label: t('export-col-tier'), of: ({ tier }) => t(`tier-${tier}`) },
      { label: t('export-col-township'), of: ({ townshipId }) => townName(facts, townshipId) },
      { label: t('export-col-parent'), of: ({ parentId }) => siteName(facts, parentId) },
      { label: t('plan-facility-open'), of: ({ open }) => yesNo(open) },
      { label: t('plan-24h'), of: ({ open24h }) => yesNo(open24h) },
      { label: t('export-col-address'), of: ({ address }) => address || null },
      { label: t('export-col-telephone'), of: ({ telephone }) => telephone || null, text: true },
      { label: t('export-col-hours'), of: ({ openingHours }) => openingHours || null },
      { label: t('export-col-beds-free'), of: figure('bedsFree') },
      { label: t('export-col-beds'), of: figure('bedsTotal') },
      { label: t('plan-icu-beds'), of: figure('icuBeds') },
      { label: t('export-col-oxygen-beds'), of: figure('oxygenBeds') },
      { label: t('export-col-oximeters'), of: figure('oximeters') },
      {
        label: t('plan-capabilities'),
        of: ({ capabilities }) =>
          capabilities.map((each) => t(`capability-${each}`)).join(t('plan-list-separator')) || null
      },
      { label: t('export-col-fever-set'), of: ({ feverSet }) => yesNo(feverSet) },
      { label: t('export-col-fever-open'), of: ({ feverOpen }) => yesNo(feverOpen) },
      { label: t('export-col-published'), of: ({ published }) => yesNo(published) },
      { label: t('report-list-at'), of: ({ reportedAt }) => reportedAt },
      { label: t('export-col-lat'), of: ({ lat }) => lat },
      { label: t('export-col-lon'), of: ({ lon }) => lon },
      { label: t('export-note'), of: (site) => sampleMark(site, 'bedsFree') }
    ],
    sites
  );
}
