/**
 * Accounts come by invitation: an administrator, or the first start of an empty server, makes a one-time code; whoever
 * brings it chooses user name and password. A code for an account that exists lets its holder choose a new password.
 */
const ROLES = ['planner', 'dispatcher', 'official', 'reporter', 'admin'];
/** No letters or digits that are mistaken for one another; four groups of four carry 79 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const DAY_HOURS = 24;
const LONGEST_HOURS = 30 * DAY_HOURS;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 70;
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,59}$/;
/** Inviters that are no account: the first start, and the console. */
const SERVER = ['start', 'console'];

function refuse(status, field, code, message) {
  throw new ApiError(status, message, { [field]: new ValidationError(code, message) });
}

/** As it was made, whatever case, blanks and hyphens it was typed with. */
const plainCode = (text) => (typeof text === 'string' ? text.toLowerCase().replace(/[^a-z0-9]/g, '') : '');
const hashOf = (code) => $security.sha256(`greenlane ${plainCode(code)}`);

function makeCode() {
  const letters = $security.randomStringWithAlphabet(16, ALPHABET);
  return letters.match(/.{4}/g).join('-');
}

const first = (find) => {
  try {
    return find();
  } catch (_) {
    return null;
  }
};

/** A code's row; `fields` role, unit, area, name, account, by. */
function write(app, code, hours, fields) {
  const row = new Record(app.findCollectionByNameOrId('invitations'));
  row.set('codeHash', hashOf(code));
  row.set('expiresAt', new Date(Date.now() + hours * 3600000).toISOString());
  for (const field of Object.keys(fields)) row.set(field, fields[field]);
  app.save(row);
  return row;
}

function withdraw(app, filter, params) {
  for (const row of app.findRecordsByFilter(
    'invitations',
    `usedAt = "" && revokedAt = "" && ${filter}`,
    '',
    0,
    0,
    params
  )) {
    row.set('revokedAt', new Date().toISOString());
    app.save(row);
  }
}

/** The code of a server without accounts, for its first administrator; earlier ones end. */
function writeFirst(app, code) {
  withdraw(app, 'by = "start"', {});
  write(app, code, DAY_HOURS, { role: 'admin', unit: 'county', area: '*', by: 'start' });
}

/** Area this person may invite to: `*` or one key. */
function requireAdmin(e) {
  const auth = require(`${__hooks}/lib/signed-in.js`).signedInOrConsole(e);
  if (auth.isSuperuser()) return { area: '*', by: 'console', id: '' };
  if (auth.getString('role') !== 'admin') throw new ForbiddenError('Only administrators invite.');
  return { area: auth.getString('area'), by: auth.id, id: auth.id };
}

function create(e) {
  const admin = requireAdmin(e);
  const body = e.requestInfo().body;
  const hours = body.hours === undefined ? 7 * DAY_HOURS : body.hours;
  if (typeof hours !== 'number' || !(hours >= 1 && hours <= LONGEST_HOURS)) {
    refuse(400, 'hours', 'out_of_range', `hours: give a number from 1 to ${LONGEST_HOURS}.`);
  }
  const code = makeCode();
  let row;
  e.app.runInTransaction((tx) => {
    const fields = body.account ? forAccount(tx, admin, String(body.account)) : forNewcomer(tx, admin, body);
    row = write(tx, code, hours, Object.assign({ by: admin.by }, fields));
  });
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, { id: row.id, code, expiresAt: row.getString('expiresAt') });
}

function forNewcomer(app, admin, body) {
  const text = (field, max) => {
    const value = typeof body[field] === 'string' ? body[field].trim() : '';
    if (value.length > max) refuse(400, field, 'too_long', `${field}: at most ${max} characters.`);
    return value;
  };
  const [role, area, unit, name] = [text('role', 20), text('area', 80), text('unit', 200), text('name', 120)];
  if (!ROLES.includes(role)) refuse(400, 'role', 'unknown_role', `role: one of ${ROLES.join(', ')}.`);
  if (admin.area !== '*' && area !== admin.area) {
    refuse(403, 'area', 'foreign_area', `area: keep to your own area, ${admin.area}.`);
  }
  if (area !== '*' && !first(() => app.findFirstRecordByData('areas', 'key', area))) {
    refuse(400, 'area', 'unknown_area', `area: there is no area "${area}". Give an area's key or "*".`);
  }
  require(`${__hooks}/lib/users.js`).requireUnit(app, area, unit);
  return { role, area, unit, name };
}

function forAccount(app, admin, id) {
  const user = first(() => app.findRecordById('users', id));
  if (!user) refuse(404, 'account', 'unknown_account', 'account: there is no such account.');
  if (admin.area !== '*' && user.getString('area') !== admin.area) {
    refuse(403, 'account', 'foreign_area', `account: keep to accounts of your own area, ${admin.area}.`);
  }
  if (user.getBool('demo')) refuse(403, 'account', 'demo_account', 'account: demo accounts have no password.');
  if (user.id === admin.id) {
    refuse(403, 'account', 'own_account', 'account: ask another administrator, or change your password yourself.');
  }
  if (user.getBool('disabled')) refuse(409, 'account', 'account_disabled', 'account: enable it first.');
  withdraw(app, 'account = {:id}', { id });
  const fields = { account: id };
  for (const field of ['role', 'unit', 'area', 'name']) fields[field] = user.getString(field);
  return fields;
}

