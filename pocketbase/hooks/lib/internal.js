/**
 * The supervisor's own door. The token is made at every start and handed over in the environment, so no secret stands
 * in a command line or a file; without it the door does not exist.
 */
const { plain, same } = require(`${__hooks}/lib/plain.js`);

const BOOKKEEPING = ['version', 'editedFields', 'origin'];
/** Move together: a record whose township a hand chose stays with its unit too. */
const BELONGING = ['townshipId', 'unit'];

function upsertUser(app, account) {
  const users = app.findCollectionByNameOrId('users');
  let user;
  try {
    user = app.findFirstRecordByData('users', 'username', account.username);
  } catch (_) {
    user = new Record(users);
    user.set('username', account.username);
    user.setPassword(account.password || $security.randomString(40));
  }
  for (const field of ['name', 'role', 'unit', 'area', 'mustChange', 'disabled', 'demo']) {
    if (field in account) user.set(field, account[field]);
  }
  app.save(user);
}

const ACTS = {
  /** What the server holds already: decides between first and later start. */
  state: (app) => ({
    users: app.countRecords('users', $dbx.hashExp({ demo: false })),
    areas: app.findAllRecords('areas').map((each) => {
      const { key, manifest, sample } = plain(each);
      return { key, hash: manifest ? manifest.hash : null, sample };
    })
  }),

  /** The code for the first administrator of a server without accounts, `{ code }`. */
  firstCode: (app, body) => {
    require(`${__hooks}/lib/invitations.js`).writeFirst(app, body.code);
    return {};
  },

  /** First accounts, and the console's password. */
  accounts: (app, body) => {
    for (const account of body.accounts) upsertUser(app, account);
    if (body.console) {
      const account = app.findFirstRecordByData('_superusers', 'email', 'console@greenlane.invalid');
      account.setPassword(body.console.password);
      app.save(account);
    }
    return {};
  },

  /** Demo accounts exist while the demo runs; otherwise they are shut and their sessions end. */
  demo: (app, body) => {
    if (body.on)
      for (const account of body.accounts) upsertUser(app, Object.assign({ demo: true, disabled: false }, account));
    if (!body.on) {
      for (const user of app.findAllRecords('users', $dbx.hashExp({ demo: true }))) {
        user.set('disabled', true);
        user.refreshTokenKey();
        app.save(user);
      }
    }
    return {};
  },

  jobs: (app) => require(`${__hooks}/lib/jobs.js`).open(app),
  job: (app, body) => require(`${__hooks}/lib/jobs.js`).patch(app, body),
  'job-facts': (app, body) => require(`${__hooks}/lib/jobs.js`).facts(app, body),

  /** Head of the log, and whether what was noted of it last still stands. */
  anchor: (app, body) => require(`${__hooks}/lib/operations/audit.js`).anchor(app, body),

  /** The whole database as one file, as of one moment: read beside the writers, so outside of any transaction. */
  snapshot: (app, body) => {
    app.concurrentDB().newQuery('VACUUM INTO {:file}').bind({ file: body.file }).execute();
    return {};
  },

  /** Grows by one; every screen hears it and knows that it is live. */
  heartbeat: (app, body) => {
    let record;
    try {
      record = app.findFirstRecordByData('heartbeats', 'key', 'server');
    } catch (_) {
      record = new Record(app.findCollectionByNameOrId('heartbeats'));
      record.set('key', 'server');
    }
    record.set('sequence', record.getInt('sequence') + 1);
    record.set('at', new Date().toISOString());
    record.set('bootId', body.bootId);
    app.save(record);
    return { sequence: record.getInt('sequence') };
  },

  /**
   * Records of a pack and its sample, `{ area, records: [{ name, rows }], apply, blank }`, in the order to write them.
   * Creates what is missing; updates what came from the pack and was not edited by hand; deletes nothing. A value of
   * `blank[name]` is one the pack does not know: it never replaces what stands; nor does anything replace a published
   * rule pack. Returns what changed or, without `apply`, would change.
   */
  seed: (app, body) => {
    const report = { created: 0, updated: 0, keptByHand: 0, unchanged: 0, absent: 0, changes: [] };
    for (const { name, rows } of body.records) {
      const collection = app.findCollectionByNameOrId(name);
      const known = {};
      for (const each of app.findAllRecords(name, $dbx.hashExp({ area: body.area })))
        known[each.getString('key')] = each;
      const seen = {};
      for (const row of rows) {
        seen[row.key] = true;
        if (known[row.key]) updateRow(app, name, known[row.key], row, body, report);
        else createRow(app, collection, body.area, row, body.apply, report);
      }
      for (const key of Object.keys(known))
        if (!seen[key] && known[key].getString('origin') === 'pack') report.absent += 1;
    }
    return report;
  }
};

function createRow(app, collection, area, row, apply, report) {
  report.created += 1;
  if (!apply) return;
  const record = new Record(collection);
  for (const field of Object.keys(row)) if (row[field] !== null) record.set(field, row[field]);
  record.set('area', area);
  record.set('version', 1);
  if (!row.editedFields) record.set('editedFields', []);
  save(app, record, collection.name, row.key);
}

/** A pack that names what it does not know makes nothing unknown that stands here: it only tells what it has come to know. */
function noteKnown(before, row) {
  if (!('unknown' in row)) return;
  const named = row.unknown || [];
  row.unknown = before.unknown ? before.unknown.filter((field) => named.includes(field)) : null;
}

function updateRow(app, name, record, row, { apply, blank }, report) {
  if (name === 'rule_packs' && record.getBool('active')) {
    report.unchanged += 1;
    return;
  }
  const before = plain(record);
  noteKnown(before, row);
  const unknown = (blank || {})[name] || {};
  const fields = Object.keys(row).filter(
    (field) =>
      !BOOKKEEPING.includes(field) &&
      !(field in unknown && same(row[field], unknown[field])) &&
      !same(before[field], row[field] === null && before[field] === '' ? '' : row[field])
  );
  const edited = before.editedFields || [];
  const held = BELONGING.some((field) => edited.includes(field)) ? edited.concat(BELONGING) : edited;
  const free = before.origin === 'hand' ? [] : fields.filter((field) => field === 'unknown' || !held.includes(field));
  if (free.length < fields.length) report.keptByHand += 1;
  if (free.length === 0) {
    if (fields.length === 0) report.unchanged += 1;
    return;
  }
  report.updated += 1;
  if (report.changes.length < 50) report.changes.push({ collection: name, key: row.key, fields: free });
  if (!apply) return;
  for (const field of free) record.set(field, row[field]);
  record.set('version', before.version + 1);
  save(app, record, name, row.key);
  const { follow, following } = require(`${__hooks}/lib/follow-unit.js`);
  follow(following(app, before.area, null), name, before, plain(record));
}

function save(app, record, name, key) {
  try {
    app.save(record);
  } catch (error) {
    throw new BadRequestError(`${name} "${key}": ${error.message || error}`);
  }
}

function handle(e) {
  const token = $os.getenv('GREENLANE_INTERNAL');
  const given = e.request.header.get('X-Greenlane-Internal');
  const act = ACTS[String(e.request.pathValue('act'))];
  if (!token || !given || !$security.equal(token, given) || !act) throw new NotFoundError();
  const body = e.requestInfo().body;
  if (act === ACTS.snapshot) return e.json(200, act(e.app, body));
  let answer = {};
  e.app.runInTransaction((tx) => {
    answer = act(tx, JSON.parse(JSON.stringify(body)));
  });
  return e.json(200, answer);
}

module.exports = { handle };
