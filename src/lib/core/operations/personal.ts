/** Who the patient of a case is: enciphered by the server, read only through the one route that writes down who read it. */
export interface Personal {
  name: string;
  telephone: string;
  address: string;
  note: string;
}

/** Shortest piece of each that counts as telling; a name of one character would stand in many a sentence. */
const LEAST = { name: 2, telephone: 6, address: 6, note: 8 };

/** A number is known by its end: the code of country or town before it may be left out. */
const TELLING_DIGITS = 7;
// Spelt out: the engine of the server's hooks knows no classes of Unicode.
const BETWEEN_WORDS = /[\s!-/:-@[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\u30fb]+/;

/**
 * Field of the personal data that a free text gives away; null where it gives away none. Such texts are kept in the open
 * log, which must not hold them. Blanks, punctuation, case, full width, the order of a name's parts and the code before a
 * telephone number hide nothing.
 */
export function givesAway(text: string, personal: Personal): keyof Personal | null {
  const words = wordsOf(text);
  const joined = words.join('');
  const tells = {
    name: (value: string) => isWhole(joined, value, LEAST.name) || hasEveryPart(words, wordsOf(value)),
    telephone: (value: string) => {
      const digits = digitsOf(value).slice(-TELLING_DIGITS);
      return digits.length >= LEAST.telephone && digitsOf(text).includes(digits);
    },
    address: (value: string) => isWhole(joined, value, LEAST.address),
    note: (value: string) => isWhole(joined, value, LEAST.note)
  };
  return (Object.keys(LEAST) as (keyof Personal)[]).find((field) => tells[field](personal[field])) ?? null;
}

function isWhole(joined: string, value: string, least: number): boolean {
  const wanted = wordsOf(value).join('');
  return wanted.length >= least && joined.includes(wanted);
}

/** One part alone, as a family name that many bear, tells nobody. */
function hasEveryPart(words: readonly string[], parts: readonly string[]): boolean {
  return parts.length > 1 && parts.every((part) => words.includes(part));
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}
