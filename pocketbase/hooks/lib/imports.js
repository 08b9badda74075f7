/**
 * Imports of tables: begin, state, rows, finish, undo. A chunk is checked before its transaction, so that the one write
 * connection is held only while writing. Records of an import are written without hooks: a hundred thousand events would
 * drown every screen. Instead the area's record is saved at the end, and screens fetch anew.
 */
const { plain } = require(`${__hooks}/lib/plain.js`);
const { signedIn } = require(`${__hooks}/lib/signed-in.js`);

const KINDS = {
  villages: ['planner', 'admin'],
  facilities: ['planner', 'admin'],
  suppliers: ['planner', 'admin'],
  vehicles: ['planner', 'admin'],
  people: ['admin'],
  stock: ['admin']
};
/** An import that wrote nothing for so long may be closed by another. */
const STALE_MS = 15 * 60000;

function refuse(status, field, code, message, params) {
  const error = new ValidationError(code, message);
  throw new ApiError(status, message, { [field]: params ? error.setParams(params) : error });
}

function requireImporter(e) {
  const role = signedIn(e).getString('role');
  if (role !== 'planner' && role !== 'admin') throw new ForbiddenError('A planner or an administrator imports tables.');
  return role;
}

function bodyOf(e) {
  return JSON.parse(JSON.stringify(e.requestInfo().body || {}));
}

function findImport(app, e) {
  let record;
  try {
    record = app.findRecordById('imports', String(e.request.pathValue('id')));
  } catch (_) {
    throw new NotFoundError('No such import.');
  }
  const area = e.auth.getString('area');
  if (area !== '*' && area !== record.getString('area')) throw new NotFoundError('No such import.');
  return record;
}

function stateOf(app, record, more) {
  const { id, area, fileName, digest, kind, mapping, crs, counts, status, by, byName, lastAt, next, written, created } =
    plain(record);
  const row = {
    id,
    area,
    fileName,
    digest,
    kind,
    mapping,
    crs,
    counts,
    status,
    by,
    byName,
    lastAt,
    next,
    written,
    created
  };
  return Object.assign(row, more);
}

/** Planners read small counts of people nowhere else either: both values of a conflict are left out. */
function toldTo(role, conflict) {
  const { collection, key, code, field } = conflict;
  if (role === 'admin' || collection !== 'people_counts' || code !== 'changed') return conflict;
  return { collection, key, code: 'changed_withheld', field };
}

/** What chunks have to tell: refused and conflicting records, and what an undo left alone. */
function tellings(app, record, role) {
  const rows = app.findRecordsByFilter('import_chunks', 'import = {:id}', 'sequence', 0, 0, { id: record.id });
  const told = { refused: [], conflicts: [], left: [], undoneChunks: 0 };
  for (const each of rows) {
    const { result, left, undone } = plain(each);
    if (undone) told.undoneChunks += 1;
    for (const name of ['refused', 'conflicts'])
      if (told[name].length < 1000) told[name].push(...((result || {})[name] || []));
    if (told.left.length < 1000) told.left.push(...(left || []));
  }
  told.conflicts = told.conflicts.map((each) => toldTo(role, each));
  return told;
}

/** Every screen of the area hears that it must fetch anew. */
function announce(app, area) {
  const record = app.findFirstRecordByData('areas', 'key', area);
  record.set('version', record.getInt('version') + 1);
  app.save(record);
}

/** An open import that has paused so long is shown to the other screens as far as it got. */
const PAUSE_MS = 60000;

function showPaused(app) {
  for (const record of app.findRecordsByFilter('imports', 'status = "open" && next > 0', '', 0, 0)) {
    if (Date.now() - Date.parse(record.getString('lastAt')) < PAUSE_MS) continue;
    // After a restart every screen fetches anew by itself, so what was shown need not outlive the process.
    const name = `import-shown-${record.id}`;
    // Two rounds may run at once: within the transaction only one of them is the first.
    app.runInTransaction((tx) => {
      if (app.store().get(name) === record.getInt('next')) return;
      announce(tx, record.getString('area'));
      app.store().set(name, record.getInt('next'));
    });
  }
}

