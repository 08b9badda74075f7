import type { ExportTable } from '$core/export/export-table';
import type { Facility } from '$core/model/records';
import { dayOf, reportDay, reporters } from '$lib/commands/report';
import { nameOf, t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';
import { townName } from './place-words';
import { tableOf } from './table-of';

const ORDER = ['late', 'waiting', 'done'] as const;

interface Row {
  site: Facility;
  state: (typeof ORDER)[number];
  daysMissed: number | null;
}

/** Who has reported today, who is awaited and who is late, late ones first. */
export function reportsTable(now: number): ExportTable | null {
  const facts = situation.real;
  const due = reporters(now);
  if (!facts || !due) return null;
  const { today } = reportDay(now);
  const late = new Map(due.late.map((each) => [each.facilityId, each]));
  const rows = [...facts.facilities.values()]
    .filter(({ open }) => open)
    .map((site): Row => ({
      site,
      state: dayOf(site.reportedAt) === today ? 'done' : late.has(site.id) ? 'late' : 'waiting',
      daysMissed: late.get(site.id)?.daysMissed ?? null
    }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.daysMissed ?? 1e9) - (a.daysMissed ?? 1e9));
  return tableOf<Row>(
    t('export-table-reports'),
    [
      { label: t('report-list-site'), of: ({ site }) => nameOf(site.names) },
      { label: t('export-col-place-id'), of: ({ site }) => site.id },
      { label: t('export-col-tier'), of: ({ site }) => t(`tier-${site.tier}`) },
      { label: t('export-col-township'), of: ({ site }) => townName(facts, site.townshipId) },
      { label: t('report-list-state'), of: ({ state }) => t(`report-list-${state}`) },
      { label: t('report-list-at'), of: ({ site }) => site.reportedAt ?? t('report-list-never') },
      { label: t('export-col-days-missed'), of: ({ daysMissed }) => daysMissed },
      { label: t('export-col-telephone'), of: ({ site }) => site.telephone || null, text: true }
    ],
    rows
  );
}
