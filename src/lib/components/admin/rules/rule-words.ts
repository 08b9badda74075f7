import type { Norm, RuleCode, RuleEntry, RulePack, Words } from '$core/rules/rule-pack';
import { currentLocale, hasMessage, number, t } from '$lib/i18n';

export const ruleName = (code: RuleCode): string => t(`rule-${code}`);

/** Words of a pack in the language in force. */
export const inWords = ({ zh, en }: Words): string => (currentLocale() === 'zh-CN' ? zh : en);

/** The value of a rule or norm with its unit. */
export function valueWords({
  value,
  unit
}: Pick<RuleEntry, 'value'> & { unit: RuleEntry['unit'] | Norm['unit'] }): string {
  if (unit === 'month-day') return monthDay(String(value));
  if (unit === 'utc-offset') return zoneWords(String(value));
  if (typeof value === 'number') return t(`rule-value-${unit}`, { value: shown(value) });
  return t(`rule-value-${unit}`, { value: String(value) });
}

/** `UTC+03:00 · Comoros, Kenya, Arabia`. */
export function zoneWords(offset: string): string {
  const code = `packs-zone-${offset}`;
  return hasMessage(code) ? t('packs-zone-named', { offset, places: t(code) }) : t('packs-zone', { offset });
}

/** `UTC+03:00`. */
export const zoneOf = (pack: RulePack): string => t('packs-zone', { offset: pack.rules['time-zone'].value });

/** Document with its item: where a rule stands. */
export const sourceWords = (pack: RulePack, { document, item }: RuleEntry): string =>
  t('packs-document-of', { document: inWords(pack.documents[document]), item });

/** A field of a pack that a fault names, in words, and the rule it belongs to. */
export function faultPlace(field: string): { words: string; code: RuleCode | null } {
  const [part, code] = field.split('.');
  if (part === 'rules' && code && hasMessage(`rule-${code}`)) {
    return { words: ruleName(code as RuleCode), code: code as RuleCode };
  }
  const words = `packs-field-${part}`;
  return { words: hasMessage(words) ? t(words) : field, code: null };
}

function shown(value: number): string {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return number(value, Math.min(3, decimals));
}

function monthDay(value: string): string {
  const locale = currentLocale() === 'en' ? 'en-GB' : currentLocale();
  const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`2024-${value}T00:00:00Z`));
}
