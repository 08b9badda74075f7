/**
 * The first of two guards of a vehicle: inside the one write transaction its open assignments and its version are read
 * anew. The second is the database's own unique index; either alone lets no double pass.
 */
const { core, toCore, allOf } = require(`${__hooks}/lib/facts.js`);
const { refuse } = require(`${__hooks}/lib/operations/context.js`);
const { requireVersion, find } = require(`${__hooks}/lib/operations/records.js`);
const { openOf } = require(`${__hooks}/lib/operations/pairs.js`);

/** The nearest other vehicle that could go for a referral, by straight line: there are no roads here. Null for none. */
function nextFree(ctx, referral) {
  const row = toCore(referral);
  const of = (collection, key) => (key ? find(ctx.tx, collection, ctx.area, key) : null);
  const site = of('facilities', row.originFacilityId) || of('villages', row.villageId);
  const from = row.lon === null && site ? toCore(site) : row;
  if (from.lon === null) return null;
  const all = (collection, terms) => allOf(ctx.tx, collection, Object.assign({ area: ctx.area }, terms)).map(toCore);
  const vehicles = all('vehicles', { status: 'available' });
  return core().nearestFree(row, from, { vehicles, crews: all('crews', { onDuty: true }) });
}

/** Names who was first, since when and for whom, and what else could go for `referral`. */
function taken(ctx, holder, referral) {
  const { assignedBy, assignedAt, referralId, vehicleId, id } = toCore(holder);
  const next = nextFree(ctx, referral);
  const instead = next
    ? `Nearest free one by straight line: "${next.vehicleId}", ${next.straightMeters} m.`
    : 'No other is free that could go.';
  const params = { by: assignedBy, at: assignedAt, referralId, assignmentId: id };
  if (next) Object.assign(params, { nextByLine: next.vehicleId, nextLineMeters: next.straightMeters });
  refuse(409, 'vehicleId', 'vehicle_taken', `${assignedBy} has sent "${vehicleId}" already. ${instead}`, params);
}

/** The same of a referral that somebody has sent a vehicle for. */
function served(holder) {
  const { assignedBy, assignedAt, vehicleId, id } = toCore(holder);
  refuse(409, 'referralId', 'referral_taken', `${assignedBy} has sent "${vehicleId}" for this case already.`, {
    by: assignedBy,
    at: assignedAt,
    vehicleId,
    assignmentId: id
  });
}

/**
 * Refuses unless the vehicle is free, or, for one more patient, on a trip with a seat left; gives the assignment whose
 * trip is joined, null for a trip of its own.
 */
function requireFree(ctx, vehicle, referral, wanted) {
  const row = toCore(vehicle);
  const open = openOf(ctx, row.id);
  if (!wanted.pooled && open.length > 0) taken(ctx, open[0], referral);
  requireVersion(vehicle, wanted.vehicleVersion, true);
  if (!wanted.pooled) {
    if (row.status === 'available' || row.status === 'out-of-service') return null;
    refuse(409, 'vehicleId', 'vehicle_busy', `"${row.id}" is ${row.status}. Choose another vehicle.`, {
      status: row.status
    });
  }
  if (open.length === 0) refuse(409, 'pooled', 'no_trip', `"${row.id}" is on no trip that a patient could share.`);
  if (open.length >= row.seats)
    refuse(409, 'pooled', 'no_seat', `"${row.id}" has ${row.seats} places, all taken.`, { seats: row.seats });
  if (open.some((each) => !core().JOINABLE.includes(each.getString('state'))))
    refuse(409, 'pooled', 'trip_ending', `"${row.id}" has reached the hospital. Wait until it is free.`);
  return open[0];
}

module.exports = { requireFree, taken, served };
