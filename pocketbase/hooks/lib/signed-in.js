/**
 * The account behind a request to a route of ours, with every right of its role: of a person, not of the console, not
 * disabled, with a password of its own choice. Rules say the same of collections.
 */
function signedIn(e) {
  const { auth } = e;
  if (!auth || auth.isSuperuser()) throw new UnauthorizedError('Sign in with an account of your own.');
  if (auth.getBool('disabled')) throw new ForbiddenError('This account is disabled. Ask an administrator.');
  if (auth.getBool('mustChange')) throw new ForbiddenError('Change your first password before you go on.');
  return auth;
}

/** The same, where the console gets in too. */
function signedInOrConsole(e) {
  return e.auth && e.auth.isSuperuser() ? e.auth : signedIn(e);
}

module.exports = { signedIn, signedInOrConsole };
