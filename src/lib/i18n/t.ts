import { IntlMessageFormat } from 'intl-messageformat';
import type { Phrase } from '../core/model/results';
import { messages } from './messages';
import { currentLocale, type Locale } from './locale';

export type Params = Record<string, string | number>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * Wording of a message code in a language, ICU syntax with `params` put in.
 *
 * @throws Error when the code has no message; the tests keep every code in use covered.
 */
export function translate(locale: Locale, code: string, params?: Params): string {
  const key = `${locale} ${code}`;
  let format = compiled.get(key);
  if (!format) {
    const message = messages[code];
    if (!message) throw new Error(`No message "${code}".`);
    format = new IntlMessageFormat(message[locale], locale, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(params));
}

/** `translate` in the language in force. */
export function t(code: string, params?: Params): string {
  return translate(currentLocale(), code, params);
}

export function hasMessage(code: string): boolean {
  return code in messages;
}

/** A phrase of core or engine in words; a code unknown to this build shows itself and its values, never nothing. */
export function phrase(value: Phrase, locale: Locale = currentLocale()): string {
  if (hasMessage(value.code)) return translate(locale, value.code, value.params);
  return [value.code, ...Object.values(value.params ?? {})].join(' ');
}

/** Phrases in order as one sentence, joined as the language does. */
export function phrases(values: readonly Phrase[], locale: Locale = currentLocale()): string {
  return values.map((value) => phrase(value, locale)).join(locale === 'zh-CN' ? '；' : '; ');
}
