/**
 * The second factor of an account: a one-time code of its holder's phone, or a recovery code, once. The server's key
 * (GREENLANE_SERVER_KEY) is a file outside the database, so that a copy of the database makes no codes.
 */
const { core } = require(`${__hooks}/lib/facts.js`);
const { requireActor } = require(`${__hooks}/lib/operations/context.js`);
const { counted } = require(`${__hooks}/lib/tries.js`);

const RECOVERY_CODES = 8;
/** Nothing that is mistaken for another letter. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function refuse(status, field, code, message) {
  throw new ApiError(status, message, { [field]: new ValidationError(code, message) });
}

function serverKey() {
  const key = $os.getenv('GREENLANE_SERVER_KEY');
  if (!key) throw new InternalServerError('GREENLANE_SERVER_KEY is not set: start the server with "npm start".');
  return key;
}

function held(app, userId) {
  try {
    return app.findFirstRecordByData('second_factors', 'user', userId);
  } catch (_) {
    return null;
  }
}

/** The confirmed factor of an account; null where it has none. */
function of(app, userId) {
  const record = held(app, userId);
  return record && record.getString('confirmedAt') ? record : null;
}

const hashOf = (code) => $security.hs256(code.toLowerCase().replace(/[^a-z0-9]/g, ''), serverKey());

/** Whether a code counts; it never does again. */
function accepts(app, userId, given) {
  let right = false;
  app.runInTransaction((tx) => {
    const record = held(tx, userId);
    const secret = $security.decrypt(record.getString('cipher'), serverKey());
    const step = core().matchingStep(secret, given, Date.now(), record.getInt('lastStep'));
    const kept = JSON.parse(record.getString('recovery') || '[]');
    const at = step === null ? kept.indexOf(hashOf(given)) : -1;
    if (step === null && at < 0) return;
    if (step !== null) record.set('lastStep', step);
    else record.set('recovery', kept.slice(0, at).concat(kept.slice(at + 1)));
    tx.save(record);
    right = true;
  });
  return right;
}

function wrongCode() {
  refuse(400, 'code', 'wrong_code', 'The code is not right, or was used already. Wait for the next one.');
}

function ownAccount(e) {
  requireActor(e);
  if (e.auth.getBool('demo')) throw new ForbiddenError('Demo accounts have no second factor.');
  return e.auth;
}

const textOf = (e, field) => {
  const value = e.requestInfo().body[field];
  return typeof value === 'string' ? value : '';
};

/** POST …/second-factor/begin `{ password }`: a new secret, which counts once a code of it was shown. */
function begin(e) {
  const user = ownAccount(e);
  counted(e, user.getString('username'), () => {
    if (!user.validatePassword(textOf(e, 'password')))
      refuse(400, 'password', 'wrong_password', 'The password is not right.');
  });
  if (of(e.app, user.id)) refuse(409, 'code', 'factor_stands', 'This account has a second factor. End it first.');
  const secret = $security.randomStringWithAlphabet(32, BASE32);
  const record = held(e.app, user.id) || new Record(e.app.findCollectionByNameOrId('second_factors'));
  record.set('user', user.id);
  record.set('cipher', $security.encrypt(secret, serverKey()));
  record.set('lastStep', 0);
  record.set('recovery', []);
  e.app.save(record);
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, { secret, address: core().authenticatorAddress(secret, user.getString('username')) });
}

/** POST …/second-factor/confirm `{ code }`: from now on it is asked for. Gives the recovery codes, this once. */
function confirm(e) {
  const user = ownAccount(e);
  if (!held(e.app, user.id) || of(e.app, user.id))
    refuse(409, 'code', 'not_begun', 'Begin anew: nothing waits for a code.');
  counted(e, user.getString('username'), () => {
    if (!accepts(e.app, user.id, textOf(e, 'code'))) wrongCode();
  });
  const codes = [];
  for (let i = 0; i < RECOVERY_CODES; i += 1) {
    const letters = $security.randomStringWithAlphabet(12, LETTERS);
    codes.push(letters.replace(/(.{4})(?=.)/g, '$1-'));
  }
  e.app.runInTransaction((tx) => {
    const record = held(tx, user.id);
    record.set('confirmedAt', new Date().toISOString());
    record.set('recovery', codes.map(hashOf));
    tx.save(record);
    mark(tx, user.id, true);
  });
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, { recoveryCodes: codes });
}

/** POST …/second-factor/end `{ code }` */
function end(e) {
  const user = ownAccount(e);
  if (!of(e.app, user.id)) refuse(409, 'code', 'no_factor', 'This account has no second factor.');
  counted(e, user.getString('username'), () => {
    if (!accepts(e.app, user.id, textOf(e, 'code'))) wrongCode();
  });
  drop(e.app, user.id);
  return e.json(200, {});
}

/** POST …/second-factor/reset `{ account }`: an administrator's, for whoever lost phone and recovery codes. */
function reset(e) {
  const admin = requireActor(e);
  if (admin.role !== 'admin') throw new ForbiddenError('Only an administrator takes a second factor away.');
  let user = null;
  try {
    user = e.app.findRecordById('users', textOf(e, 'account'));
  } catch (_) {
    user = null;
  }
  if (!user || (admin.area !== '*' && user.getString('area') !== admin.area))
    refuse(404, 'account', 'unknown_account', 'account: there is no such account here.');
  if (user.id === admin.id) refuse(403, 'account', 'own_account', 'account: ask another administrator.');
  drop(e.app, user.id);
  return e.json(200, {});
}

function forget(app, userId) {
  const record = held(app, userId);
  if (record) app.delete(record);
}

function drop(app, userId) {
  app.runInTransaction((tx) => {
    forget(tx, userId);
    mark(tx, userId, false);
  });
}

/** Shown in the list of accounts and to its holder. */
function mark(app, userId, on) {
  const user = app.findRecordById('users', userId);
  user.set('secondFactor', on);
  app.save(user);
}

function wanted() {
  refuse(401, 'code', 'code_wanted', 'Give the code of your authenticator as well.');
}

const ACTS = { begin, confirm, end, reset };

function act(e) {
  const run = ACTS[String(e.request.pathValue('act'))];
  if (!run) throw new NotFoundError();
  return run(e);
}

module.exports = { of, accepts, wrongCode, wanted, forget, act, textOf };
