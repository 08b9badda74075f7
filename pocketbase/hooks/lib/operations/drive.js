/** What a driver's link shows and does: the cases of its own vehicle, their steps, where it is, whether it can go. */
const { core, toCore, mapOf, allOf, rulesOf } = require(`${__hooks}/lib/facts.js`);
const { refuse, bodyOf, commandBy, reading } = require(`${__hooks}/lib/operations/context.js`);
const { change, find } = require(`${__hooks}/lib/operations/records.js`);
const { openedLink, requireLink, noteSeen } = require(`${__hooks}/lib/operations/driver-links.js`);
const pairs = require(`${__hooks}/lib/operations/pairs.js`);

/** Records as the core looks them up, each read once. */
function factsOf(app, area) {
  const held = {};
  const look = (collection) => (key) => {
    const name = `${collection}/${key}`;
    if (!(name in held)) {
      const record = find(app, collection, area, key);
      held[name] = record ? toCore(record) : null;
    }
    return held[name];
  };
  const liaison = (facilityId) => {
    const post = core().liaisonOfSite({ posts: mapOf(allOf(app, 'posts', { area, facilityId })) }, facilityId);
    return post ? post.people : [];
  };
  return { facility: look('facilities'), village: look('villages'), township: look('townships'), liaison };
}

function ordersOf(app, area, vehicleId) {
  const facts = factsOf(app, area);
  const orders = [];
  for (const assignment of pairs.openOf({ tx: app, area }, vehicleId)) {
    const referral = find(app, 'referrals', area, assignment.getString('referralId'));
    if (referral) orders.push(core().driveOrder(toCore(assignment), toCore(referral), facts));
  }
  return orders;
}

/** Who of the county is on duty, by telephone. */
function deskOf(app, area, now) {
  const shifts = mapOf(allOf(app, 'duty_shifts', { area, unit: 'county' }));
  return core()
    .onDutyAt({ dutyShifts: shifts }, 'county', now)
    .map(({ person, telephone }) => ({ names: null, person, telephone }))
    .filter(({ telephone }) => telephone.trim() !== '')
    .slice(0, 1);
}

/** All that the phone shows, as of now. */
function viewOf(app, { row, vehicle }) {
  const now = Date.now();
  const { area, id, callSign, status, outOfServiceReason, positionAt, capabilities, baseName, lon, lat } =
    toCore(vehicle);
  return {
    now: new Date(now).toISOString(),
    link: {
      area,
      vehicleId: id,
      callSign,
      expiresAt: row.getString('expiresAt'),
      restUntil: row.getString('restUntil') || null
    },
    vehicle: { status, outOfServiceReason, positionAt, capabilities: capabilities || [], baseName, lon, lat },
    limits: core().driveLimits(rulesOf(app, area, now).pack),
    orders: ordersOf(app, area, id),
    desk: deskOf(app, area, now)
  };
}

/** GET /api/greenlane/drive/order */
function order(e) {
  const link = openedLink(e);
  noteSeen(e.app, link.row);
  return e.json(200, viewOf(e.app, link));
}

/** Sites and villages that a crew may say it is at: those nearest to where it is and goes, and a few along the way. */
const AT_STOP = 8;
const ON_THE_WAY = 2;

/** Points along the straight line between two. */
function between(a, b) {
  return [0.25, 0.5, 0.75].map((share) => ({
    lon: a.lon + (b.lon - a.lon) * share,
    lat: a.lat + (b.lat - a.lat) * share,
    most: ON_THE_WAY
  }));
}

function nearest(app, collection, area, { lon, lat, most }) {
  const rows = arrayOf(new DynamicModel({ id: '', names: '', lon: -0.0, lat: -0.0 }));
  const shrink = Math.cos((lat * Math.PI) / 180);
  app
    .db()
    .newQuery(
      `SELECT key AS id, names, CAST(lon AS REAL) AS lon, CAST(lat AS REAL) AS lat FROM ${collection}
       WHERE area = {:area} AND lon IS NOT NULL AND lat IS NOT NULL AND lon <> 'null' AND lon <> ''
       ORDER BY (lon - {:lon}) * (lon - {:lon}) * {:shrink} + (lat - {:lat}) * (lat - {:lat}), key LIMIT ${most}`
    )
    .bind({ area, lon, lat, shrink: shrink * shrink })
    .all(rows);
  return rows.map((each) => ({ id: each.id, names: JSON.parse(each.names), lon: each.lon, lat: each.lat }));
}

