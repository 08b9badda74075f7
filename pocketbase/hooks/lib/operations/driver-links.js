/**
 * The link of a vehicle, which its driver opens on a telephone. Whoever may give a crew's acts hands it out. Its secret
 * travels in a header and is kept as a hash; one vehicle has one open link; it ends with its time, when it is withdrawn,
 * when another is made, and with the right of the person who made it.
 */
const { toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, requireActor, areaOf, bodyOf, contextOf } = require(`${__hooks}/lib/operations/context.js`);
const { find } = require(`${__hooks}/lib/operations/records.js`);
const { append } = require(`${__hooks}/lib/operations/events.js`);

const HEADER = 'X-Greenlane-Drive';
const TOKEN = /^[A-Za-z0-9]{40}$/;
/** A shift, where nobody says otherwise. */
const SHIFT_HOURS = 12;
const LONGEST_HOURS = 24;
const MAKERS = ['dispatcher', 'reporter', 'admin'];
/** Requests of one link in a minute: its order every five seconds, a fix every ten, and what the crew does. */
const PER_MINUTE = 120;
const SEEN_EVERY_MS = 60000;

const hashOf = (token) => $security.sha256(`greenlane drive ${token}`);

/** Whether a person may give the acts of this vehicle's crew, and so may hand them on. */
function mayHandOut({ role, unit, area }, row) {
  if (!MAKERS.includes(role) || (area !== '*' && area !== row.area)) return false;
  return role !== 'reporter' || unit === row.unit;
}

function openLink(app, area, vehicleId) {
  try {
    return app.findFirstRecordByFilter('driver_links', 'area = {:area} && vehicleId = {:vehicleId} && endedAt = ""', {
      area,
      vehicleId
    });
  } catch (_) {
    return null;
  }
}

function requireVehicle(e, key, asked) {
  const actor = requireActor(e);
  if (!MAKERS.includes(actor.role)) refuse(403, 'vehicleId', 'not_allowed', `a ${actor.role} hands out no links.`);
  const area = areaOf(e.app, actor, asked);
  const vehicle = find(e.app, 'vehicles', area, key);
  if (!vehicle || !mayHandOut(actor, toCore(vehicle))) throw new NotFoundError(`No vehicle "${key}".`);
  return { actor, area, vehicle };
}

function end(ctx, row, verb) {
  row.set('endedAt', ctx.at);
  ctx.tx.save(row);
  append(ctx, {
    verb,
    subject: 'driver_links',
    subjectKey: row.getString('vehicleId'),
    after: { link: row.id, endedAt: ctx.at }
  });
}

function shown(row) {
  if (!row) return null;
  const link = { openedAt: row.getString('created').replace(' ', 'T') };
  for (const field of ['expiresAt', 'byName', 'seenAt', 'restUntil']) link[field] = row.getString(field);
  return link;
}

/** POST /api/greenlane/driver-links: the only answer that ever holds the secret. */
function open(e) {
  const body = bodyOf(e);
  const hours = body.hours === undefined ? SHIFT_HOURS : body.hours;
  const { actor, area, vehicle } = requireVehicle(e, String(body.vehicleId || ''), body);
  if (typeof hours !== 'number' || !(hours >= 1 && hours <= LONGEST_HOURS))
    refuse(400, 'hours', 'out_of_range', `give a number from 1 to ${LONGEST_HOURS}.`);
  const token = $security.randomString(40);
  const vehicleId = vehicle.getString('key');
  let row = null;
  require(`${__hooks}/lib/durable.js`).durably(e.app, (tx) => {
    const ctx = contextOf(tx, actor, area, '', {});
    const held = openLink(tx, area, vehicleId);
    if (held) end(ctx, held, 'replace-link');
    row = new Record(tx.findCollectionByNameOrId('driver_links'));
    const expiresAt = new Date(Date.parse(ctx.at) + hours * 3600000).toISOString();
    const fields = { tokenHash: hashOf(token), area, vehicleId, by: actor.id, byName: actor.name, expiresAt };
    for (const field of Object.keys(fields)) row.set(field, fields[field]);
    tx.save(row);
    append(ctx, {
      verb: 'open-link',
      subject: 'driver_links',
      subjectKey: vehicleId,
      after: { link: row.id, expiresAt }
    });
  });
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, { token, link: shown(row) });
}

