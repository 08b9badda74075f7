/** Every write of an area record, from whatever side, is checked here; an error names the field and the cure. */
const { plain } = require(`${__hooks}/lib/plain.js`);

const CAPABILITIES = ['oxygen', 'icu', 'dialysis', 'monitor', 'ventilator', 'stretcher', 'fever-clinic', 'obstetric'];
/** How far outside the area's box a place may lie, degrees; a supplier may sit anywhere. */
const MARGIN = { townships: 0.3, villages: 0.3, facilities: 0.3, vehicles: 0.3 };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function fail(field, code, message) {
  throw new BadRequestError(`${field}: ${message}`, { [field]: new ValidationError(code, `${field}: ${message}`) });
}

/** More than any county holds; beyond it sums lose their units. */
const MOST = 1e9;
const LONGEST_RANGE_KM = 5000;

function isNumber(value) {
  return typeof value === 'number' && isFinite(value);
}

function isMoment(value) {
  return (
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value) && !isNaN(Date.parse(value.replace(' ', 'T')))
  );
}

/** 30 February is no day, though it can be read as one of March. */
function isDay(value) {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) return false;
  const time = Date.parse(value);
  return !isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

function checkNames(field, value) {
  if (!value || typeof value !== 'object' || Array.isArray(value)) {
    fail(field, 'names_shape', 'give an object with "local" and, where known, "en" and "zh".');
  }
  if (typeof value.local !== 'string' || value.local.trim() === '')
    fail(field, 'names_local', '"local" must be a name.');
  for (const key of Object.keys(value)) {
    if (!['local', 'en', 'zh'].includes(key)) fail(field, 'names_key', `"${key}" is not one of local, en, zh.`);
    if (value[key] !== null && (typeof value[key] !== 'string' || value[key].length > 300)) {
      fail(field, 'names_text', `"${key}" must be a text of at most 300 characters.`);
    }
  }
}

/** Both or none, in range, not (0,0), inside `box` widened by `margin` degrees. */
function checkPlace(lonField, latField, row, box, margin) {
  const lon = row[lonField];
  const lat = row[latField];
  if (lon === null && lat === null) return;
  if (lon === null || lat === null) {
    fail(lon === null ? lonField : latField, 'half_place', `give both ${lonField} and ${latField}, or neither.`);
  }
  if (!isNumber(lon) || lon < -180 || lon > 180) fail(lonField, 'bad_longitude', 'must be degrees from -180 to 180.');
  if (!isNumber(lat) || lat < -90 || lat > 90) fail(latField, 'bad_latitude', 'must be degrees from -90 to 90.');
  if (lon === 0 && lat === 0) fail(lonField, 'null_island', '(0, 0) is no place; leave both empty when it is unknown.');
  if (!box) return;
  if (lon < box[0] - margin || lon > box[2] + margin || lat < box[1] - margin || lat > box[3] + margin) {
    fail(
      lonField,
      'outside_area',
      `(${lon}, ${lat}) lies outside the area (${box.join(', ')}); check order and sign of the coordinates.`
    );
  }
}

function checkCount(field, value, nullable) {
  if (value === null && nullable) return;
  if (!isNumber(value) || value < 0) fail(field, 'negative', 'must be a number of 0 or more.');
  if (value > MOST) fail(field, 'too_large', `must be at most ${MOST}.`);
}

/** Kilometres a vehicle goes without taking fuel; null where nobody knows. */
function checkRange(value) {
  if (value === null || value === undefined) return;
  if (!isNumber(value) || value <= 0 || value > LONGEST_RANGE_KM) {
    fail('rangeKm', 'out_of_range', `must be kilometres up to ${LONGEST_RANGE_KM}, or empty where nobody knows.`);
  }
}

/** Numbers of OSM are the only ones that may be larger. */
const OSM_NUMBERS = ['wayId', 'fromNode', 'toNode'];

function checkSizes(row) {
  for (const field of Object.keys(row)) {
    const value = row[field];
    if (typeof value !== 'number' || OSM_NUMBERS.includes(field)) continue;
    if (!isFinite(value) || Math.abs(value) > MOST) fail(field, 'too_large', `must be at most ${MOST}.`);
  }
}

