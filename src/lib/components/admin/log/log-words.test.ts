import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MACHINE_VERBS } from '$core/operations/transitions';
import '$lib/i18n/late-messages';
import { changesOf, outcomeWords, subjectWords, verbCode } from './log-words';

const HOOKS = join(import.meta.dirname, '../../../../../pocketbase/hooks/lib');
const texts = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? texts(join(folder, entry.name)) : [readFileSync(join(folder, entry.name), 'utf8')]
  );

it('every act that the server writes into the log has its words', () => {
  const literal = texts(HOOKS).flatMap((text) => [
    ...[...text.matchAll(/change\(ctx, [\w.]+, '([a-z-]+)'/g)].map(([, verb]) => verb),
    ...[...text.matchAll(/\b(?:made|changed|gone): '([a-z-]+)'/g)].map(([, verb]) => verb),
    ...[...text.matchAll(/append\([\w.]+, \{\s*verb: '([a-z-]+)'/g)].map(([, verb]) => verb)
  ]);
  expect(literal.length).toBeGreaterThan(10);
  const verbs = new Set([...Object.values(MACHINE_VERBS).flat(), ...literal]);
  expect([...verbs].filter((verb) => verbCode(verb) === 'log-did-other')).toEqual([]);
});

it('fields stand as they were and as they became, what there was not as a dash', () => {
  expect(changesOf({ before: { state: 'requested' }, after: { state: 'accepted', beds: [1] } })).toEqual([
    { field: 'beds', before: '–', after: '[1]' },
    { field: 'state', before: 'requested', after: 'accepted' }
  ]);
  expect(changesOf({ before: null, after: null })).toEqual([]);
});

it('an edit of a crew or a road says what it came to', () => {
  const line = { subjectKey: 'x', before: null };
  const crew = { vehicleId: 'v-1', driver: 'Ali', attendant: '', onDuty: true, telephone: '***' };
  const entered = { ...line, subject: 'crews', after: crew };
  expect([subjectWords(entered), outcomeWords(entered)]).toEqual(['crew of v-1', 'Ali · on duty']);
  const closed = { ...line, subject: 'closures', after: { wayId: 7, reason: 'flood' } };
  expect([subjectWords(closed), outcomeWords(closed)]).toEqual(['road way 7', 'flood']);
  const out = { ...line, subject: 'vehicles', after: { status: 'out-of-service', outOfServiceReason: 'weather' } };
  expect(outcomeWords(out)).toBe('weather');
  expect(outcomeWords({ ...out, after: null })).toBe('');
});
