import type { ExportTable } from '$core/export/export-table';
import type { ReservePlan } from '$core/model/results';
import { nameOf, t } from '$lib/i18n';
import { townName, yesNo, type Places } from './place-words';
import { tableOf } from './table-of';

/** Stations of a reserve plan, and whom they bring within reach. */
export function reserveTables(plan: ReservePlan, facts: Places): ExportTable[] {
  const [before, after] = [new Set<string>(plan.beforeVillages), new Set<string>(plan.coveredVillages)];
  const stations = tableOf<ReservePlan['sites'][number]>(
    t('export-table-stations'),
    [
      { label: t('export-col-station'), of: ({ names }) => names },
      { label: t('export-col-status'), of: ({ existing }) => t(existing ? 'export-existing' : 'export-new') },
      { label: t('plan-reserve-vehicles'), of: ({ vehicles }) => vehicles },
      { label: t('export-col-lat'), of: ({ lat }) => lat },
      { label: t('export-col-lon'), of: ({ lon }) => lon }
    ],
    plan.sites
  );
  const villages = tableOf(
    t('export-table-reserve-villages'),
    [
      { label: t('review-village'), of: (village) => nameOf(village.names) },
      { label: t('export-col-place-id'), of: (village) => village.id },
      { label: t('export-col-township'), of: (village) => townName(facts, village.townshipId) },
      { label: t('export-col-residents'), of: (village) => village.residents },
      {
        label: t('export-col-within-before', { minutes: plan.minutes }),
        of: (village) => yesNo(before.has(village.id))
      },
      { label: t('export-col-within-after', { minutes: plan.minutes }), of: (village) => yesNo(after.has(village.id)) }
    ],
    facts.villages.values()
  );
  return [stations, villages];
}