/** GET /api/greenlane/driver-links/{vehicle} */
function read(e) {
  const { area, vehicle } = requireVehicle(e, String(e.request.pathValue('vehicle')), e.requestInfo().query);
  const row = openLink(e.app, area, vehicle.getString('key'));
  const stands = row && Date.parse(row.getString('expiresAt')) > Date.now() && stillHandsOut(e.app, row, vehicle);
  return e.json(200, { link: stands ? shown(row) : null });
}

/** DELETE /api/greenlane/driver-links/{vehicle} */
function withdraw(e) {
  const { actor, area, vehicle } = requireVehicle(e, String(e.request.pathValue('vehicle')), e.requestInfo().query);
  require(`${__hooks}/lib/durable.js`).durably(e.app, (tx) => {
    const row = openLink(tx, area, vehicle.getString('key'));
    if (!row) throw new NotFoundError('No link of this vehicle is open.');
    end(contextOf(tx, actor, area, '', {}), row, 'withdraw-link');
  });
  return e.json(200, { link: null });
}

function makerOf(app, row) {
  try {
    return app.findRecordById('users', row.getString('by'));
  } catch (_) {
    return null;
  }
}

/** What somebody handed out ends with the own right to do so. */
function stillHandsOut(app, row, vehicle) {
  const user = makerOf(app, row);
  if (!user || user.getBool('disabled')) return false;
  const [role, unit, area] = ['role', 'unit', 'area'].map((field) => user.getString(field));
  return mayHandOut({ role, unit, area }, toCore(vehicle));
}

function refuseLink(code, message) {
  throw new ApiError(401, message, { link: new ValidationError(code, message) });
}

/**
 * The link behind a request: its row, its vehicle, and the actor as whom it acts. `app` may be a transaction, in which
 * the link is looked at once more.
 */
function requireLink(e, app) {
  const token = e.request.header.get(HEADER);
  const hash = hashOf(token);
  let row = null;
  try {
    row = TOKEN.test(token) ? app.findFirstRecordByData('driver_links', 'tokenHash', hash) : null;
  } catch (_) {
    row = null;
  }
  if (!row || !$security.equal(row.getString('tokenHash'), hash))
    refuseLink('link_unknown', 'This link is not right. Ask dispatch for a new one.');
  const [area, vehicleId] = [row.getString('area'), row.getString('vehicleId')];
  const vehicle = find(app, 'vehicles', area, vehicleId);
  if (row.getString('endedAt') || !vehicle || !stillHandsOut(app, row, vehicle))
    refuseLink('link_ended', 'This link was withdrawn or replaced. Ask dispatch for a new one.');
  if (Date.parse(row.getString('expiresAt')) <= Date.now())
    refuseLink('link_expired', 'This link has expired. Ask dispatch for a new one.');
  // What a demo account hands out is no more than that account: of this machine alone.
  if (makerOf(app, row).getBool('demo') && !require(`${__hooks}/lib/local.js`).isLocalDirect(e))
    refuseLink('link_unknown', 'Links of demo accounts work only on the machine that runs the server.');
  return { row, vehicle, actor: actorOf(row, vehicle) };
}

function actorOf(row, vehicle) {
  const [area, vehicleId] = [row.getString('area'), row.getString('vehicleId')];
  return {
    id: `link:${row.id}`,
    name: `${vehicle.getString('callSign')} (link of ${row.getString('byName')})`.slice(0, 120),
    role: 'driver',
    unit: vehicle.getString('unit'),
    area,
    vehicleId,
    // Commands of a crew that waited for a line go on under the vehicle's next link.
    keptAs: `drive-${$security.sha256(`${area} ${vehicleId}`).slice(0, 24)}`
  };
}

/** The same for a request that counts against the bucket of the link. */
function openedLink(e) {
  const link = requireLink(e, e.app);
  require(`${__hooks}/lib/operations/room.js`).requireRoom(e.app, link.actor.id, PER_MINUTE);
  e.response.header().set('Cache-Control', 'no-store');
  return link;
}

/** Dispatch sees whether the link is in use. */
function noteSeen(app, row) {
  const seenAt = row.getString('seenAt');
  if (seenAt && Date.now() - Date.parse(seenAt) < SEEN_EVERY_MS) return;
  row.set('seenAt', new Date().toISOString());
  app.save(row);
}

module.exports = { open, read, withdraw, requireLink, openedLink, noteSeen };
