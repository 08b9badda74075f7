import { expect, it } from 'vitest';
import { findHeadings } from './find-headings';
import { guessColumns, guessKind } from './guess-columns';
import { makeTemplate } from './make-template';
import { openXlsx } from './read-xlsx';
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
