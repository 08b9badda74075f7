/** POST /api/greenlane/report: a site's report of a day, checked and applied by the core, counted once. */
const { plain, same } = require(`${__hooks}/lib/plain.js`);
const { signedIn } = require(`${__hooks}/lib/signed-in.js`);
const { allOf, core, mapOf, rulesOf, toCore } = require(`${__hooks}/lib/facts.js`);

const COLLECTIONS = {
  facilities: 'facilities',
  stock: 'stock',
  peopleCounts: 'people_counts',
  vehicles: 'vehicles'
};
/** Rows from which the use of the last days is read. */
const HISTORY = 60;

function requireWriter(e) {
  const role = signedIn(e).getString('role');
  if (role !== 'reporter' && role !== 'admin') throw new ForbiddenError('Only reporters and administrators report.');
}

/** Item, code and sentence of a fault; the item names the field of the form. */
function fault(status, item, code, message) {
  throw new ApiError(status, `${item}: ${message}`, { [item]: new ValidationError(code, `${item}: ${message}`) });
}

/** What the core needs of the unit to judge and apply a report. */
function factsOf(app, area, facility) {
  const unit = facility.getString('unit');
  const key = facility.getString('key');
  const facilities = mapOf(allOf(app, 'facilities', { area, unit }));
  const vehicles = mapOf(allOf(app, 'vehicles', { area, unit }));
  const guard = require(`${__hooks}/lib/guard.js`);
  vehicles.forEach(({ baseFacilityId }) => {
    if (!baseFacilityId || facilities.has(baseFacilityId)) return;
    const base = guard.find(app, 'facilities', area, baseFacilityId);
    if (base) facilities.set(baseFacilityId, toCore(base));
  });
  const villages = mapOf(allOf(app, 'villages', { area, unit }));
  // By village: whatever unit it stands in, of a village there is one count.
  const counts = mapOf(allOf(app, 'people_counts', { area, villageId: [...villages.keys()] }));
  counts.forEach((count) => {
    count.masked = [];
  });
  return {
    facilities,
    vehicles,
    peopleCounts: counts,
    villages,
    townships: mapOf(allOf(app, 'townships', { area, key: facility.getString('townshipId') })),
    medicines: mapOf(allOf(app, 'medicines', { area })),
    stock: mapOf(allOf(app, 'stock', { area, facilityId: key }))
  };
}

/** Writes one edit of the core through the same guards as a direct write. */
function write(app, area, auth, edit, reportedAt) {
  const role = auth.getString('role');
  const guard = require(`${__hooks}/lib/guard.js`);
  const name = COLLECTIONS[edit.collection];
  let record;
  let fields;
  let before = null;
  if (edit.before === null) {
    record = new Record(app.findCollectionByNameOrId(name));
    record.set('area', area);
    record.set('key', edit.id);
    record.set('origin', 'hand');
    record.set('editedFields', []);
    record.set('version', 1);
    fields = Object.keys(edit.after).filter(
      (field) => !['id', 'origin', 'editedFields', 'version', 'masked'].includes(field)
    );
  } else {
    record = guard.find(app, name, area, edit.id);
    before = plain(record);
    fields = edit.after.editedFields.filter((field) => !same(edit.before[field], edit.after[field]));
    record.set('editedFields', edit.after.editedFields);
    record.set('version', edit.after.version);
    guard.checkFields(role, name, fields);
  }
  for (const field of fields)
    record.set(field, edit.after[field] === null && !guard.isJson(record, field) ? '' : edit.after[field]);
  require(`${__hooks}/lib/moments.js`).note(record, name, fields, reportedAt);
  const after = plain(record);
  guard.checkReferences(app, name, after, fields);
  guard.checkReported(after, fields);
  app.save(record);
  require(`${__hooks}/lib/desk-edits.js`).noteSaved(app, auth, before, record);
}

function keep(app, area, facility, report, change, pack, by) {
  const { mergeKept } = core();
  const day = { area, facilityId: report.facilityId, reportedOn: report.reportedOn };
  const held = allOf(app, 'reports', day)[0];
  const record = held || new Record(app.findCollectionByNameOrId('reports'));
  record.set('sent', (held ? held.getInt('sent') : 0) + 1);
  const later = held && Date.parse(held.getString('reportedAt')) > Date.parse(report.reportedAt);
  if (!later) {
    const earlier = held ? plain(held).content : null;
    const content = earlier && earlier.use ? mergeKept(earlier, change.kept) : change.kept;
    const fields = Object.assign({}, day, {
      key: `${report.facilityId}/${report.reportedOn}`,
      unit: facility.getString('unit'),
      reportedAt: report.reportedAt,
      reportedBy: by,
      noChange: content.noChange,
      rulePackId: pack.id || '',
      rulePackVersion: pack.pack.version,
      content
    });
    for (const field of Object.keys(fields)) record.set(field, fields[field]);
  }
  app.save(record);
  return record.getInt('sent');
}

function apply(tx, { area, auth, by, report }) {
  const guard = require(`${__hooks}/lib/guard.js`);
  const { reportChange, useHistory, ReportError } = core();
  const facility = guard.find(tx, 'facilities', area, report.facilityId);
  if (!facility) fault(400, 'facilityId', 'unknown_facility', `no facility "${report.facilityId}" in area "${area}".`);
  if (auth.getString('role') === 'reporter' && facility.getString('unit') !== auth.getString('unit')) {
    fault(403, 'facilityId', 'foreign_unit', `"${report.facilityId}" belongs to unit "${facility.getString('unit')}".`);
  }
  const pack = rulesOf(tx, area, Date.parse(report.reportedAt));
  const rows = tx.findRecordsByFilter(
    'reports',
    'area = {:area} && facilityId = {:facilityId}',
    '-reportedOn',
    HISTORY,
    0,
    { area, facilityId: report.facilityId }
  );
  const history = useHistory(rows.map((row) => plain(row)).filter(({ content }) => content && content.use));
  let change;
  try {
    change = reportChange({ facts: factsOf(tx, area, facility), report, history, pack: pack.pack });
  } catch (error) {
    if (error instanceof ReportError) fault(400, error.item, 'report_fault', error.wanted);
    throw error;
  }
  guard.checkReported({ reportedAt: report.reportedAt }, ['reportedAt']);
  for (const edit of change.change.edits) write(tx, area, auth, edit, report.reportedAt);
  const sent = keep(tx, area, facility, report, change, pack, by);
  return {
    facilityId: report.facilityId,
    reportedOn: report.reportedOn,
    reportedAt: report.reportedAt,
    sent,
    records: change.change.edits.map(({ collection, id, after }) => ({ collection, id, version: after.version })),
    passedOver: change.passedOver,
    rulePackVersion: pack.pack.version
  };
}

function send(e) {
  requireWriter(e);
  const auth = e.auth;
  const body = JSON.parse(JSON.stringify(e.requestInfo().body));
  const { parseReport, ReportError } = core();
  let report;
  try {
    report = parseReport(body.report);
  } catch (error) {
    if (error instanceof ReportError) fault(400, error.item, 'report_fault', error.wanted);
    throw error;
  }
  const own = auth.getString('area');
  const area = own === '*' ? String(body.area || '') : own;
  const by = auth.getString('name') || auth.getString('username');
  const { answer, again } = require(`${__hooks}/lib/once.js`).once(
    e.app,
    { key: body.key, user: auth.id, verb: 'report', body: { area, report: body.report } },
    (tx) => apply(tx, { area, auth, by, report })
  );
  return e.json(200, Object.assign({ again }, answer));
}

module.exports = { send };
