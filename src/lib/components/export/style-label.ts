import { t } from '$lib/i18n';

/** Words for a class of exported features, e.g. `minutes-2` → `30–60`. */
export function styleLabel(style: string, thresholds: readonly number[]): string {
  const [, kind, index] = /^(minutes|estimated)-(\d+)$/.exec(style) ?? [];
  if (kind) {
    const i = Number(index);
    const name =
      i >= thresholds.length
        ? t('map-legend-over', { from: thresholds.at(-1) ?? 0 })
        : i === 0
          ? t('map-legend-first', { to: thresholds[0] })
          : t('map-legend-between', { from: thresholds[i - 1], to: thresholds[i] });
    const minutes = t('export-class-minutes', { range: name });
    return kind === 'estimated' ? `${minutes}, ${t('estimate-label')}` : minutes;
  }
  if (style === 'unreachable' || style === 'not-assessed') return t(`map-legend-${style}`);
  if (style === 'closed') return t('map-key-closure');
  if (style === 'slowed') return t('map-key-slow');
  const [, tier, shut] = /^facility-(.+?)(-shut)?$/.exec(style) ?? [];
  if (tier) return t(shut ? `print-shut-${tier}` : `tier-${tier}`);
  const [, group] = /^vehicle-(.+)$/.exec(style) ?? [];
  if (group) return t(`dispatch-group-${group}`);
  const [, supplier] = /^supplier-(.+)$/.exec(style) ?? [];
  return supplier ? t(`export-supplier-${supplier}`) : style;
}
