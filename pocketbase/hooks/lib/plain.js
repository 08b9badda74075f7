/** A record as plain values, JSON columns parsed. */
const KEPT = ['id', 'collectionId', 'collectionName', 'created', 'updated', 'expand'];
/** Columns of lib/moments.js. */
const MOMENTS = ['movedAt', 'statusAt', 'bedsAt'];

function plain(record) {
  return JSON.parse(JSON.stringify(record));
}

let equalValues = null;

/** Whether two values agree. The keys of an object come out of Go in any order: texts of JSON are never compared. */
function same(a, b) {
  equalValues = equalValues || require($os.getenv('GREENLANE_CHECKS')).equalValues;
  return equalValues(a === undefined ? null : a, b === undefined ? null : b);
}

/** Names of the data fields two plain records differ in; bookkeeping columns are left out. */
function differing(before, after) {
  const skipped = KEPT.concat(MOMENTS, ['version', 'editedFields', 'origin']);
  return Object.keys(after).filter((field) => !skipped.includes(field) && !same(before[field], after[field]));
}

module.exports = { MOMENTS, plain, same, differing };
