/** One-click roles, only in demo mode and only for requests straight from this machine and from our own page. */
const ROLES = ['planner', 'dispatcher', 'official', 'reporter', 'admin'];

function isDemo(e) {
  return $os.getenv('GREENLANE_DEMO') === '1' && require(`${__hooks}/lib/local.js`).isLocalDirect(e);
}

/** Public: what the sign-in page must know. */
function mode(e) {
  e.response.header().set('Cache-Control', 'no-store');
  const demo = isDemo(e);
  return e.json(200, { demo, roles: demo ? ROLES : [] });
}

function signIn(e) {
  const role = String(e.request.pathValue('role'));
  if (!isDemo(e) || !require(`${__hooks}/lib/local.js`).isSameOrigin(e) || !ROLES.includes(role)) {
    throw new NotFoundError();
  }
  let user;
  try {
    user = e.app.findFirstRecordByFilter('users', 'demo = true && disabled = false && role = {:role}', { role });
  } catch (_) {
    throw new NotFoundError();
  }
  return $apis.recordAuthResponse(e, user, 'demo');
}

module.exports = { mode, signIn };
