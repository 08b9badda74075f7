/** A record as plain values, JSON columns parsed. */
const KEPT = ['id', 'collectionId', 'collectionName', 'created', 'updated', 'expand'];

function plain(record) {
  return JSON.parse(JSON.stringify(record));
}

/** Names of the data fields two plain records differ in; bookkeeping columns are left out. */
function differing(before, after) {
  const skipped = KEPT.concat(['version', 'editedFields', 'origin']);
  return Object.keys(after).filter(
    (field) => !skipped.includes(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field])
  );
}

module.exports = { plain, differing };
