import { expect, it } from 'vitest';
import { findHeadings } from './find-headings';
import { guessColumns, guessKind } from './guess-columns';
import { makeTemplate } from './make-template';
import { CAPABILITIES } from '../model/records';
import { readCapabilities, readChoice } from './read-words';
import { openXlsx } from './read-xlsx';
import { TIERS } from './site-fields';
import { TABLE_KINDS } from './table';
import { TABLE_KIND_SPECS } from './table-kinds';

it.each(TABLE_KINDS.flatMap((kind) => [[kind, 'zh'] as const, [kind, 'en'] as const]))(
  'the template of %s in %s is read as what it is',
  (kind, language) => {
    const { headings } = findHeadings(openXlsx(makeTemplate(kind, language)).readSheet(0));
    expect(guessKind(headings).kind).toBe(kind);
    const mapping = guessColumns(headings, kind).mapping;
    const wanted = TABLE_KIND_SPECS[kind].fields
      .filter(({ kept, name }) => kept && name !== 'labels')
      .map(({ name }) => name);
    expect([...mapping].sort()).toEqual(wanted.sort());
  }
);

it('the words on its second sheet are read as what they name', () => {
  for (const language of ['zh', 'en'] as const) {
    const grid = openXlsx(makeTemplate('facilities', language)).readSheet(1);
    const words = grid.cells.filter((_, i) => i % grid.columnCount === 1);
    expect(words).toHaveLength(2);
    const [tiers, capabilities] = words.map((list) => list.split(/[、,]\s*/));
    expect(tiers.map((word) => readChoice(word, TIERS))).toEqual(Object.keys(TIERS));
    expect(readCapabilities(capabilities.join(','))).toEqual({ value: CAPABILITIES });
  }
});
