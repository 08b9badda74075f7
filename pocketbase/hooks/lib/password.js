/** A user's own password: the old one is asked for; every other session of the account ends. */
const SHORTEST = 10;

function change(e) {
  const user = e.auth;
  if (!user || user.isSuperuser()) throw new UnauthorizedError('Sign in first.');
  if (user.getBool('disabled') || user.getBool('demo'))
    throw new ForbiddenError('This account has no password of its own.');
  const body = e.requestInfo().body;
  const wrong = (field, code, message) => {
    throw new BadRequestError(message, { [field]: new ValidationError(code, message) });
  };
  const next = typeof body.password === 'string' ? body.password : '';
  require(`${__hooks}/lib/tries.js`).counted(e, user.getString('username'), () => {
    if (typeof body.oldPassword !== 'string' || !user.validatePassword(body.oldPassword))
      wrong('oldPassword', 'wrong_password', 'The old password is not right.');
  });
  if (next.length < SHORTEST) wrong('password', 'too_short', `Take at least ${SHORTEST} characters.`);
  if (next.length > 70) wrong('password', 'too_long', 'Take at most 70 characters.');
  if (next === body.oldPassword) wrong('password', 'same_password', 'Take another password than the old one.');
  if (next !== body.passwordConfirm) wrong('passwordConfirm', 'differs', 'The two new passwords differ.');
  user.setPassword(next);
  user.set('mustChange', false);
  const { of, cut } = require(`${__hooks}/lib/streams.js`);
  const streams = of(e.app, user.id);
  e.app.save(user);
  cut(e.app, streams);
  return $apis.recordAuthResponse(e, user, 'password');
}

module.exports = { change };
