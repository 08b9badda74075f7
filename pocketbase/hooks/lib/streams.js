/** Live streams of one account. Its sign-in must still stand when they are listed: the server forgets whose they were. */
function of(app, userId) {
  const clients = app.subscriptionsBroker().clients();
  return Object.keys(clients).filter((id) => {
    const auth = clients[id].get('auth');
    return !!auth && auth.id === userId && auth.collection().name === 'users';
  });
}

/** Ends streams; the screens at their other end connect anew and learn that their sign-in has ended. */
function cut(app, ids) {
  for (const id of ids) app.subscriptionsBroker().unregister(id);
}

module.exports = { of, cut };