/** The core's own checks, built into one file when the server starts; a fault names the entry at fault. */
function coreChecks() {
  const path = $os.getenv('GREENLANE_CHECKS');
  if (!path) throw new InternalServerError('GREENLANE_CHECKS is not set: start the server with "npm start".');
  return require(path);
}

function checkContent(fault) {
  if (fault) fail('content', 'content_fault', `${fault.message}.`.replace(/\.\.$/, '.'));
}

function checkCapabilities(value) {
  if (!Array.isArray(value)) fail('capabilities', 'not_a_list', `give a list of ${CAPABILITIES.join(', ')}.`);
  for (const each of value) {
    if (!CAPABILITIES.includes(each)) {
      fail('capabilities', 'unknown_value', `"${each}" is not one of ${CAPABILITIES.join(', ')}.`);
    }
  }
}

/** Figures that may be named as unknown: those that a person counts. */
const MAY_BE_UNKNOWN = { people_counts: 'COUNT_FIELDS', facilities: 'FACILITY_COUNTS' };

function checkUnknown(name, { unknown }) {
  if (unknown === null || unknown === undefined) return;
  const fields = coreChecks()[MAY_BE_UNKNOWN[name]];
  if (!Array.isArray(unknown)) fail('unknown', 'not_a_list', `give a list of ${fields.join(', ')}.`);
  unknown.forEach((each, i) => {
    if (!fields.includes(each)) fail('unknown', 'unknown_value', `"${each}" is not one of ${fields.join(', ')}.`);
    if (unknown.indexOf(each) !== i) fail('unknown', 'named_twice', `"${each}" is named twice; name it once.`);
  });
}

function checkLots(lots) {
  if (!Array.isArray(lots)) fail('lots', 'not_a_list', 'give a list of { lot, doses, expiresOn }.');
  lots.forEach((each, index) => {
    const at = `lot ${index + 1}`;
    if (!each || typeof each !== 'object') fail('lots', 'lot_shape', `${at}: give { lot, doses, expiresOn }.`);
    for (const key of Object.keys(each)) {
      if (!['lot', 'doses', 'expiresOn'].includes(key)) fail('lots', 'lot_key', `${at}: "${key}" is unknown.`);
    }
    if (typeof each.lot !== 'string') fail('lots', 'lot_number', `${at}: "lot" must be a text.`);
    if (!isNumber(each.doses) || each.doses < 0 || each.doses > MOST) {
      fail('lots', 'lot_doses', `${at}: "doses" must be from 0 to ${MOST}.`);
    }
    if (!isDay(each.expiresOn)) fail('lots', 'lot_expiry', `${at}: "expiresOn" must be a date like 2027-03-31.`);
  });
}

function checkMoments(row, fields) {
  for (const field of fields) {
    if (row[field] && !isMoment(row[field])) fail(field, 'bad_date', 'must be a date-time like 2027-03-31T08:00:00Z.');
  }
}

function checkClosure(row) {
  if (row.wayId <= 0) fail('wayId', 'bad_way', 'must be the number of an OSM way.');
  const nodes = ['fromNode', 'toNode'];
  for (const field of nodes) {
    if (row[field] !== null && (!isNumber(row[field]) || row[field] <= 0 || Math.floor(row[field]) !== row[field])) {
      fail(field, 'bad_node', 'must be the number of an OSM node, or empty for the whole way.');
    }
  }
  if ((row.fromNode === null) !== (row.toNode === null)) {
    fail('toNode', 'half_segment', 'give both fromNode and toNode, or neither for the whole way.');
  }
  if (row.fromNode !== null && row.fromNode === row.toNode) fail('toNode', 'same_node', 'must differ from fromNode.');
  checkMoments(row, ['startsAt', 'endsAt']);
  if (row.endsAt && Date.parse(row.endsAt) <= Date.parse(row.startsAt)) {
    fail('endsAt', 'ends_before_start', 'must be later than startsAt.');
  }
}

const MOST_TOWNSHIPS = 500;
const LONGEST_NAME = 120;
const LONGEST_SHIFT_MS = 7 * 86400000;
/** Posts that link to a hospital of the county. */
const HOSPITAL_POSTS = ['township-hospital', 'lead-hospital', 'designated', 'sub-designated'];

