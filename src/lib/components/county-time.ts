import { countyZone } from '$lib/commands/county-clock';
import { currentLocale, t } from '$lib/i18n';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in words on the county's clocks, whatever clock this device keeps. */
function words(at: number, name: string, options: Intl.DateTimeFormatOptions): string {
  const locale = currentLocale();
  const key = `${locale} ${name}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(at + countyZone());
}

/** `Tue 24 Nov`. */
export const countyDate = (at: number): string =>
  words(at, 'date', { weekday: 'short', day: 'numeric', month: 'short' });

/** `20:00`, 24 hours in both languages. */
export const countyTime = (at: number): string =>
  words(at, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** From and until, the day named once where both fall on it. */
export function countySpan({ from, until }: { from: number; until: number }): string {
  const [first, last] = [countyDate(from), countyDate(until)];
  const end = first === last ? countyTime(until) : `${last} ${countyTime(until)}`;
  return t('duty-span', { from: `${first} ${countyTime(from)}`, until: end });
}
