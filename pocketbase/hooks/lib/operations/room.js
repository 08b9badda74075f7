/** How many requests one sender may make in a minute. Behind one address stand many devices. Counts live in memory. */
function requireRoom(app, sender, most) {
  const minute = Math.floor(Date.now() / 60000);
  const name = `greenlane-room-${sender}`;
  const [held, count] = String(app.store().get(name) || '0 0')
    .split(' ')
    .map(Number);
  const now = held === minute ? count + 1 : 1;
  if (now > most) throw new TooManyRequestsError('Too many requests from this sender. Send them less often.');
  app.store().set(name, `${minute} ${now}`);
}

module.exports = { requireRoom };