const CHECKS = {
  townships: (row, box) => {
    checkNames('names', row.names);
    if (row.seat === null || row.seat === undefined) return;
    if (typeof row.seat !== 'object' || typeof row.seat.source !== 'string') {
      fail('seat', 'seat_shape', 'give { lon, lat, elevationMetres, persons, source, date } or leave it empty.');
    }
    checkPlace('lon', 'lat', row.seat, box, MARGIN.townships);
    if (!isNumber(row.seat.lon)) fail('seat', 'seat_shape', 'a seat has a position; leave it empty where it has none.');
  },
  villages: (row, box) => {
    checkNames('names', row.names);
    checkPlace('lon', 'lat', row, box, MARGIN.villages);
    checkCount('areaKm2', row.areaKm2, true);
    if (row.residentsCompare !== null) {
      const other = row.residentsCompare;
      if (
        typeof other !== 'object' ||
        !isNumber(other.persons) ||
        other.persons < 0 ||
        other.persons > MOST ||
        typeof other.source !== 'string'
      ) {
        fail('residentsCompare', 'compare_shape', 'give { persons, source } or leave it empty.');
      }
    }
  },
  facilities: (row, box) => {
    checkNames('names', row.names);
    checkPlace('lon', 'lat', row, box, MARGIN.facilities);
    checkCapabilities(row.capabilities);
    checkCount('convertHours', row.convertHours, true);
    checkUnknown('facilities', row);
    const bedsKnown = !['bedsFree', 'bedsTotal'].some((field) => (row.unknown || []).includes(field));
    if (bedsKnown && row.bedsFree > row.bedsTotal)
      fail('bedsFree', 'more_than_total', `must not exceed bedsTotal (${row.bedsTotal}).`);
    if (row.parentId && row.parentId === row.key) fail('parentId', 'own_parent', 'must be another facility.');
    checkMoments(row, ['reportedAt']);
  },
  alliances: (row) => checkNames('names', row.names),
  vehicles: (row, box) => {
    checkPlace('lon', 'lat', row, box, MARGIN.vehicles);
    checkPlace('positionLon', 'positionLat', row, null, 0);
    checkCapabilities(row.capabilities);
    checkMoments(row, ['positionAt']);
    checkRange(row.rangeKm);
    if (row.status === 'out-of-service' && !row.outOfServiceReason) {
      fail('outOfServiceReason', 'reason_missing', 'say why the vehicle is out of service.');
    }
  },
  crews: (row) => {
    for (const field of ['driver', 'attendant', 'telephone']) {
      if (row[field].length > LONGEST_NAME) fail(field, 'too_long', `must be at most ${LONGEST_NAME} characters.`);
    }
    if (row.onDuty && row.driver.trim() === '')
      fail('driver', 'driver_missing', 'say who drives, or take the crew off duty.');
    checkMoments(row, ['shiftEndsAt']);
  },
  medicines: (row) => {
    checkNames('names', row.names);
    checkNames('doseUnit', row.doseUnit);
    if (!(row.dosesPerCourse > 0)) fail('dosesPerCourse', 'not_positive', 'must be more than 0.');
  },
  stock: (row) => {
    checkLots(row.lots);
    checkCount('meanDailyUse', row.meanDailyUse, true);
    checkMoments(row, ['countedAt']);
  },
  suppliers: (row) => {
    checkNames('names', row.names);
    checkPlace('lon', 'lat', row, null, 0);
  },
  people_counts: (row) => {
    checkMoments(row, ['countedOn']);
    checkUnknown('people_counts', row);
  },
  closures: (row) => checkClosure(row),
  scenarios: (row) => {
    checkContent(coreChecks().checkScenario(row.kind, row.content));
  },
  rule_packs: (row, _box, record) => {
    if (record) require(`${__hooks}/lib/rule-packs.js`).keep(record);
    checkContent(coreChecks().checkRulePack(row.content));
    checkMoments(row, ['effectiveOn']);
  },
  zones: (row) => {
    checkNames('names', row.names);
    const ids = row.townshipIds;
    if (!Array.isArray(ids) || ids.some((each) => typeof each !== 'string')) {
      fail('townshipIds', 'not_a_list', 'give a list of township keys.');
    }
    if (ids.length > MOST_TOWNSHIPS) fail('townshipIds', 'too_many', `give at most ${MOST_TOWNSHIPS} townships.`);
    const twice = ids.find((each, i) => ids.indexOf(each) !== i);
    if (twice !== undefined) fail('townshipIds', 'named_twice', `"${twice}" is named twice; name it once.`);
  },
  posts: (row) => {
    if (HOSPITAL_POSTS.includes(row.kind) && !row.facilityId) {
      fail('facilityId', 'facility_missing', `say which hospital the ${row.kind} post links to.`);
    }
  },
  duty_shifts: (row) => {
    if (!row.person.trim()) fail('person', 'person_missing', 'say who is on duty.');
    checkMoments(row, ['startsAt', 'endsAt']);
    const length = Date.parse(row.endsAt) - Date.parse(row.startsAt);
    if (!(length > 0)) fail('endsAt', 'ends_before_start', 'must be later than startsAt.');
    if (length > LONGEST_SHIFT_MS) {
      fail('endsAt', 'too_long', 'a shift lasts at most seven days; check the dates, or enter several shifts.');
    }
  },
  known_times: (row) => {
    if (!(row.minutes > 0) || row.minutes > 1440) fail('minutes', 'bad_minutes', 'must be more than 0, at most 1440.');
    if (!isDay(row.measuredOn)) fail('measuredOn', 'bad_date', 'must be a date like 2027-03-31.');
  }
};

