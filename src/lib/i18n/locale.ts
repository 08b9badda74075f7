/** The two languages of the interface. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Messages of one topic: key → wording in every language, side by side so that none is forgotten. */
export type Messages = Record<string, Record<Locale, string>>;

/** First language of `preferred` that the interface speaks; English when none is. */
export function pickLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

let source: () => Locale = () => 'en';

/** The page hands in its reactive language; Node keeps English. */
export function setLocaleSource(read: () => Locale): void {
  source = read;
}

/** Language in force. Reads the page's rune, so templates that call it follow a switch. */
export function currentLocale(): Locale {
  return source();
}
