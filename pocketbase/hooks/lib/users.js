/** Accounts: an administrator keeps to the own area, nobody makes demo accounts, a changed role ends old sessions. */
const { of, cut } = require(`${__hooks}/lib/streams.js`);

/** The unit is a township of the area or the county. */
function requireUnit(app, area, unit) {
  if (unit === 'county') return;
  try {
    app.findFirstRecordByFilter('townships', 'area = {:area} && key = {:unit}', { area, unit });
  } catch (_) {
    const message = `No township "${unit}" in area "${area}". Use a township key or "county".`;
    throw new BadRequestError(message, { unit: new ValidationError('unknown_unit', message) });
  }
}

function admit(e) {
  const auth = e.auth;
  const deny = (field, message) => {
    throw new ForbiddenError(message, { [field]: new ValidationError('not_allowed', message) });
  };
  const record = e.record;
  if (record.getBool('demo')) deny('demo', 'Demo accounts are made by the server alone.');
  if (auth && !auth.isSuperuser()) {
    const own = auth.getString('area');
    if (own !== '*' && record.getString('area') !== own) deny('area', `Keep to your own area, ${own}.`);
  }
}

function create(e) {
  admit(e);
  requireUnit(e.app, e.record.getString('area'), e.record.getString('unit'));
  e.record.set('mustChange', true);
  e.record.set('signedInAt', '');
  e.record.set('secondFactor', false);
  return e.next();
}

function update(e) {
  const before = e.record.original();
  if (before.getBool('demo') !== e.record.getBool('demo') || before.getBool('demo')) {
    throw new ForbiddenError('Demo accounts belong to the server.');
  }
  admit(e);
  const self = e.auth && !e.auth.isSuperuser() && e.auth.id === e.record.id;
  const changed = (field) => before.get(field) !== e.record.get(field);
  // One whose township is gone meanwhile can still be disabled.
  if (changed('unit') || changed('area')) requireUnit(e.app, e.record.getString('area'), e.record.getString('unit'));
  const ends = ['role', 'unit', 'area', 'disabled', 'mustChange'].some(changed);
  if (self && ends)
    throw new ForbiddenError('Nobody changes the own role, unit, area or state. Ask another administrator.');
  // A session left open must not become the account: that route asks for the old password.
  if (self && e.requestInfo().body.password)
    throw new ForbiddenError('Change your own password with the old one: POST /api/greenlane/password.');
  // A password set by another hand must be changed at the next sign-in.
  if (!self && e.requestInfo().body.password) e.record.set('mustChange', true);
  if (changed('signedInAt')) e.record.set('signedInAt', before.getString('signedInAt'));
  if (changed('secondFactor')) e.record.set('secondFactor', before.getBool('secondFactor'));
  if (ends) e.record.refreshTokenKey();
  const streams = of(e.app, e.record.id);
  const answer = e.next();
  if (ends || before.tokenKey() !== e.record.tokenKey()) cut(e.app, streams);
  return answer;
}

function remove(e) {
  if (e.record.getBool('demo')) throw new ForbiddenError('Demo accounts belong to the server.');
  const streams = of(e.app, e.record.id);
  const answer = e.next();
  require(`${__hooks}/lib/second-factor.js`).forget(e.app, e.record.id);
  cut(e.app, streams);
  return answer;
}

/** A sign-in by password and, where the account has a second factor, a code: wrong ones are counted by account. */
function withPassword(e) {
  const { of: factorOf, accepts, wrongCode, wanted, textOf } = require(`${__hooks}/lib/second-factor.js`);
  let asks = false;
  const answer = require(`${__hooks}/lib/tries.js`).counted(e, e.identity, (undecided) => {
    if (!e.record || !factorOf(e.app, e.record.id)) return e.next();
    // As the server says it itself, for an account that is there or not.
    if (!e.record.validatePassword(e.password)) throw new BadRequestError('Failed to authenticate.');
    const code = textOf(e, 'code');
    if (code.trim() === '') {
      asks = true;
      // No proof yet: it must not give back tries to one who knows the password alone.
      return undecided();
    }
    if (!accepts(e.app, e.record.id, code)) wrongCode();
    return e.next();
  });
  return asks ? wanted() : answer;
}

/** A sign-in, not the renewal of one, is noted; one column alone, so that no change made meanwhile is undone. */
function signedIn(e) {
  if (e.authMethod) {
    e.app
      .db()
      .newQuery('UPDATE users SET signedInAt = {:at} WHERE id = {:id}')
      .bind({ at: new Date().toISOString(), id: e.record.id })
      .execute();
  }
  return e.next();
}

module.exports = { create, update, remove, withPassword, signedIn, requireUnit };
