/** A referral and its vehicle: found together, judged together by the core, moved together. */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { change, find } = require(`${__hooks}/lib/operations/records.js`);
const { refuse } = require(`${__hooks}/lib/operations/context.js`);
const beds = require(`${__hooks}/lib/operations/beds.js`);

/** Whether a record concerns the actor at all; what does not is not there. A driver's are those of the own vehicle. */
function concerns(actor, record, columns) {
  if (actor.role === 'driver') return record.getString('vehicleId') === actor.vehicleId;
  return actor.role !== 'reporter' || columns.some((column) => record.getString(column) === actor.unit);
}

function requireReferral(ctx, key) {
  const record = find(ctx.tx, 'referrals', ctx.area, key);
  if (!record || !concerns(ctx.actor, record, ['unit', 'targetUnit', 'vehicleUnit']))
    throw new NotFoundError(`No referral "${key}".`);
  return record;
}

/** The open assignment of a referral; null without one. */
function openAssignment(ctx, referral) {
  const record = find(ctx.tx, 'assignments', ctx.area, referral.getString('assignmentId'));
  return record && record.getBool('open') ? record : null;
}

/** The actor with the sides the unit stands on. */
function sidesOf(actor, referral, assignment) {
  const sides = [];
  if (referral && referral.getString('unit') === actor.unit) sides.push('origin');
  if (referral && referral.getString('targetUnit') === actor.unit) sides.push('target');
  if (assignment && assignment.getString('vehicleUnit') === actor.unit) sides.push('vehicle');
  return { role: actor.role, sides };
}

function pairOf(referral, assignment) {
  const row = assignment ? toCore(assignment) : null;
  return {
    referral: referral ? referral.getString('state') : 'new',
    assignment: row && { state: row.state, handedOverAt: row.handedOverAt }
  };
}

const SAID = {
  not_allowed: 'your role, or the side your unit stands on, may not do this here.',
  through_assignment: 'this comes with what the vehicle does: act on its assignment.',
  through_referral: 'this comes with the referral: act on that.'
};

/** Refuses an act that the table does not let pass; names the state and what could be done instead, and who was first. */
function requireTogether(verdict, { state, verb, allowed }, first = {}) {
  if (verdict.ok) return verdict;
  const said = SAID[verdict.code] || `"${verb}" leads nowhere from "${state}".`;
  const params = Object.assign({ state, verb, allowed: allowed.join(' ') }, first);
  refuse(verdict.status, verdict.code === 'not_allowed' ? 'verb' : 'state', verdict.code, said, params);
}

/** A clock never runs backwards, whatever the machine's own does. */
function notBefore(at, earlier) {
  return earlier && Date.parse(earlier) > Date.parse(at) ? earlier : at;
}

/** Moves the referral by one step of an act; `more` are further fields. */
function moveReferral(ctx, referral, step, more) {
  const fields = Object.assign({ state: step.to, stateAt: ctx.at }, more);
  if (['reject', 'redirect', 'cancel'].includes(step.verb)) {
    beds.release(ctx, referral);
    fields.bedHeld = false;
  }
  if (step.verb === 'hand-over') {
    beds.occupy(ctx, referral);
    fields.bedHeld = false;
    fields.handedOverAt = ctx.at;
  }
  if (step.verb === 'unassign' || step.verb === 'cancel') fields.assignmentId = null;
  change(ctx, referral, step.verb, fields);
}

/** Moves the assignment by one step; sets its clock, closes it at its end, and lets the others of its trip go on. */
function moveAssignment(ctx, assignment, step, more) {
  const row = toCore(assignment);
  const at = notBefore(ctx.at, row.stateAt);
  const fields = Object.assign({ state: step.to, stateAt: at }, more);
  if (step.clock) {
    fields[step.clock] = at;
    const deviceAt = core().parseDeviceAt(ctx.body);
    if (deviceAt) fields.deviceTimes = Object.assign({}, row.deviceTimes, { [step.clock]: deviceAt });
  }
  if (step.verb === 'divert') fields.atDestinationAt = null;
  if (core().isEnded('assignment', step.to)) fields.open = false;
  change(ctx, assignment, step.verb, fields);
  if (fields.open === false && !row.pooled) promote(ctx, row);
}

/** Of those who share a trip one always holds the vehicle. */
function promote(ctx, { vehicleId, tripId }) {
  const next = openOf(ctx, vehicleId).filter((each) => each.getString('tripId') === tripId)[0];
  if (next) change(ctx, next, 'promote', { pooled: false });
}

/** Open assignments of a vehicle, the one that holds it first. */
function openOf(ctx, vehicleId) {
  return ctx.tx.findRecordsByFilter(
    'assignments',
    'area = {:area} && vehicleId = {:vehicleId} && open = true',
    'pooled,created',
    0,
    0,
    { area: ctx.area, vehicleId }
  );
}

/** Referrals that share a vehicle's trip with `assignment` (null: with one that is to join) and are not handed over. */
function sharersOf(ctx, vehicleId, assignment) {
  return openOf(ctx, vehicleId)
    .filter((each) => !assignment || each.getString('key') !== assignment.getString('key'))
    .filter((each) => !each.getString('handedOverAt'))
    .map((each) => toCore(find(ctx.tx, 'referrals', ctx.area, each.getString('referralId'))));
}

/** What the vehicle is doing follows from its open assignments; no event of its own, theirs say it. */
function showOnVehicle(ctx, vehicleId) {
  const vehicle = find(ctx.tx, 'vehicles', ctx.area, vehicleId);
  if (!vehicle) return;
  const row = toCore(vehicle);
  const states = openOf(ctx, vehicleId).map((each) => each.getString('state'));
  const out = row.status === 'out-of-service' ? row.outOfServiceReason || 'other' : null;
  const status = core().vehicleStatusOf({ outOfServiceReason: out }, states);
  if (status === row.status) return;
  vehicle.set('status', status);
  vehicle.set('version', row.version + 1);
  ctx.tx.save(vehicle);
}

module.exports = {
  concerns,
  requireReferral,
  openAssignment,
  sidesOf,
  pairOf,
  requireTogether,
  moveReferral,
  moveAssignment,
  openOf,
  sharersOf,
  showOnVehicle
};
