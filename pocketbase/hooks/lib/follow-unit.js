/**
 * Rights go by the unit a record stands in. So what hangs on a site, a village or a vehicle follows it into another unit,
 * in the same transaction. Reports, closed cases and goods received stay with the unit they were of.
 */
const { plain } = require(`${__hooks}/lib/plain.js`);
const { UNDER_WAY } = require(`${__hooks}/lib/leaning.js`);

/** Facts that follow: `[collection, column, which]`. */
const FACTS = {
  facilities: [
    ['stock', 'facilityId'],
    // The other posts name the hospital that theirs links to.
    ['posts', 'facilityId', 'kind = "township-hospital"'],
    // A vehicle lent by another unit or the county stays theirs.
    ['vehicles', 'baseFacilityId', 'unit = {:from}']
  ],
  villages: [
    ['people_counts', 'villageId'],
    ['known_times', 'villageId']
  ],
  vehicles: [['crews', 'vehicleId', 'unit = {:from}']]
};
/** Operations under way that follow: `[collection, column, column of its unit]`. */
const OPERATIONS = {
  facilities: [
    ['referrals', 'originFacilityId', 'unit'],
    ['referrals', 'targetFacilityId', 'targetUnit'],
    ['allocations', 'requesterFacilityId', 'unit'],
    ['allocations', 'sourceId', 'sourceUnit']
  ],
  villages: [],
  vehicles: [['assignments', 'vehicleId', 'vehicleUnit']]
};

function naming(ctx, collection, column, key, more, from) {
  const terms = ['area = {:area}', `${column} = {:key}`].concat(more || []);
  return ctx.tx.findRecordsByFilter(collection, terms.join(' && '), '', 0, 0, { area: ctx.area, key, from });
}

function moveFact(ctx, record, fields) {
  const before = plain(record);
  const changed = Object.keys(fields).filter((field) => before[field] !== fields[field]);
  if (changed.length === 0) return;
  for (const field of changed) record.set(field, fields[field]);
  // What the seed moves no hand has changed.
  if (ctx.actor.id) record.set('editedFields', [...new Set((before.editedFields || []).concat(changed))].sort());
  record.set('version', before.version + 1);
  ctx.tx.save(record);
  follow(ctx, record.collection().name, before, plain(record));
}

function moveOperation(ctx, record, column, unit) {
  const { change, find } = require(`${__hooks}/lib/operations/records.js`);
  if (record.getString(column) === unit) return;
  change(ctx, record, 'move-unit', { [column]: unit });
  if (record.collection().name !== 'referrals') return;
  const assignment = find(ctx.tx, 'assignments', ctx.area, record.getString('assignmentId'));
  if (assignment && assignment.getBool('open')) moveOperation(ctx, assignment, column, unit);
}

/** `before` and `after` are the plain record; nothing happens where its unit is the same, or nothing hangs on its kind. */
function follow(ctx, name, before, after) {
  if (!FACTS[name] || before.unit === after.unit) return;
  const { key, unit } = after;
  for (const [collection, column, which] of FACTS[name]) {
    for (const record of naming(ctx, collection, column, key, which, before.unit)) {
      const along = collection === 'vehicles' && record.getString('townshipId') === before.townshipId;
      moveFact(ctx, record, along ? { unit, townshipId: after.townshipId } : { unit });
    }
  }
  for (const [collection, column, unitColumn] of OPERATIONS[name]) {
    for (const record of naming(ctx, collection, column, key, UNDER_WAY[collection], before.unit)) {
      moveOperation(ctx, record, unitColumn, unit);
    }
  }
}

/** The context in which records follow; `auth` null is the server itself. */
function following(tx, area, auth) {
  const { contextOf } = require(`${__hooks}/lib/operations/context.js`);
  let actor = { id: '', name: 'system', role: 'system' };
  if (auth && auth.isSuperuser()) actor = { id: auth.id, name: 'console', role: 'console' };
  else if (auth) {
    const name = auth.getString('name') || auth.getString('username');
    actor = { id: auth.id, name, role: auth.getString('role') };
  }
  return contextOf(tx, actor, area, '', {});
}

module.exports = { FACTS, follow, following };
