/**
 * POST /api/greenlane/positions: where a device says a vehicle is. A fix is no act of a person: it stands in no log and
 * leaves the vehicle's version as it is, so that nobody who is sending the vehicle is told that it has changed. Its time
 * and number are its key: the same again, or an older one that comes late, changes nothing.
 */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, requireActor, areaOf, bodyOf, reading } = require(`${__hooks}/lib/operations/context.js`);
const { find } = require(`${__hooks}/lib/operations/records.js`);

/** Fixes an account may send in a minute: twenty vehicles every ten seconds. */
const PER_MINUTE = 120;

/** Keeps a fix that is newer than what is held; `mayTell(vehicle)` says whether its sender may tell of the vehicle. */
function keep(app, area, fix, mayTell) {
  require(`${__hooks}/lib/guard.js`).checkReported({ positionAt: fix.deviceAt }, ['positionAt']);
  let answer = null;
  app.runInTransaction((tx) => {
    const vehicle = find(tx, 'vehicles', area, fix.vehicleId);
    if (!vehicle || !mayTell(vehicle)) throw new NotFoundError(`No vehicle "${fix.vehicleId}".`);
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
  return answer;
}

function send(e) {
  const actor = requireActor(e);
  if (!['dispatcher', 'reporter', 'admin'].includes(actor.role))
    refuse(403, 'vehicleId', 'not_allowed', `a ${actor.role} tells no positions.`);
  require(`${__hooks}/lib/operations/room.js`).requireRoom(e.app, `fixes-${actor.id}`, PER_MINUTE);
  const body = bodyOf(e);
  const area = areaOf(e.app, actor, body);
  const fix = reading(() => core().parseFix(body));
  const mayTell = (vehicle) => actor.role !== 'reporter' || vehicle.getString('unit') === actor.unit;
  return e.json(200, keep(e.app, area, fix, mayTell));
}

module.exports = { send, keep };
