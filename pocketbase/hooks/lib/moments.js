/**
 * When what others than the site may change has last changed: doses, a vehicle's state, beds. A column of the server's
 * own each, no part of what a client states, of `editedFields` or of the log.
 */
const { plain, same } = require(`${__hooks}/lib/plain.js`);

/** The column, what moves it, and the column that says when that was counted: a count bears its own moment. */
const MOMENTS = {
  stock: { column: 'movedAt', of: ['lots'], counted: 'countedAt' },
  vehicles: { column: 'statusAt', of: ['status', 'outOfServiceReason', 'minutesToReady'] },
  facilities: { column: 'bedsAt', of: ['bedsTotal', 'bedsFree'] }
};

/** Notes the moment `at` (ISO) where one of the fields changed moves it. */
function note(record, name, changed, at) {
  const moment = MOMENTS[name];
  if (!moment || changed.includes(moment.counted)) return;
  if (moment.of.some((field) => changed.includes(field))) record.set(moment.column, at);
}

/** Before a save: whoever changed it without saying when did so now. */
function keep(record) {
  const name = record.collection().name;
  const moment = MOMENTS[name];
  if (!moment || record.isNew()) return;
  const before = plain(record.original());
  const after = plain(record);
  if (before[moment.column] !== after[moment.column]) return;
  const changed = moment.of.concat(moment.counted || []).filter((field) => !same(before[field], after[field]));
  note(record, name, changed, new Date().toISOString());
}

/** What a client states of it counts for nothing. */
function restore(record, current) {
  const moment = MOMENTS[record.collection().name];
  if (moment) record.set(moment.column, current ? current[moment.column] : '');
}

module.exports = { MOMENTS, note, keep, restore };
