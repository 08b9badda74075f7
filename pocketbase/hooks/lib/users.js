/** Accounts: an administrator keeps to the own area, nobody makes demo accounts, a changed role ends old sessions. */
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
  const unit = record.getString('unit');
  if (unit !== 'county') {
    try {
      e.app.findFirstRecordByFilter('townships', 'area = {:area} && key = {:unit}', {
        area: record.getString('area'),
        unit
      });
    } catch (_) {
      const message = `No township "${unit}" in area "${record.getString('area')}". Use a township key or "county".`;
      throw new BadRequestError(message, { unit: new ValidationError('unknown_unit', message) });
    }
  }
}

function create(e) {
  admit(e);
  e.record.set('mustChange', true);
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
  const ends = ['role', 'unit', 'area', 'disabled', 'mustChange'].some(changed);
  if (self && ends)
    throw new ForbiddenError('Nobody changes the own role, unit, area or state. Ask another administrator.');
  // A password set by another hand must be changed at the next sign-in.
  if (!self && e.requestInfo().body.password) e.record.set('mustChange', true);
  if (ends) e.record.refreshTokenKey();
  return e.next();
}

function remove(e) {
  if (e.record.getBool('demo')) throw new ForbiddenError('Demo accounts belong to the server.');
  return e.next();
}

module.exports = { create, update, remove };
