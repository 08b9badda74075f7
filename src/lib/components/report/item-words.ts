import type { ReportItem } from '$lib/commands/report';
import { hasMessage, nameOf, number, t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';

export const medicineName = (id: string): string => {
  const medicine = situation.real?.medicines.get(id);
  return medicine ? nameOf(medicine.names) : id;
};
export const doseUnit = (id: string): string => {
  const medicine = situation.real?.medicines.get(id);
  return medicine ? nameOf(medicine.doseUnit) : '';
};
export const villageName = (id: string): string => {
  const village = situation.real?.villages.get(id);
  return village ? nameOf(village.names) : id;
};
export const callSign = (id: string): string => situation.real?.vehicles.get(id)?.callSign ?? id;

/** What is to be stated, in words: where it stands alone, outside its row. */
export function itemWords(item: ReportItem): string {
  if (item.kind === 'field') return t(`report-field-${item.field}`);
  if (item.kind === 'stock' || item.kind === 'used')
    return t(`report-item-${item.kind}`, { medicine: medicineName(item.medicineId) });
  if (item.kind === 'vehicle') return callSign(item.vehicleId);
  return t('report-item-count', { village: villageName(item.villageId), field: t(`report-count-${item.field}`) });
}

/** The item that a server's answer names; its own word where it is none of the form. */
export function namedItem(id: string): string {
  const [kind, first, second] = id.split('/');
  if (kind === 'field' && hasMessage(`report-field-${first}`)) return t(`report-field-${first}`);
  if ((kind === 'stock' || kind === 'used') && first)
    return t(`report-item-${kind}`, { medicine: medicineName(first) });
  if (kind === 'vehicle' && first) return callSign(first);
  if (kind === 'count' && second && hasMessage(`report-count-${second}`))
    return t('report-item-count', { village: villageName(first), field: t(`report-count-${second}`) });
  return id;
}

/** `last 420`, or that nobody ever stated it. */
export const lastWords = (value: number | null | undefined): string =>
  value === null || value === undefined ? t('report-never') : t('report-last', { value: number(value) });
