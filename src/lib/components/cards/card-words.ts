import type { Names } from '$core/model/records';
import type { Reach } from '$core/model/results';
import { minutes, nameOf, translate, type Locale, type Params } from '$lib/i18n';
import { roundedBand } from '../reach-words';

/** A text in each of a card's languages, the first one large. */
export type Several = string[];

export const say = (languages: readonly Locale[], code: string, params?: Params): Several =>
  distinct(languages.map((language) => translate(language, code, params)));

export const named = (languages: readonly Locale[], names: Names): Several =>
  distinct(languages.map((language) => nameOf(names, language)));

/** `77 min`; a guess as its band with the word; a time somebody measured says so. */
export function timeText({ ms, estimate }: Pick<Reach, 'ms' | 'estimate'>, language: Locale): string {
  if (ms === null) return '';
  if (!estimate) return minutes(ms, language);
  const band = roundedBand(estimate.q25 / 60_000, estimate.q75 / 60_000);
  return `${translate(language, 'estimate-band', { band })} (${translate(language, 'estimate-label')})`;
}

const distinct = (texts: string[]) => [...new Set(texts)];
