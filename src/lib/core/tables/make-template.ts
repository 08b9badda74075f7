import { CAPABILITY_WORDS } from './read-words';
import type { TableKind } from './table';
import type { TableField } from './table-kinds';
import { TABLE_KIND_SPECS } from './table-kinds';
import { writeXlsx } from './write-xlsx';

/** Twice as wide as a Latin letter, with room for a figure. */
const widthOf = (heading: string) =>
  Math.max(
    10,
    [...heading].reduce((sum, each) => sum + (each > '\u00ff' ? 2 : 1), 4)
  );

/** The words that a column takes, best ones first; null where it takes any. */
function wordsOf({ type, choices }: TableField, language: 'zh' | 'en'): string[] | null {
  const accepted = type === 'capabilities' ? CAPABILITY_WORDS : choices;
  if (!accepted) return null;
  const isHan = (word: string) => /\p{Script=Han}/u.test(word);
  return Object.entries(accepted).map(
    ([value, words]) => words.find((word: string) => isHan(word) === (language === 'zh')) ?? value
  );
}

/**
 * A workbook with the headings of a kind, required ones first, and columns for codes and telephones kept as text; on a
 * second sheet the words that some columns want.
 */
export function makeTemplate(kind: TableKind, language: 'zh' | 'en'): Uint8Array {
  const fields = TABLE_KIND_SPECS[kind].fields.filter(({ kept, name }) => kept && name !== 'labels');
  const ordered = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
  const headings = ordered.map((field) => field[language][0]);
  const textColumns = ordered.flatMap(({ type, name }, i) =>
    type === 'code' || name === 'telephone' || name === 'lot' ? [i] : []
  );
  const words = ordered.flatMap((field) => {
    const accepted = wordsOf(field, language);
    return accepted ? [[field[language][0], accepted.join(language === 'zh' ? '、' : ', ')]] : [];
  });
  return writeXlsx([
    { name: kind, rows: [headings], widths: headings.map(widthOf), textColumns },
    ...(words.length > 0 ? [{ name: language === 'zh' ? '可填词语' : 'words', rows: words, widths: [16, 80] }] : [])
  ]);
}
