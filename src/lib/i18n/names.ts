import type { Names } from '../core/model/records';
import { currentLocale, type Locale } from './locale';

/** Name in the language in force; without one in Chinese the Latin name, else the source's own spelling. */
export function nameOf(names: Names, locale: Locale = currentLocale()): string {
  return (locale === 'zh-CN' && names.zh) || names.en || names.local;
}
