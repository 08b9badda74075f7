import type { Gap } from '$core/model/results';
import { roundedBand } from '$lib/components/reach-words';
import { currentLocale, number, t } from '$lib/i18n';

export type GapUnit =
  | 'days'
  | 'percent'
  | 'minutes'
  | 'hours'
  | 'points'
  | 'contacts'
  | 'persons'
  | 'beds'
  | 'vehicles'
  | 'units'
  | 'count'
  | 'truth';

const UNITS: Record<string, GapUnit> = {
  'gap-minutes': 'minutes',
  'gap-indicative': 'minutes',
  'gap-people-count': 'days',
  'gap-report': 'days',
  'gap-risk': 'points',
  'gap-contacts': 'contacts',
  'gap-staff-baseline': 'persons',
  'gap-icu-surge': 'beds',
  'gap-vehicles-ready': 'vehicles',
  'gap-ambulance': 'vehicles',
  'gap-medicine-point': 'minutes',
  'gap-duty-uncovered': 'hours'
};
/** More than `need` is the fault. */
const AT_MOST = new Set([
  'gap-minutes',
  'gap-indicative',
  'gap-people-count',
  'gap-report',
  'gap-risk',
  'gap-medicine-point',
  'gap-duty-uncovered'
]);
const DECIMALS: Partial<Record<GapUnit, number>> = { days: 1, percent: 1, points: 1 };

/** What have, need and short by are counted in. */
export function gapUnit({ kind, group, need }: Pick<Gap, 'kind' | 'group' | 'need'>): GapUnit {
  if (typeof need === 'boolean') return 'truth';
  if (UNITS[kind]) return UNITS[kind];
  if (group === 'organisation') return 'count';
  if (group !== 'medicines') return 'units';
  return kind.startsWith('gap-days-') || (need !== null && need > 1) ? 'days' : 'percent';
}

/** True where more than `need` is the fault. */
export const isAtMost = ({ kind }: Pick<Gap, 'kind'>): boolean => AT_MOST.has(kind);

/**
 * A number as it is shown: rounded so that what fails never reads as passing, and have + short by = need as printed.
 * Shares come in per cent.
 */
export function shownNumber(gap: Gap, which: 'have' | 'need' | 'shortBy'): number | null {
  const raw = gap[which];
  if (typeof raw !== 'number') return null;
  const unit = gapUnit(gap);
  const scale = 10 ** (DECIMALS[unit] ?? 0);
  const value = (unit === 'percent' ? raw * 100 : raw) * scale;
  const near = Math.round(value);
  if (which === 'need' || Math.abs(value - near) < 1e-6) return near / scale;
  const up = which === 'shortBy' || isAtMost(gap);
  return (up ? Math.ceil(value) : Math.floor(value)) / scale;
}

/** A cell of the list with its unit; `null` values give a dash. */
export function gapText(gap: Gap, which: 'have' | 'need' | 'shortBy'): string {
  // An estimate has a band, and is short by nothing that could be counted.
  if (gap.kind === 'gap-indicative' && which !== 'need') {
    const [low, high] = [Number(gap.params.low), Number(gap.params.high)];
    return which === 'shortBy' ? '–' : t('review-value-minutes', { value: roundedBand(low, high) });
  }
  const raw = gap[which];
  // Of what is there or not nothing can be counted.
  if (which === 'shortBy' && gapUnit(gap) === 'truth') return '–';
  if (typeof raw === 'boolean') return t(raw ? 'review-yes' : 'review-no');
  if (gap.kind === 'gap-report') {
    if (which === 'need') return t('review-report-by', { time: String(gap.params.cutOff) });
    if (which === 'have' && raw === null) return t('value-never');
  }
  const value = shownNumber(gap, which);
  if (value === null || (which === 'shortBy' && value === 0)) return '–';
  const unit = gapUnit(gap);
  const digits = Number.isInteger(value) ? 0 : (DECIMALS[unit] ?? 0);
  const text = t(`review-value-${unit}`, { value: number(value, digits) });
  if (which !== 'need' || !isAtMost(gap)) return text;
  return gap.kind === 'gap-risk' ? `< ${text}` : `≤ ${text}`;
}

/** True where what is there is not known; a site that never reported is known not to have. */
export const isUnknown = ({ kind, have }: Pick<Gap, 'kind' | 'have'>): boolean =>
  have === null && kind !== 'gap-report';

/** Name of the place in the language in force. */
export function gapPlace({ params }: Pick<Gap, 'params'>): string {
  if (params.placeEn === undefined) return t('review-all-area');
  return String(currentLocale() === 'zh-CN' ? params.placeZh : params.placeEn);
}

export const severityShape = (severity: Gap['severity']) =>
  severity === 'high' ? 'alarm' : severity === 'medium' ? 'attention' : 'low';
