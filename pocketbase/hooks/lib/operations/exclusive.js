/**
 * The first of two guards of a vehicle: inside the one write transaction its open assignments and its version are read
 * anew. The second is the database's own unique index; either alone lets no double pass.
 */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse } = require(`${__hooks}/lib/operations/context.js`);
const { requireVersion } = require(`${__hooks}/lib/operations/records.js`);
const { openOf } = require(`${__hooks}/lib/operations/pairs.js`);

/** Names who was first, since when and for whom. */
function taken(holder) {
  const { assignedBy, assignedAt, referralId, vehicleId, id } = toCore(holder);
  refuse(409, 'vehicleId', 'vehicle_taken', `${assignedBy} has sent "${vehicleId}" already. Choose another vehicle.`, {
    by: assignedBy,
    at: assignedAt,
    referralId,
    assignmentId: id
  });
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
function requireFree(ctx, vehicle, wanted) {
  const row = toCore(vehicle);
  const open = openOf(ctx, row.id);
  if (!wanted.pooled && open.length > 0) taken(open[0]);
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
