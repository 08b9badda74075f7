/**
 * What rules cannot say: which fields a role may change, compare-and-set by version inside one transaction, and the
 * bookkeeping columns, which the server alone writes.
 */
const { plain, differing } = require(`${__hooks}/lib/plain.js`);
const { isLogged, note, noteSaved } = require(`${__hooks}/lib/desk-edits.js`);

const STATUS = ['status', 'outOfServiceReason', 'minutesToReady', 'positionLon', 'positionLat', 'positionAt'];

/** Fields a role may change; a collection that is absent is unrestricted for the roles the rules let through. */
const ALLOWED = {
  reporter: {
    facilities: [
      'open',
      'open24h',
      'capabilities',
      'bedsTotal',
      'bedsFree',
      'icuBeds',
      'convertibleIcuBeds',
      'convertHours',
      'oxygenBeds',
      'oximeters',
      'drUnits',
      'feverSet',
      'feverOpen',
      'feverFlowSafe',
      'prescribesFever',
      'staffNow',
      'telephone',
      'openingHours',
      'feverHours',
      'reportedAt',
      'unknown'
    ],
    vehicles: STATUS,
    stock: ['lots', 'onOrderDoses', 'meanDailyUse', 'countedAt'],
    people_counts: [
      'aged65',
      'aged80',
      'red',
      'yellow',
      'green',
      'returnees',
      'contactsDone',
      'vaccinated60',
      'target60',
      'vaccinated80',
      'target80',
      'countedOn',
      'unknown'
    ]
  },
  dispatcher: { vehicles: STATUS }
};
/** Fields a role may not change although the rules let it write the collection. */
const DENIED = {
  planner: { vehicles: ['status', 'outOfServiceReason', 'positionLon', 'positionLat', 'positionAt'] }
};

/** Which record must exist behind a key column; `sameUnit` holds the writer to the unit of that record. */
const REFERENCES = {
  villages: [['townshipId', 'townships']],
  facilities: [
    ['townshipId', 'townships'],
    ['parentId', 'facilities'],
    ['allianceId', 'alliances']
  ],
  alliances: [
    ['leadFacilityId', 'facilities'],
    ['designatedFacilityId', 'facilities'],
    ['subDesignatedFacilityId', 'facilities']
  ],
  vehicles: [
    ['townshipId', 'townships'],
    ['baseFacilityId', 'facilities']
  ],
  crews: [['vehicleId', 'vehicles']],
  stock: [
    ['facilityId', 'facilities', 'sameUnit'],
    ['medicineId', 'medicines']
  ],
  people_counts: [['villageId', 'villages', 'sameUnit']],
  zones: [['facilityId', 'facilities']],
  posts: [['facilityId', 'facilities']],
  known_times: [
    ['villageId', 'villages', 'sameUnit'],
    ['facilityId', 'facilities']
  ]
};
/** What names the seat of a township where a facility is named (core/estimate/seat-place.ts). */
const SEAT = 'seat-';

function refuse(status, field, code, message) {
  throw new ApiError(status, message, { [field]: new ValidationError(code, message) });
}

function find(app, collection, area, key) {
  try {
    return app.findFirstRecordByFilter(collection, 'area = {:area} && key = {:key}', { area, key });
  } catch (_) {
    return null;
  }
}

const MOST_TOWNSHIPS = 500;

function checkTownships(app, { area, townshipIds }) {
  // What is no list, or too long a one, is refused with the other values.
  if (!Array.isArray(townshipIds) || townshipIds.length > MOST_TOWNSHIPS) return;
  const unknown = townshipIds.find((each) => !find(app, 'townships', area, String(each)));
  if (unknown === undefined) return;
  refuse(400, 'townshipIds', 'unknown_reference', `townshipIds: no townships record "${unknown}" in area "${area}".`);
}

function parentOf(facility) {
  return facility ? facility.getString('parentId') : '';
}

/** No facility is its own parent by way of others; `parentKeyOf(key)` gives that of a facility, or ''. */
function checkParents({ key, parentId }, parentKeyOf) {
  const above = [];
  for (let next = parentId; next && !above.includes(next); next = parentKeyOf(next)) {
    // Alone it is refused with the other values.
    if (next === key && above.length > 0) {
      const ring = [key].concat(above, key).join(' → ');
      refuse(400, 'parentId', 'parent_ring', `parentId: ${ring} is a ring. Give one of them another parent, or none.`);
    }
    above.push(next);
  }
}

