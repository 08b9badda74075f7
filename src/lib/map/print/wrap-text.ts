import type { Locale } from '../../i18n';

/** Signs that stay with what stands before them, and those that stay with what follows. */
const CLOSING = /^[\s.,;:!?%)\]}’”，。、；：！？）》」』】…·]+$/u;
const OPENING = /[([{‘“（《「『【]$/u;

/**
 * A text in lines no wider than `width`, broken between words, in Chinese between words too, and inside a word only
 * where it alone is too wide. Line breaks in the text are kept. Nothing is left out.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number, locale: Locale): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, measure, locale));
}

function wrapParagraph(text: string, width: number, measure: (text: string) => number, locale: Locale): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, locale)) {
    if (line === '' || measure((line + piece).trimEnd()) <= width) {
      line += piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
    while (measure(line.trimEnd()) > width && [...line.trimEnd()].length > 1) {
      const head = fitting(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line.trimEnd()];
}

/** As many characters of a too wide word as fit, at least one. */
function fitting(text: string, width: number, measure: (text: string) => number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && measure(head + character) > width) break;
    head += character;
  }
  return head;
}

/** Words with the signs that may not be parted from them. */
function pieces(text: string, locale: Locale): string[] {
  const found: string[] = [];
  let opened = false;
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (found.length > 0 && (opened || CLOSING.test(segment))) found[found.length - 1] += segment;
    else found.push(segment);
    opened = OPENING.test(segment);
  }
  return found;
}
