/**
 * POST /api/greenlane/positions: where a device says a vehicle is. A fix is no act of a person: it stands in no log and
 * leaves the vehicle's version as it is, so that nobody who is sending the vehicle is told that it has changed. Its time
 * and number are its key: the same again, or an older one that comes late, changes nothing.
 */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, requireActor, areaOf, bodyOf, reading } = require(`${__hooks}/lib/operations/context.js`);
const { find } = require(`${__hooks}/lib/operations/records.js`);

/** Fixes an account may send in a minute: twenty vehicles every ten seconds. Behind one address stand many devices. */
const PER_MINUTE = 120;

function requireRoom(app, actorId) {
  const minute = Math.floor(Date.now() / 60000);
  const name = `greenlane-fixes-${actorId}`;
  const [held, count] = String(app.store().get(name) || '0 0')
    .split(' ')
    .map(Number);
  const now = held === minute ? count + 1 : 1;
  if (now > PER_MINUTE) throw new TooManyRequestsError('Too many positions from this account. Send them less often.');
  app.store().set(name, `${minute} ${now}`);
}

function send(e) {
  const actor = requireActor(e);
  if (!['dispatcher', 'reporter', 'admin'].includes(actor.role))
    refuse(403, 'vehicleId', 'not_allowed', `a ${actor.role} tells no positions.`);
  requireRoom(e.app, actor.id);
  const body = bodyOf(e);
  const area = areaOf(e.app, actor, body);
  const fix = reading(() => core().parseFix(body));
  require(`${__hooks}/lib/guard.js`).checkReported({ positionAt: fix.deviceAt }, ['positionAt']);
  let answer = null;
  e.app.runInTransaction((tx) => {
    const vehicle = find(tx, 'vehicles', area, fix.vehicleId);
    if (!vehicle || (actor.role === 'reporter' && vehicle.getString('unit') !== actor.unit))
      throw new NotFoundError(`No vehicle "${fix.vehicleId}".`);
    const { positionAt, positionSeq } = toCore(vehicle);
    const kept = core().isNewerFix(fix, { positionAt, positionSeq });
    if (kept) {
      vehicle.set('positionLon', fix.lon);
      vehicle.set('positionLat', fix.lat);
      vehicle.set('positionAt', fix.deviceAt);
      vehicle.set('positionSeq', fix.seq);
      tx.save(vehicle);
    }
    answer = { kept, positionAt: kept ? fix.deviceAt : positionAt };
  });
  return e.json(200, answer);
}

module.exports = { send };