/** Every named neighbour exists in the area, and the unit is a township of it or the county. */
function checkReferences(app, name, after, fields) {
  for (const [field, target, sameUnit] of REFERENCES[name] || []) {
    const named = fields.includes(field) ? field : sameUnit && fields.includes('unit') ? 'unit' : null;
    if (!named || !after[field]) continue;
    if (name === 'known_times' && after[field].startsWith(SEAT)) {
      if (find(app, 'townships', after.area, after[field].slice(SEAT.length))) continue;
    }
    const other = find(app, target, after.area, after[field]);
    if (!other) {
      refuse(
        400,
        field,
        'unknown_reference',
        `${field}: no ${target} record "${after[field]}" in area "${after.area}".`
      );
    }
    if (sameUnit && other.getString('unit') !== after.unit) {
      refuse(403, named, 'foreign_unit', `${named}: "${after[field]}" belongs to unit "${other.getString('unit')}".`);
    }
  }
  if (name === 'facilities' && fields.includes('parentId')) {
    checkParents(after, (key) => parentOf(find(app, 'facilities', after.area, key)));
  }
  if (name === 'zones' && fields.includes('townshipIds')) checkTownships(app, after);
  if (name === 'posts' && after.kind === 'township-hospital' && after.facilityId) {
    const hospital = find(app, 'facilities', after.area, after.facilityId);
    if (hospital && hospital.getString('unit') !== after.unit) {
      refuse(
        403,
        'facilityId',
        'foreign_unit',
        `facilityId: "${after.facilityId}" belongs to unit "${hospital.getString('unit')}".`
      );
    }
  }
  if (fields.includes('unit') && after.unit !== 'county' && !find(app, 'townships', after.area, after.unit)) {
    if (name === 'townships' && after.unit === after.key) return;
    refuse(400, 'unit', 'unknown_unit', `unit: no township "${after.unit}" in area "${after.area}". Or use "county".`);
  }
}

/** A report from the future would never grow old; a day's grace for dates, since days begin earlier in the east. */
const CLOCK_DRIFT_MS = 5 * 60000;
const REPORTED = ['positionAt', 'reportedAt', 'countedAt', 'countedOn', 'measuredOn'];
const DAYS = ['countedOn', 'measuredOn'];

function checkReported(after, fields) {
  for (const field of REPORTED) {
    if (!fields.includes(field) || !after[field]) continue;
    const grace = DAYS.includes(field) ? 86400000 : CLOCK_DRIFT_MS;
    if (Date.parse(after[field]) > Date.now() + grace) {
      refuse(400, field, 'in_future', `${field}: ${after[field]} lies in the future. Check the clock of this device.`);
    }
  }
}

function create(e) {
  const record = e.record;
  if (e.auth && !e.auth.isSuperuser()) {
    record.set('origin', 'hand');
    record.set('editedFields', []);
    if (['facilities', 'villages', 'vehicles'].includes(e.collection.name) && !record.getString('unit'))
      record.set('unit', record.getString('townshipId') || 'county');
    const after = plain(record);
    checkReferences(e.app, e.collection.name, after, Object.keys(after));
    checkReported(after, Object.keys(after));
  }
  if (e.collection.name === 'rule_packs') require(`${__hooks}/lib/rule-packs.js`).publish(e.app, record, e.auth);
  record.set('version', 1);
  require(`${__hooks}/lib/moments.js`).restore(record, null);
  // What a zone holds is compared with the others: nothing may come between.
  if (e.collection.name === 'zones') return e.app.runInTransaction((tx) => within(e, tx));
  if (isLogged(e.collection.name)) {
    return durably(e.app, (tx) => {
      within(e, tx);
      noteSaved(tx, e.auth, null, e.record);
    });
  }
  return e.next();
}

/** For what stands in the log. In a batch the transaction has begun already. */
function durably(app, run) {
  if (app.isTransactional()) app.runInTransaction(run);
  else require(`${__hooks}/lib/durable.js`).durably(app, run);
}

/** Goes on inside a transaction. */
function within(e, tx) {
  const outer = e.app;
  e.app = tx;
  try {
    e.next();
  } finally {
    e.app = outer;
  }
}

function checkFields(role, name, changed) {
  // The rules ask for the unit a record stands in, not for the one it is moved to.
  if (role === 'reporter' && changed.includes('unit'))
    refuse(403, 'unit', 'foreign_unit', 'unit: a reporter keeps records in the own unit.');
  const allowed = (ALLOWED[role] || {})[name];
  const denied = (DENIED[role] || {})[name] || [];
  for (const field of changed) {
    if ((allowed && !allowed.includes(field)) || denied.includes(field)) {
      refuse(403, field, 'not_allowed', `${field}: a ${role} may not change this field of ${name}.`);
    }
  }
}

