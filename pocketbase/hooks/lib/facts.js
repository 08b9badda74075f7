/** Records as the core reads them, and the core itself. */
const { plain } = require(`${__hooks}/lib/plain.js`);

/** Texts that may be unknown are empty here and null in the core. */
const EMPTY_IS_NULL = [
  'reportedAt',
  'countedAt',
  'countedOn',
  'movedAt',
  'statusAt',
  'bedsAt',
  'outOfServiceReason',
  'baseFacilityId',
  'positionAt',
  'shiftEndsAt',
  // operations
  'previousId',
  'requestedAt',
  'originFacilityId',
  'villageId',
  'assignmentId',
  'eventNotifiedAt',
  'dispatchNotifiedAt',
  'enRouteAt',
  'atSceneAt',
  'leftSceneAt',
  'atDestinationAt',
  'handedOverAt',
  'backInServiceAt',
  'sourceKind',
  'sourceId',
  'sourceUnit',
  'submittedAt',
  'approvedAt',
  'pickedAt',
  'shippedAt',
  'receivedAt'
];

/** The core's own code, built into one file when the server starts. */
function core() {
  return require($os.getenv('GREENLANE_CHECKS'));
}

function toCore(record) {
  const row = plain(record);
  for (const field of EMPTY_IS_NULL) if (row[field] === '') row[field] = null;
  row.editedFields = row.editedFields || [];
  row.id = row.key;
  return row;
}

function mapOf(records) {
  const map = new Map();
  for (const each of records) {
    const row = toCore(each);
    map.set(row.id, row);
  }
  return map;
}

function allOf(app, collection, terms) {
  return app.findAllRecords(collection, $dbx.hashExp(terms));
}

/** The rule pack in force in an area at a moment (epoch ms), `{ id, pack }`. */
function rulesOf(app, area, at) {
  return core().rulePackInForce({ rulePacks: mapOf(allOf(app, 'rule_packs', { area })) }, at);
}

module.exports = { core, toCore, mapOf, allOf, rulesOf };
