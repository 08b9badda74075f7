import type { ExportCell, ExportTable } from '$core/export/export-table';
import type { Gap } from '$core/model/results';
import { gapPlace, gapUnit, isUnknown, shownNumber } from '$lib/components/review/gap-words';
import { roundedBand } from '$lib/components/reach-words';
import { t } from '$lib/i18n';
import { townName, type Places } from './place-words';
import { tableOf } from './table-of';

function figure(gap: Gap, which: 'have' | 'need' | 'shortBy'): ExportCell {
  // An estimate has a band, and is short by nothing that could be counted.
  if (gap.kind === 'gap-indicative' && which !== 'need') {
    return which === 'shortBy'
      ? null
      : `${roundedBand(Number(gap.params.low), Number(gap.params.high))}, ${t('estimate-label')}`;
  }
  const raw = gap[which];
  if (typeof raw === 'boolean') return t(raw ? 'review-yes' : 'review-no');
  if (raw === null && which === 'have') return isUnknown(gap) ? t('status-not-assessable') : t('value-never');
  return shownNumber(gap, which);
}

/** The list of gaps; shares in per cent, times in minutes, each with its unit in a column of its own. */
export function gapsTable(gaps: readonly Gap[], facts: Places): ExportTable {
  return tableOf<Gap>(
    t('export-table-gaps'),
    [
      { label: t('export-col-severity'), of: ({ severity }) => t(`review-severity-${severity}`) },
      { label: t('export-col-group'), of: ({ group }) => t(`review-group-${group}`) },
      { label: t('export-col-gap'), of: ({ kind }) => t(kind) },
      { label: t('export-col-place'), of: gapPlace },
      { label: t('export-col-place-id'), of: ({ place }) => place.id },
      { label: t('export-col-township'), of: ({ unit }) => townName(facts, unit) },
      { label: t('export-col-have'), of: (gap) => figure(gap, 'have') },
      { label: t('export-col-need'), of: (gap) => figure(gap, 'need') },
      { label: t('export-col-short-by'), of: (gap) => figure(gap, 'shortBy') },
      { label: t('export-col-unit'), of: (gap) => t(`export-unit-${gapUnit(gap)}`) },
      { label: t('export-col-doses-15'), of: ({ params }) => params.shortDoses ?? null },
      { label: t('export-col-doses-20'), of: ({ params }) => params.shortDosesFull ?? null },
      { label: t('export-col-persons'), of: ({ persons }) => persons },
      { label: t('export-col-requirement'), of: ({ rule }) => rule.requirement },
      { label: t('export-col-rule-item'), of: ({ rule }) => rule.item },
      { label: t('export-col-rule-version'), of: ({ rule }) => rule.packVersion },
      {
        label: t('export-col-telephone'),
        of: ({ params }) => (params.telephone ? String(params.telephone) : null),
        text: true
      }
    ],
    gaps
  );
}