function stale(current, wanted, base) {
  const data = {
    version: new ValidationError('stale_version', `The record is at version ${current.version}.`).setParams({
      current: current.version,
      yours: base
    })
  };
  for (const field of differing(current, wanted)) {
    data[field] = new ValidationError('differs', 'Another desk has written this record.').setParams({
      theirs: current[field],
      yours: wanted[field]
    });
  }
  throw new ApiError(409, 'This record has changed since you read it. Read it again, then repeat your change.', data);
}

/** A figure that a request states is known from then on, 0 too, unless the request itself names what stays unknown. */
function noteKnown(record, current, stated) {
  if (!current.unknown || 'unknown' in stated) return;
  const left = current.unknown.filter((field) => !(field in stated));
  if (left.length < current.unknown.length) record.set('unknown', left);
}

const POSITION = ['positionLon', 'positionLat', 'positionAt', 'positionSeq'];

/** Fixes come between without a version: those that this request does not state stay as they are by now. */
function keepPosition(record, current, stated) {
  for (const field of POSITION) if (!(field in stated)) record.set(field, current[field]);
}

/** What others lean on stays. The console, which repairs what is amiss, is not held back. */
function remove(e) {
  const name = e.collection.name;
  const run = (tx) => {
    const before = plain(e.record);
    const asConsole = !!e.auth && e.auth.isSuperuser();
    const by = asConsole ? null : require(`${__hooks}/lib/leaning.js`).hindrance(tx, e.record);
    const { key } = before;
    if (by) refuse(409, 'key', 'in_use', `"${key}" is needed by ${by}. Change or delete that first, or keep "${key}".`);
    within(e, tx);
    note(tx, e.auth, name, before, null);
  };
  return isLogged(name) ? durably(e.app, run) : e.app.runInTransaction(run);
}

/** What a vehicle on an assignment is doing follows from that. */
function checkDuty(app, vehicle, changed) {
  if (!changed.includes('status') && !changed.includes('outOfServiceReason')) return;
  const open = app.findRecordsByFilter('assignments', 'area = {:area} && vehicleId = {:key} && open = true', '', 1, 0, {
    area: vehicle.area,
    key: vehicle.key
  })[0];
  if (!open) return;
  const message = `status: "${vehicle.key}" is on assignment ${open.getString('key')}. End that, or stand it down.`;
  const params = { assignmentId: open.getString('key'), referralId: open.getString('referralId') };
  throw new ApiError(409, message, { status: new ValidationError('on_assignment', message).setParams(params) });
}

function update(e) {
  const name = e.collection.name;
  const stated = e.requestInfo().body;
  const base = stated.version;
  if (typeof base !== 'number') {
    refuse(400, 'version', 'version_missing', 'version: send the version of the record you read.');
  }
  const asConsole = !!e.auth && e.auth.isSuperuser();
  const { FACTS, follow, following } = require(`${__hooks}/lib/follow-unit.js`);
  const run = (tx) => {
    const record = e.record;
    const current = plain(tx.findRecordById(name, record.id));
    if (name === 'rule_packs') require(`${__hooks}/lib/rule-packs.js`).publish(tx, record, e.auth);
    if (name === 'vehicles') keepPosition(record, current, stated);
    noteKnown(record, current, stated);
    const wanted = plain(record);
    if (current.version !== base) stale(current, wanted, base);
    const changed = differing(current, wanted);
    for (const field of ['key', 'area']) {
      if (changed.includes(field)) refuse(403, field, 'fixed', `${field}: stays as it was made.`);
    }
    record.set('origin', current.origin);
    require(`${__hooks}/lib/moments.js`).restore(record, current);
    record.set('version', base + 1);
    if (!asConsole) {
      const role = e.auth.getString('role');
      checkFields(role, name, changed);
      checkReferences(tx, name, wanted, changed);
      checkReported(wanted, changed);
      if (name === 'vehicles') checkDuty(tx, current, changed);
      if (role === 'reporter' && name === 'facilities') record.set('reportedAt', new Date().toISOString());
      const edited = new Set(current.editedFields || []);
      for (const field of changed) edited.add(field);
      record.set('editedFields', [...edited].sort());
    }
    within(e, tx);
    noteSaved(tx, e.auth, current, record);
    follow(following(tx, current.area, e.auth), name, current, plain(record));
  };
  // Cases that follow stand in the log.
  if (isLogged(name) || (FACTS[name] && 'unit' in stated)) durably(e.app, run);
  else e.app.runInTransaction(run);
}

/** Whether a column keeps null: JSON does, text and choice keep an empty text. */
function isJson(record, field) {
  const column = record.collection().fields.getByName(field);
  return !!column && column.type() === 'json';
}

module.exports = {
  create,
  update,
  remove,
  find,
  checkDuty,
  checkFields,
  checkParents,
  checkReferences,
  checkReported,
  isJson,
  parentOf,
  REFERENCES
};
