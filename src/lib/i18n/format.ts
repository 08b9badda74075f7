import { currentLocale, type Locale } from './locale';
import { translate } from './t';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Number with the language's separators; `digits` fixes the decimals (default: whole). */
export function number(value: number, digits = 0, locale: Locale = currentLocale()): string {
  const key = `${locale} ${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** Milliseconds as whole minutes, rounded up so that a time just over a limit never reads as within it. */
export function wholeMinutes(ms: number): number {
  return Math.ceil(ms / 60_000);
}

/** `77 min` of a duration in milliseconds; a dash where there is none. */
export function minutes(ms: number | null, locale: Locale = currentLocale()): string {
  if (ms === null) return '–';
  return translate(locale, 'unit-minutes', { value: wholeMinutes(ms) });
}

/** `12.4 km` or `730 m` of a length in millimetres. */
export function distance(mm: number | null, locale: Locale = currentLocale()): string {
  if (mm === null) return '–';
  const metres = mm / 1000;
  if (metres < 1000) return translate(locale, 'unit-metres', { value: number(Math.round(metres), 0, locale) });
  return translate(locale, 'unit-kilometres', { value: number(metres / 1000, metres < 100_000 ? 1 : 0, locale) });
}

export function persons(value: number, locale: Locale = currentLocale()): string {
  return translate(locale, 'unit-persons', { value: Math.round(value) });
}

export function villages(value: number, locale: Locale = currentLocale()): string {
  return translate(locale, 'unit-villages', { value });
}

/** Share 0–1 as per cent; never shown without its count beside it. */
export function percent(share: number, digits = 0, locale: Locale = currentLocale()): string {
  return `${number(share * 100, digits, locale)}%`;
}

function dateFormat(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
    dateFormats.set(key, format);
  }
  return format;
}

/** Epoch milliseconds or ISO text as day, month and year; a bare year stays as it is. */
export function date(value: number | string, locale: Locale = currentLocale()): string {
  if (typeof value === 'string' && /^\d{4}$/.test(value)) return value;
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return String(value);
  return dateFormat(locale, 'date', { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}

export function longDate(value: number, locale: Locale = currentLocale()): string {
  const options = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' } as const;
  return dateFormat(locale, 'long', options).format(value);
}

/** `14:02`, 24 hours in both languages. */
export function timeOfDay(value: number | string, locale: Locale = currentLocale()): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat(locale, 'time', options).format(new Date(value));
}

/** `14:32:08`. */
export function clockTime(value: number, locale: Locale = currentLocale()): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat(locale, 'clock', options).format(value);
}

export function dateTime(value: number | string, locale: Locale = currentLocale()): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return String(value);
  return `${date(at.getTime(), locale)} ${timeOfDay(at.getTime(), locale)}`;
}

/** A moment beside `now`: its time, with the date where that is another day. */
export function moment(value: number, now: number, locale: Locale = currentLocale()): string {
  const sameDay = new Date(value).toDateString() === new Date(now).toDateString();
  return sameDay ? timeOfDay(value, locale) : dateTime(value, locale);
}

/** Age in the largest unit that fits: seconds, minutes, hours, days. */
export function age(ms: number, locale: Locale = currentLocale()): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) return translate(locale, 'age-seconds', { value: seconds });
  if (seconds < 5400) return translate(locale, 'age-minutes', { value: Math.round(seconds / 60) });
  if (seconds < 129_600) return translate(locale, 'age-hours', { value: Math.round(seconds / 3600) });
  return translate(locale, 'age-days', { value: Math.round(seconds / 86_400) });
}
