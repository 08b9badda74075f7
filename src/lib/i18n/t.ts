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
  return phraseParts(value, locale)
    .map(({ text }) => text)
    .join('');
}

/**
 * A phrase in pieces: what its message marks `<f>…</f>` is a figure that can be asked how it was made. Without a mark
 * every number with the word that follows it is one.
 */
export function phraseParts(value: Phrase, locale: Locale = currentLocale()): { text: string; figure: boolean }[] {
  if (!hasMessage(value.code)) {
    return [{ text: [value.code, ...Object.values(value.params ?? {})].join(' '), figure: false }];
  }
  const wording = translate(locale, value.code, value.params);
  const marked = wording.split(/<f>(.*?)<\/f>/);
  const pieces = marked.length > 1 ? marked : wording.split(/(\d[\d,.]*\d|\d)/);
  return pieces.map((text, i) => ({ text, figure: i % 2 === 1 })).filter(({ text }) => text !== '');
}

/** Phrases in order as one sentence, joined as the language does. */
export function phrases(values: readonly Phrase[], locale: Locale = currentLocale()): string {
  return values.map((value) => phrase(value, locale)).join(locale === 'zh-CN' ? '；' : '; ');
}
