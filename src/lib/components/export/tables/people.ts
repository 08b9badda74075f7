import type { ExportCell, ExportTable } from '$core/export/export-table';
import type { CountField, PeopleCount } from '$core/model/records';
import type { Situation } from '$core/model/situation';
import { maskCount } from '$lib/commands/export-files';
import { nameOf, t } from '$lib/i18n';
import { sampleMark, townName } from './place-words';
import { tableOf, type ExportColumn } from './table-of';

const FIELDS: readonly CountField[] = [
  'aged65',
  'aged80',
  'red',
  'yellow',
  'green',
  'returnees',
  'contactsDone',
  'vaccinated60',
  'target60',
  'vaccinated80',
  'target80'
];
/** What stands for a count of one or two persons. */
const WITHHELD = '<3';

/**
 * Key people of each village as counts. Small ones leave the product for nobody, whoever saves the file: what is withheld
 * says so and is never a 0. A count that nobody entered is an empty cell.
 */
export function peopleTable(facts: Situation, villageIds: ReadonlySet<string>): ExportTable {
  const counts = [...facts.peopleCounts.values()].filter(({ villageId }) => villageIds.has(villageId));
  const village = ({ villageId }: PeopleCount) => facts.villages.get(villageId);
  const value =
    (field: CountField) =>
    (count: PeopleCount): ExportCell => {
      if (count.countedOn === null || count.unknown?.includes(field)) return null;
      return count.masked.includes(field) ? WITHHELD : count[field];
    };
  const columns: ExportColumn<PeopleCount>[] = [
    { label: t('review-village'), of: (each) => (village(each) ? nameOf(village(each)!.names) : each.villageId) },
    { label: t('export-col-place-id'), of: ({ villageId }) => villageId },
    {
      label: t('export-col-township'),
      of: (each) => (village(each) ? townName(facts, village(each)!.townshipId) : null)
    },
    { label: t('export-col-counted-on'), of: ({ countedOn }) => countedOn },
    ...FIELDS.map((field) => ({ label: t(`export-count-${field}`), of: value(field) })),
    { label: t('export-note'), of: (each) => sampleMark(each, 'aged65') }
  ];
  const masked = counts.map((count) => {
    const own = maskCount(count);
    return { ...own, masked: [...new Set([...own.masked, ...count.masked])] };
  });
  return tableOf(t('export-table-people'), columns, masked);
}