function start(e) {
  const role = requireImporter(e);
  const body = bodyOf(e);
  const own = e.auth.getString('area');
  const area = own === '*' ? String(body.area || '') : own;
  if (!KINDS[body.kind]) refuse(400, 'kind', 'unknown_kind', `kind: one of ${Object.keys(KINDS).join(', ')}.`);
  if (!KINDS[body.kind].includes(role))
    refuse(403, 'kind', 'not_allowed', `kind: a ${role} does not import ${body.kind}.`);
  try {
    e.app.findFirstRecordByData('areas', 'key', area);
  } catch (_) {
    refuse(400, 'area', 'unknown_area', `no area "${area}" is served here.`);
  }
  const me = e.auth.id;
  let answer;
  let closed = false;
  e.app.runInTransaction((tx) => {
    closed = false;
    const open = tx.findRecordsByFilter('imports', 'area = {:area} && kind = {:kind} && status = "open"', '', 1, 0, {
      area,
      kind: body.kind
    })[0];
    if (open) {
      const mine = open.getString('by') === me;
      if (mine && open.getString('digest') === String(body.digest || '')) {
        for (const field of ['mapping', 'crs', 'choice', 'counts']) if (body[field]) open.set(field, body[field]);
        tx.save(open);
        answer = stateOf(tx, open, { resumed: true });
        return;
      }
      const stale = Date.now() - Date.parse(open.getString('lastAt')) > STALE_MS;
      if (!(body.takeOver === true && (mine || stale))) {
        const { id, byName, created, lastAt, fileName } = plain(open);
        refuse(409, 'kind', 'import_open', `${byName} is importing "${fileName}" since ${created}.`, {
          id,
          by: byName,
          since: created,
          at: lastAt,
          fileName,
          mine,
          stale
        });
      }
      open.set('status', 'applied');
      tx.save(open);
      closed = true;
    }
    const record = new Record(tx.findCollectionByNameOrId('imports'));
    const fields = {
      area,
      key: $security.randomString(20),
      fileName: String(body.fileName || '').slice(0, 300),
      digest: String(body.digest || '').slice(0, 100),
      kind: body.kind,
      mapping: body.mapping || null,
      crs: String(body.crs || ''),
      choice: body.choice || null,
      counts: body.counts || null,
      status: 'open',
      by: me,
      byName: e.auth.getString('name') || e.auth.getString('username'),
      lastAt: new Date().toISOString(),
      next: 0,
      written: { created: 0, updated: 0, unchanged: 0, refused: 0, conflicts: 0 }
    };
    for (const field of Object.keys(fields)) record.set(field, fields[field]);
    tx.save(record);
    answer = stateOf(tx, record, { resumed: false });
  });
  if (closed) announce(e.app, area);
  return e.json(200, answer);
}

function state(e) {
  const role = requireImporter(e);
  const record = findImport(e.app, e);
  const { choice } = plain(record);
  return e.json(200, stateOf(e.app, record, Object.assign({ choice }, tellings(e.app, record, role))));
}

function rows(e) {
  requireImporter(e);
  const record = findImport(e.app, e);
  if (record.getString('by') !== e.auth.id)
    refuse(403, 'id', 'not_yours', `This import belongs to ${record.getString('byName')}.`);
  return e.json(200, require(`${__hooks}/lib/import-chunk.js`).write(e.app, record, e.auth, bodyOf(e)));
}

function finish(e) {
  const role = requireImporter(e);
  const id = findImport(e.app, e).id;
  const body = bodyOf(e);
  let area = '';
  let answer;
  e.app.runInTransaction((tx) => {
    const record = tx.findRecordById('imports', id);
    if (record.getString('by') !== e.auth.id && role !== 'admin') {
      refuse(403, 'id', 'not_yours', `This import belongs to ${record.getString('byName')}.`);
    }
    area = record.getString('area');
    if (record.getString('status') === 'open') {
      record.set('status', 'applied');
      if (body.counts) record.set('counts', body.counts);
      tx.save(record);
    }
    answer = stateOf(tx, record, tellings(tx, record, role));
  });
  announce(e.app, area);
  return e.json(200, answer);
}

function undo(e) {
  const role = requireImporter(e);
  const record = findImport(e.app, e);
  if (role !== 'admin' && record.getString('by') !== e.auth.id) {
    refuse(
      403,
      'id',
      'not_yours',
      `This import belongs to ${record.getString('byName')}. An administrator can undo it too.`
    );
  }
  const upTo = Math.max(0, Number(bodyOf(e).upTo) || 0);
  const answer = require(`${__hooks}/lib/import-undo.js`).back(e.app, record, e.auth, upTo);
  if (answer.remaining === 0) announce(e.app, record.getString('area'));
  return e.json(200, answer);
}

module.exports = { start, state, rows, finish, undo, showPaused, refuse, stateOf };
