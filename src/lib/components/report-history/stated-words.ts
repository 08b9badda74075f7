import type { ReportRow } from '$lib/commands/report-history';
import { hasMessage, number, t } from '$lib/i18n';
import { callSign, doseUnit, medicineName, villageName } from '../report/item-words';

export interface StatedGroup {
  title: string;
  rows: { label: string; value: string }[];
}

/** What a report stated, group by group; a count that is withheld from this reader says so. */
export function statedGroups({ stock, people, facility, vehicles, use }: ReportRow['content']): StatedGroup[] {
  const groups: StatedGroup[] = [
    {
      title: t('plan-medicines'),
      rows: stock.map(({ medicineId, lots, usedToday, onOrderDoses }) => {
        const doses = (value: number) => `${number(value)} ${doseUnit(medicineId)}`;
        const held = lots.reduce((sum, each) => sum + each.doses, 0);
        const mean = use.find((each) => each.medicineId === medicineId)?.after ?? null;
        const parts = [
          t('history-lots', { doses: doses(held), lots: lots.length }),
          usedToday === null ? '' : t('history-used', { doses: doses(usedToday) }),
          mean === null ? '' : t('history-mean', { doses: number(mean, Number.isInteger(mean) ? 0 : 1) }),
          onOrderDoses > 0 ? t('history-ordered', { doses: doses(onOrderDoses) }) : ''
        ];
        return { label: medicineName(medicineId), value: parts.filter(Boolean).join(' · ') };
      })
    },
    ...people.map(({ villageId, counts, masked = [] }) => ({
      title: `${t('history-people')} · ${villageName(villageId)}`,
      rows: [
        ...Object.entries(counts).map(([field, value]) => ({
          label: t(`report-count-${field}`),
          value: number(value)
        })),
        ...masked.map((field) => ({ label: t(`report-count-${field}`), value: t('history-withheld') }))
      ]
    })),
    {
      title: t('history-site'),
      rows: Object.entries(facility).map(([field, value]) => ({
        label: hasMessage(`report-field-${field}`) ? t(`report-field-${field}`) : field,
        value: fieldWords(value)
      }))
    },
    {
      title: t('history-vehicles'),
      rows: vehicles.map(({ vehicleId, ready, minutesToReady }) => ({
        label: callSign(vehicleId),
        value: ready ? t('history-ready', { minutes: number(minutesToReady) }) : t('history-not-ready')
      }))
    }
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function fieldWords(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'history-yes' : 'history-no');
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' && value !== '' ? value : t('history-empty');
}