function remove(e) {
  const admin = requireAdmin(e);
  const row = first(() => e.app.findRecordById('invitations', String(e.request.pathValue('id'))));
  if (!row || (admin.area !== '*' && row.getString('area') !== admin.area)) throw new NotFoundError();
  withdraw(e.app, 'id = {:id}', { id: row.id });
  return e.json(200, {});
}

/** The open invitation behind a code; the reason in words where there is none. */
function open(app, code) {
  const hash = hashOf(code);
  const row = first(() => app.findFirstRecordByData('invitations', 'codeHash', hash));
  if (!row || !$security.equal(row.getString('codeHash'), hash)) {
    refuse(400, 'code', 'code_unknown', 'code: it is not right. Compare it letter by letter.');
  }
  if (row.getString('usedAt')) refuse(400, 'code', 'code_used', 'code: it has been used already.');
  if (row.getString('revokedAt') || !stillInvites(app, row) || !stillFits(app, row)) {
    refuse(400, 'code', 'code_withdrawn', 'code: it was withdrawn. Ask for a new one.');
  }
  if (Date.parse(row.getString('expiresAt')) <= Date.now()) {
    refuse(400, 'code', 'code_expired', 'code: it has expired. Ask for a new one.');
  }
  return row;
}

/** What an administrator handed out ends with that administrator's own right to do so. */
function stillInvites(app, row) {
  const by = row.getString('by');
  if (SERVER.includes(by)) return true;
  const user = first(() => app.findRecordById('users', by));
  if (!user || user.getBool('disabled') || user.getString('role') !== 'admin') return false;
  return user.getString('area') === '*' || user.getString('area') === row.getString('area');
}

/** A code for an account was given with the rights the account had then: with others it is worthless. */
function stillFits(app, row) {
  const account = row.getString('account');
  if (!account) return true;
  const user = first(() => app.findRecordById('users', account));
  if (!user || user.getBool('disabled')) return false;
  return ['role', 'unit', 'area'].every((field) => user.getString(field) === row.getString(field));
}

/** What a code is good for, so that its holder sees it before choosing a name. */
function look(e) {
  const row = open(e.app, e.requestInfo().body.code);
  const [area, unit, account] = ['area', 'unit', 'account'].map((field) => row.getString(field));
  const names = (record) => (record ? JSON.parse(JSON.stringify(record)).names : null);
  const user = account ? first(() => e.app.findRecordById('users', account)) : null;
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, {
    role: row.getString('role'),
    name: row.getString('name'),
    area,
    areaNames: names(first(() => e.app.findFirstRecordByData('areas', 'key', area))),
    unit,
    unitNames: names(
      first(() => e.app.findFirstRecordByFilter('townships', 'area = {:area} && key = {:unit}', { area, unit }))
    ),
    username: user ? user.getString('username') : null
  });
}

function accept(e) {
  const body = e.requestInfo().body;
  const password = typeof body.password === 'string' ? body.password : '';
  if (password.length < SHORTEST_PASSWORD) {
    refuse(400, 'password', 'too_short', `password: take at least ${SHORTEST_PASSWORD} characters.`);
  }
  if (password.length > LONGEST_PASSWORD) {
    refuse(400, 'password', 'too_long', `password: take at most ${LONGEST_PASSWORD} characters.`);
  }
  const { of, cut } = require(`${__hooks}/lib/streams.js`);
  let user;
  let streams = [];
  e.app.runInTransaction((tx) => {
    const row = open(tx, body.code);
    const account = row.getString('account');
    if (account) streams = of(e.app, account);
    user = account ? tx.findRecordById('users', account) : newAccount(tx, row, body);
    user.setPassword(password);
    user.set('mustChange', false);
    tx.save(user);
    row.set('usedAt', new Date().toISOString());
    row.set('usedBy', user.getString('username'));
    tx.save(row);
  });
  cut(e.app, streams);
  // The password is the new one; who signs in with it shows the second factor all the same.
  const factors = require(`${__hooks}/lib/second-factor.js`);
  if (factors.of(e.app, user.id)) factors.wanted();
  return $apis.recordAuthResponse(e, user, 'invitation');
}

/** Everything is as invited; a name may be given where the invitation has none. */
function newAccount(app, row, body) {
  const username = typeof body.username === 'string' ? body.username.trim().toLowerCase() : '';
  if (!USERNAME.test(username)) {
    refuse(
      400,
      'username',
      'username_form',
      'username: 2 to 60 small letters, digits, dots, hyphens or underscores, a letter or digit first.'
    );
  }
  if (first(() => app.findFirstRecordByData('users', 'username', username))) {
    refuse(400, 'username', 'username_taken', `username: "${username}" is taken. Choose another.`);
  }
  const user = new Record(app.findCollectionByNameOrId('users'));
  user.set('username', username);
  for (const field of ['name', 'role', 'unit', 'area']) user.set(field, row.getString(field));
  if (!row.getString('name') && typeof body.name === 'string') user.set('name', body.name.trim().slice(0, 120));
  require(`${__hooks}/lib/users.js`).requireUnit(app, row.getString('area'), row.getString('unit'));
  return user;
}

module.exports = { create, remove, look, accept, writeFirst };
