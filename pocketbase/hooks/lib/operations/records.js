/** Reading and changing one record of operations, with what changed in the log. */
const { MOMENTS, differing } = require(`${__hooks}/lib/plain.js`);
const { toCore } = require(`${__hooks}/lib/facts.js`);
const { append } = require(`${__hooks}/lib/operations/events.js`);
const { refuse } = require(`${__hooks}/lib/operations/context.js`);

/** Columns that the log leaves out: bookkeeping, and names the event bears itself. */
const OUTSIDE = [
  'id',
  'key',
  'area',
  'origin',
  'editedFields',
  'collectionId',
  'collectionName',
  'created',
  'updated'
].concat(MOMENTS);

function set(record, fields) {
  const guard = require(`${__hooks}/lib/guard.js`);
  for (const field of Object.keys(fields))
    record.set(field, fields[field] === null && !guard.isJson(record, field) ? '' : fields[field]);
}

function only(row, fields) {
  const some = {};
  for (const field of fields) some[field] = row[field];
  return some;
}

/** Makes a record of operations and logs it whole. */
function make(ctx, collection, key, verb, fields, personalHash) {
  const record = new Record(ctx.tx.findCollectionByNameOrId(collection));
  set(record, Object.assign({ area: ctx.area, key, origin: 'hand', editedFields: [], version: 1 }, fields));
  ctx.tx.save(record);
  const row = toCore(record);
  append(ctx, {
    verb,
    subject: collection,
    subjectKey: key,
    after: only(
      row,
      Object.keys(row).filter((field) => !OUTSIDE.includes(field))
    ),
    personalHash
  });
  return record;
}

/**
 * Changes a record and logs what became different; `state` stands in the log of every act that moves one, changed or not.
 * A fact of the area is marked as edited by hand.
 */
function change(ctx, record, verb, fields, personalHash) {
  const before = toCore(record);
  set(record, fields);
  record.set('version', before.version + 1);
  const facts = !('stateAt' in before);
  if (facts) record.set('editedFields', [...new Set(before.editedFields.concat(Object.keys(fields)))].sort());
  ctx.tx.save(record);
  const after = toCore(record);
  const changed = differing(before, after).filter((field) => field !== 'updated' && field !== 'id');
  if ('state' in fields && !changed.includes('state')) changed.push('state');
  append(ctx, {
    verb,
    subject: record.collection().name,
    subjectKey: after.key,
    before: only(before, changed),
    after: only(after, changed),
    personalHash
  });
}

function find(app, collection, area, key) {
  return key ? require(`${__hooks}/lib/guard.js`).find(app, collection, area, key) : null;
}

function requireFact(app, collection, area, key, field) {
  const record = find(app, collection, area, key);
  if (!record) refuse(400, field, 'unknown_reference', `no ${collection} record "${key}" in area "${area}".`);
  return record;
}

/**
 * Refuses who saw an older record than the one that stands; `required` where a decision rests on what was seen, `first`
 * who changed it and when.
 */
function requireVersion(record, seen, required, first = {}) {
  if (typeof seen !== 'number') {
    if (required || seen !== undefined)
      refuse(400, 'version', 'version_missing', 'send the version of the record you read.');
    return;
  }
  const row = toCore(record);
  if (row.version === seen) return;
  const now = { current: row.version, yours: seen, state: row.state || row.status, stateAt: row.stateAt || '' };
  const params = Object.assign(now, first);
  refuse(409, 'version', 'stale_version', `the record is at version ${row.version} by now. Read it again.`, params);
}

/** A record as it is answered: PocketBase's own columns stay here. */
function shown(record) {
  const row = toCore(record);
  for (const field of ['collectionId', 'collectionName']) delete row[field];
  return row;
}

module.exports = { OUTSIDE, only, make, change, find, requireFact, requireVersion, shown };
