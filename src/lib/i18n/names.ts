import type { Names } from '../core/model/records';
import { currentLocale, type Locale } from './locale';

/** Name in the language in force; the source's own spelling where that language has none. */
export function nameOf(names: Names, locale: Locale = currentLocale()): string {
  return (locale === 'zh-CN' ? names.zh : names.en) || names.local;
}
