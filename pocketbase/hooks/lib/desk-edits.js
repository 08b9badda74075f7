/**
 * Edits by hand of what sending a vehicle rests on stand in the log, in the transaction of the edit: vehicles, who drives
 * them, which roads are closed.
 */
const { plain, differing } = require(`${__hooks}/lib/plain.js`);
const { append } = require(`${__hooks}/lib/operations/events.js`);
const { OUTSIDE, only } = require(`${__hooks}/lib/operations/records.js`);

const VERBS = {
  vehicles: { made: 'enter-vehicle', changed: 'edit-vehicle', gone: 'remove-vehicle' },
  crews: { made: 'enter-crew', changed: 'change-crew', gone: 'remove-crew' },
  closures: { made: 'close-road', changed: 'edit-closure', gone: 'reopen-road' }
};
/** A number to call is of use while it is right, and the log keeps for ever: it says that it changed. */
const UNTOLD = 'telephone';

function isLogged(name) {
  return !!VERBS[name];
}

function verbOf(name, before, after, changed) {
  const { made, changed: edited, gone } = VERBS[name];
  if (!before) return made;
  if (!after) return gone;
  if (name !== 'vehicles') return edited;
  if (changed.includes('status') || changed.includes('outOfServiceReason'))
    return { 'out-of-service': 'out-of-service', available: 'back-on-duty' }[after.status] || edited;
  return changed.every((field) => field.startsWith('position')) ? 'place' : edited;
}

function told(row, fields) {
  if (!row) return null;
  const some = only(row, fields);
  if (some[UNTOLD]) some[UNTOLD] = '***';
  return some;
}

/** Appends what an edit did; `before` and `after` are the plain record, null where there was or is none. */
function note(tx, auth, name, before, after) {
  if (!isLogged(name)) return;
  const empty = (value) => value === '' || value === null;
  const row = after || before;
  const changed = differing(before || {}, after || {})
    .concat(after ? [] : Object.keys(before))
    .filter((field) => !OUTSIDE.includes(field) && field !== 'version')
    .filter((field) => (before && after) || !empty(row[field]));
  if (changed.length === 0) return;
  const ctx = require(`${__hooks}/lib/follow-unit.js`).following(tx, row.area, auth);
  append(ctx, {
    verb: verbOf(name, before, after, changed),
    subject: name,
    subjectKey: row.key,
    before: told(before, changed),
    after: told(after, changed)
  });
}

/** The same of a record as it stands after it was saved. */
function noteSaved(tx, auth, before, record) {
  note(tx, auth, record.collection().name, before, plain(record));
}

module.exports = { isLogged, note, noteSaved };