/** GET /api/greenlane/drive/places */
function places(e) {
  const { actor, vehicle } = openedLink(e);
  const { lon, lat, positionLon, positionLat } = toCore(vehicle);
  const here = positionLon === null ? { lon, lat } : { lon: positionLon, lat: positionLat };
  const around = [Object.assign({ most: AT_STOP }, here)];
  for (const { pickUp, target } of ordersOf(e.app, actor.area, actor.vehicleId)) {
    let from = here;
    for (const stop of [pickUp, target].filter((each) => each.lon !== null)) {
      around.push({ lon: stop.lon, lat: stop.lat, most: AT_STOP }, ...between(from, stop));
      from = stop;
    }
  }
  const found = {};
  for (const place of around)
    for (const collection of ['facilities', 'villages'])
      for (const each of nearest(e.app, collection, actor.area, place)) found[`${collection}/${each.id}`] = each;
  return e.json(200, { places: Object.keys(found).map((name) => found[name]) });
}

/** POST /api/greenlane/drive/positions */
function position(e) {
  const { actor } = openedLink(e);
  const body = bodyOf(e);
  if (body.vehicleId !== undefined && body.vehicleId !== actor.vehicleId)
    throw new NotFoundError(`No vehicle "${body.vehicleId}".`);
  const fix = reading(() => core().parseFix(Object.assign({}, body, { vehicleId: actor.vehicleId })));
  return e.json(
    200,
    require(`${__hooks}/lib/operations/positions.js`).keep(e.app, actor.area, fix, () => true)
  );
}

/** A command of the crew; the answer is what the phone then shows. The link is looked at again where it counts. */
function byLink(e, verb, about, run) {
  const { actor } = openedLink(e);
  return commandBy(e, actor, verb, about, (ctx) => {
    const link = requireLink(e, ctx.tx);
    run(ctx, link);
    return { view: viewOf(ctx.tx, requireLink(e, ctx.tx)) };
  });
}

/** POST /api/greenlane/drive/assignments/{key}/{verb} */
function act(e) {
  const key = String(e.request.pathValue('key'));
  const verb = String(e.request.pathValue('verb'));
  const assignments = require(`${__hooks}/lib/operations/assignments.js`);
  assignments.requireVerb(verb);
  return byLink(e, `drive/${verb}`, key, (ctx) => assignments.take(ctx, key, verb));
}

/**
 * POST /api/greenlane/drive/duty: what a crew says of its vehicle. Said before somebody else did and sent later, it
 * changes nothing.
 */
function duty(e) {
  return byLink(e, 'drive/duty', '', (ctx, { row, vehicle }) => {
    const said = core().parseDuty(ctx.body);
    require(`${__hooks}/lib/guard.js`).checkReported({ positionAt: said.deviceAt }, ['positionAt']);
    const held = toCore(vehicle);
    require(`${__hooks}/lib/guard.js`).checkDuty(ctx.tx, held, ['status']);
    if (held.statusAt && Date.parse(held.statusAt) > Date.parse(said.deviceAt))
      refuse(409, 'deviceAt', 'overtaken', `the vehicle was set ${held.status} after that. Look again.`, {
        status: held.status,
        at: held.statusAt
      });
    const rest = said.restMinutes;
    const until = rest === null ? '' : new Date(Date.parse(said.deviceAt) + rest * 60000).toISOString();
    if (row.getString('restUntil') !== until) {
      row.set('restUntil', until);
      ctx.tx.save(row);
    }
    if (held.status === said.status && held.outOfServiceReason === said.reason) return;
    const verb = said.status === 'available' ? 'back-on-duty' : rest === null ? 'out-of-service' : 'rest';
    change(ctx, vehicle, verb, { status: said.status, outOfServiceReason: said.reason });
  });
}

module.exports = { order, places, position, act, duty };