/** Columns that only one record of an area may hold together; the database refuses what slips past at the same moment. */
const ONCE = { stock: ['facilityId', 'medicineId'], people_counts: ['villageId'] };

function checkOnce(app, record, row) {
  const name = record.collection().name;
  const columns = ONCE[name];
  if (!columns) return;
  const terms = ['area', ...columns].map((column) => `${column} = {:${column}}`).concat('id != {:id}');
  const values = { area: row.area, id: record.id };
  for (const column of columns) values[column] = row[column];
  const others = app.findRecordsByFilter(name, terms.join(' && '), '', 1, 0, values);
  if (others.length === 0) return;
  const held = columns.map((column) => `"${row[column]}"`).join(' and ');
  fail(
    columns[columns.length - 1],
    'recorded_already',
    `record "${others[0].getString('key')}" holds ${held} already; change that one, or delete it first.`
  );
}

/** Telephones typed by a person. A table brings what it says, and what stands already hinders no other change. */
const TELEPHONES = {
  posts: ['telephone', 'deputyTelephone'],
  duty_shifts: ['telephone'],
  suppliers: ['telephone'],
  crews: ['telephone']
};

function checkTelephones(record, row) {
  const fields = TELEPHONES[record.collection().name];
  if (!fields) return;
  for (const field of fields) {
    if (row[field] === '' || row[field] === record.original().getString(field)) continue;
    if (!coreChecks().isTelephone(row[field])) {
      fail(
        field,
        'bad_telephone',
        `"${row[field].slice(0, 30)}" cannot be dialled: give digits, with + - ( ) / or spaces between, e.g. 023-7555 1234.`
      );
    }
  }
}

/** A township stands in one zone. */
function checkZone(app, record, row) {
  const others = app.findRecordsByFilter('zones', 'area = {:area} && id != {:id}', '', 0, 0, {
    area: row.area,
    id: record.id
  });
  for (const other of others) {
    const held = plain(other).townshipIds || [];
    const both = row.townshipIds.find((each) => held.includes(each));
    if (both === undefined) continue;
    fail(
      'townshipIds',
      'in_two_zones',
      `"${both}" stands in zone "${other.getString('key')}"; take it out there first.`
    );
  }
}

function check(app, record) {
  const row = plain(record);
  let area;
  try {
    area = app.findFirstRecordByData('areas', 'key', row.area);
  } catch (_) {
    fail('area', 'unknown_area', `no area "${row.area}" is served here.`);
  }
  if (row.editedFields !== null && !Array.isArray(row.editedFields)) fail('editedFields', 'not_a_list', 'give a list.');
  checkSizes(row);
  CHECKS[record.collection().name](row, plain(area).bbox, record);
  checkTelephones(record, row);
  if (record.collection().name === 'zones') checkZone(app, record, row);
  checkOnce(app, record, row);
}

/** The same for a row in hand, of an area whose box is known; whether it stands twice is the caller's to see. */
function checkRow(name, row, box) {
  checkSizes(row);
  CHECKS[name](row, box);
}

module.exports = { check, checkRow, checkPlace, MARGIN, ONCE };
