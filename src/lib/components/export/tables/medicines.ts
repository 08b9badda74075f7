import type { ExportTable } from '$core/export/export-table';
import type { MedicineAssessment } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import { nameOf, t } from '$lib/i18n';
import { sampleMark, siteName, townName } from './place-words';
import { tableOf, type ExportColumn } from './table-of';

const inPercent = (share: number | null) => (share === null ? null : Math.floor(share * 1000) / 10);
const oneDigit = (value: number | null) => (value === null ? null : Math.floor(value * 10) / 10);

/** Every site's stock of every medicine against the rule: both limbs, what is missing, and by which rule. */
export function medicinesTable(assessed: readonly MedicineAssessment[], facts: Situation): ExportTable {
  const stock = new Map([...facts.stock.values()].map((each) => [`${each.facilityId} ${each.medicineId}`, each]));
  const held = ({ facilityId, medicineId }: MedicineAssessment) => stock.get(`${facilityId} ${medicineId}`);
  const medicine = ({ medicineId }: MedicineAssessment) => facts.medicines.get(medicineId);
  const site = ({ facilityId }: MedicineAssessment) => facts.facilities.get(facilityId);
  const columns: ExportColumn<MedicineAssessment>[] = [
    { label: t('export-col-facility'), of: ({ facilityId }) => siteName(facts, facilityId) },
    { label: t('export-col-place-id'), of: ({ facilityId }) => facilityId },
    { label: t('export-col-tier'), of: (each) => (site(each) ? t(`tier-${site(each)!.tier}`) : null) },
    { label: t('export-col-township'), of: (each) => (site(each) ? townName(facts, site(each)!.townshipId) : null) },
    {
      label: t('plan-medicine'),
      of: (each) => (medicine(each) ? nameOf(medicine(each)!.names) : each.medicineId)
    },
    {
      label: t('export-col-dose'),
      of: (each) => (medicine(each) ? nameOf(medicine(each)!.doseUnit) : null)
    },
    { label: t('export-col-served'), of: ({ servedPersons }) => servedPersons },
    { label: t('export-col-demand'), of: ({ demandPersons }) => Math.round(demandPersons) },
    { label: t('export-col-usable'), of: ({ usableDoses }) => usableDoses },
    { label: t('export-col-expired'), of: ({ expiredDoses }) => expiredDoses },
    { label: t('export-col-on-order'), of: ({ onOrderDoses }) => onOrderDoses },
    { label: t('export-col-daily-use'), of: (each) => held(each)?.meanDailyUse ?? null },
    { label: t('export-col-share'), of: ({ share }) => inPercent(share) },
    { label: t('export-col-share-status'), of: ({ shareStatus }) => t(`limb-status-${shareStatus}`) },
    { label: t('export-col-days'), of: ({ days }) => oneDigit(days) },
    { label: t('export-col-days-needed'), of: ({ requiredDays }) => requiredDays },
    { label: t('export-col-days-status'), of: ({ daysStatus }) => t(`limb-status-${daysStatus}`) },
    { label: t('export-col-status'), of: ({ status }) => t(`limb-status-${status}`) },
    { label: t('export-col-doses-15'), of: ({ shortfallTo15 }) => shortfallTo15 },
    { label: t('export-col-doses-20'), of: ({ shortfallTo20 }) => shortfallTo20 },
    { label: t('export-col-withheld'), of: ({ withheldVillages }) => withheldVillages ?? 0 },
    { label: t('export-col-rule-item'), of: ({ rule }) => rule.item },
    { label: t('export-col-rule-version'), of: ({ rule }) => rule.packVersion },
    { label: t('export-col-counted-at'), of: (each) => held(each)?.countedAt ?? null },
    { label: t('export-note'), of: (each) => (held(each) ? sampleMark(held(each)!, 'lots') : null) }
  ];
  return tableOf(t('export-table-medicines'), columns, assessed);
}
