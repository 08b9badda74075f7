/**
 * What a desk says of a vehicle: that it can go or cannot, and where it is. A device keeps such an act while there is no
 * line, so it names the state that was seen, and is refused where that stands no longer.
 */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, command } = require(`${__hooks}/lib/operations/context.js`);
const { change, find, shown } = require(`${__hooks}/lib/operations/records.js`);

function requireVehicle(ctx, key) {
  const vehicle = find(ctx.tx, 'vehicles', ctx.area, key);
  const foreign = vehicle && ctx.actor.role === 'reporter' && vehicle.getString('unit') !== ctx.actor.unit;
  if (!vehicle || foreign) throw new NotFoundError(`No vehicle "${key}".`);
  return vehicle;
}

function setStatus(ctx, vehicle) {
  const { status, outOfServiceReason, seen } = core().parseVehicleStatus(ctx.body);
  const held = toCore(vehicle);
  if (held.status === status && held.outOfServiceReason === outOfServiceReason) return;
  require(`${__hooks}/lib/guard.js`).checkDuty(ctx.tx, held, ['status']);
  if (held.status !== seen.status || held.outOfServiceReason !== seen.outOfServiceReason)
    refuse(409, 'status', 'overtaken', `"${held.id}" was set ${held.status} meanwhile. Look again.`, {
      status: held.status,
      outOfServiceReason: held.outOfServiceReason || ''
    });
  const verb = status === 'available' ? 'back-on-duty' : 'out-of-service';
  change(ctx, vehicle, verb, { status, outOfServiceReason });
}

function setPlace(ctx, vehicle) {
  const { place, deviceAt } = core().parseVehiclePlace(ctx.body);
  require(`${__hooks}/lib/guard.js`).checkReported({ positionAt: deviceAt }, ['positionAt']);
  const { id, positionAt } = toCore(vehicle);
  if (positionAt && Date.parse(positionAt) > Date.parse(deviceAt))
    refuse(409, 'deviceAt', 'newer_place', `a newer position of "${id}" is known.`, { at: positionAt });
  change(ctx, vehicle, 'place', {
    positionLon: place && place.lon,
    positionLat: place && place.lat,
    positionAt: place && deviceAt
  });
}

const ACTS = { status: setStatus, place: setPlace };

/** POST /api/greenlane/vehicles/{key}/{verb} */
function act(e) {
  const key = String(e.request.pathValue('key'));
  const verb = String(e.request.pathValue('verb'));
  if (!Object.keys(ACTS).includes(verb)) throw new NotFoundError(`A vehicle has no verb "${verb}".`);
  return command(e, `vehicle/${verb}`, key, (ctx) => {
    const vehicle = requireVehicle(ctx, key);
    ACTS[verb](ctx, vehicle);
    return { vehicle: shown(vehicle) };
  });
}

module.exports = { act };
