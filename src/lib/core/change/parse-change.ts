import { COLLECTION_NAMES, type Change, type Edit } from '../model/situation';

/** A change that cannot be used; `field` is the path of the first bad entry. */
export class ChangeError extends Error {
  constructor(
    readonly field: string,
    readonly read: string,
    readonly wanted: string
  ) {
    super(`change: ${field} is ${read}, wanted ${wanted}`);
  }
}

/**
 * Reads a change from outside, such as a saved plan: every edit names a collection and a record, and holds that record
 * before and after, of which one may be missing. The records' own fields are not looked into.
 *
 * @throws ChangeError naming the first faulty field.
 */
export function parseChange(input: unknown): Change {
  const root = object(input, 'content');
  const verb = text(root.verb, 'verb');
  if (!Array.isArray(root.edits)) return fail('edits', root.edits, 'a list');
  return { verb, edits: root.edits.map((each, i) => parseEdit(each, `edits.${i}`)) };
}

function parseEdit(input: unknown, field: string): Edit {
  const raw = object(input, field);
  const collection = COLLECTION_NAMES.find((name) => name === raw.collection);
  if (!collection) return fail(`${field}.collection`, raw.collection, `one of ${COLLECTION_NAMES.join(', ')}`);
  const id = text(raw.id, `${field}.id`);
  for (const side of ['before', 'after']) {
    if (raw[side] === null) continue;
    const record = object(raw[side], `${field}.${side}`);
    if (record.id !== id) fail(`${field}.${side}.id`, record.id, `the id of the edit, "${id}"`);
  }
  if (raw.before === null && raw.after === null) fail(`${field}.after`, null, 'a record, for there is none before');
  return { collection, id, before: raw.before, after: raw.after } as Edit;
}

function object(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(field, value, 'an object');
  return value as Record<string, unknown>;
}

function text(value: unknown, field: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : fail(field, value, 'a text');
}

function fail(field: string, read: unknown, wanted: string): never {
  throw new ChangeError(field, read === undefined ? 'missing' : JSON.stringify(read), wanted);
}
