import type { ExportTable } from '$core/export/export-table';
import type { Allocation, AllocationLine } from '$core/model/records';
import { quantitiesOf } from '$lib/commands/goods';
import { nameOf, t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';
import { medicineName, requestName, siteName, sourceName, stateWords, turnWords } from '../../supplies/goods-words';
import { tableOf, type ExportColumn } from './table-of';

interface Row {
  request: Allocation;
  line: AllocationLine;
}

/** Requests for medicine, a row for each medicine of each. */
export function goodsTable(requests: readonly Allocation[]): ExportTable {
  const quantity = (name: 'wanted' | 'approved' | 'shipped' | 'received'): ExportColumn<Row> => ({
    label: t(`supplies-col-${name}`),
    of: ({ request, line }) => quantitiesOf(request, line)[name]
  });
  const time = (name: 'submittedAt' | 'approvedAt' | 'shippedAt' | 'receivedAt'): ExportColumn<Row> => ({
    label: `${t(`supplies-time-${name}`)} (UTC)`,
    of: ({ request }) => request[name]
  });
  const unitOf = (medicineId: Row['line']['medicineId']) => situation.real?.medicines.get(medicineId)?.doseUnit;
  const columns: ExportColumn<Row>[] = [
    { label: t('supplies-col-id'), of: ({ request }) => requestName(request.id), text: true },
    { label: t('export-col-facility'), of: ({ request }) => siteName(request.requesterFacilityId) },
    { label: t('export-col-place-id'), of: ({ request }) => request.requesterFacilityId, text: true },
    { label: t('supplies-col-state'), of: ({ request }) => stateWords(request) },
    { label: t('supplies-col-turn'), of: ({ request }) => turnWords(request) },
    { label: t('supplies-col-medicine'), of: ({ line }) => medicineName(line.medicineId) },
    {
      label: t('supplies-col-unit'),
      of: ({ line }) => (unitOf(line.medicineId) ? nameOf(unitOf(line.medicineId)!) : null)
    },
    quantity('wanted'),
    quantity('approved'),
    quantity('shipped'),
    quantity('received'),
    { label: t('supplies-col-difference'), of: ({ line }) => line.discrepancyDoses },
    { label: t('supplies-col-difference-reason'), of: ({ line }) => line.discrepancyReason || null },
    { label: t('supplies-col-source'), of: ({ request }) => (request.sourceId ? sourceName(request) : null) },
    {
      label: t('supplies-col-lots'),
      of: ({ line }) => line.lots.map(({ lot, expiresOn, doses }) => `${lot} ${expiresOn} ${doses}`).join('; ') || null,
      text: true
    },
    { label: t('supplies-col-reason'), of: ({ request }) => request.reason || null },
    time('submittedAt'),
    time('approvedAt'),
    time('shippedAt'),
    time('receivedAt')
  ];
  const rows = requests.flatMap((request) => request.lines.map((line) => ({ request, line })));
  return tableOf(t('supplies-title'), columns, rows);
}
