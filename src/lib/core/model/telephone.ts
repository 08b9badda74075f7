const MOST_CHARACTERS = 60;
const FEWEST_DIGITS = 3;
/** One number or several, with the marks people write in them and an extension behind 转, ext, x or #. */
const MARKS = /^[\d\s+\-()（）./,，;；、—–·]*$/;
const EXTENSION = /(转|ext\.?|x|#)\s?(?=\d)/gi;

/** Whether a text is something that can be dialled; an empty one is not. */
export function isTelephone(text: string): boolean {
  const plain = text.replace(EXTENSION, ' ');
  const digits = plain.replace(/\D/g, '').length;
  return text.length <= MOST_CHARACTERS && digits >= FEWEST_DIGITS && MARKS.test(plain);
}
