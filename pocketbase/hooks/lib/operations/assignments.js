/** Vehicles sent for referrals. */
const { core, toCore, allOf } = require(`${__hooks}/lib/facts.js`);
const { refuse, command, keyFrom } = require(`${__hooks}/lib/operations/context.js`);
const { make, change, find, requireFact, requireVersion, shown } = require(`${__hooks}/lib/operations/records.js`);
const pairs = require(`${__hooks}/lib/operations/pairs.js`);
const personals = require(`${__hooks}/lib/operations/personal.js`);

/**
 * Refuses what stands against sending this vehicle, `pooled` with whoever is on its trip; gives the override to be kept
 * where somebody answers for it. Whether it is free is not asked here but in exclusive.js.
 */
function requireFit(ctx, vehicle, referral, { pooled, expected, override }) {
  const crews = allOf(ctx.tx, 'crews', { area: ctx.area, vehicleId: vehicle.getString('key') }).map(toCore);
  const { standing, unfit } = core().againstVehicle(toCore(vehicle), crews, toCore(referral), {
    now: Date.parse(ctx.at),
    ms: minutesOut(vehicle, expected) * 60000,
    // Only the desk has the roads.
    mm: null
  });
  const said = (reasons) => reasons.map(({ code }) => code);
  const hard = said(standing).filter((code) => !code.startsWith('vehicle-busy-'));
  if (hard.length > 0) {
    refuse(409, 'vehicleId', 'vehicle_unready', `"${vehicle.getString('key')}" cannot go: ${hard.join(', ')}.`, {
      against: hard.join(' ')
    });
  }
  const together = pooled
    ? said(core().againstSharing(toCore(referral), pairs.sharersOf(ctx, vehicle.getString('key'), null)))
    : [];
  const against = together.concat(said(unfit));
  if (against.length === 0) return null;
  if (override) return Object.assign({ against }, override);
  if (together.length > 0) {
    refuse(409, 'pooled', 'trip_unfit', 'these patients do not share a trip by the rules. Send another vehicle.', {
      against: against.join(' ')
    });
  }
  refuse(409, 'vehicleId', 'vehicle_unfit', `"${vehicle.getString('key')}" is not meant for this case.`, {
    against: against.join(' ')
  });
}

/** Minutes from now to the hospital, as far as the desk that sends the vehicle has reckoned them. */
function minutesOut(vehicle, expected) {
  const { toScene, toHospital } = expected || {};
  return vehicle.getFloat('minutesToReady') + (toScene || 0) + (toHospital || 0);
}

/** The database's own guard spoke: says who was first, as the other guard would have. */
function explainDouble(ctx, wanted, referral, error) {
  const { taken, served } = require(`${__hooks}/lib/operations/exclusive.js`);
  if (!/unique/i.test(String(error))) return;
  const holder = pairs.openOf(ctx, wanted.vehicleId)[0];
  if (holder && !wanted.pooled) taken(ctx, holder, referral);
  const server = ctx.tx.findRecordsByFilter(
    'assignments',
    'area = {:area} && referralId = {:referralId} && open = true',
    '',
    1,
    0,
    { area: ctx.area, referralId: wanted.referralId }
  )[0];
  if (server) served(server);
}

/** POST /api/greenlane/assignments */
function create(e) {
  return command(e, 'assignment', '', (ctx) => {
    const { requireFree, served } = require(`${__hooks}/lib/operations/exclusive.js`);
    const wanted = core().parseNewAssignment(ctx.body);
    const asked = core().parseOverride(ctx.body.override);
    const referral = pairs.requireReferral(ctx, wanted.referralId);
    const actor = pairs.sidesOf(ctx.actor, referral, null);
    const state = referral.getString('state');
    const verdict = core().actOnAssignment({ referral: state, assignment: null }, 'reserve', actor);
    const about = { state, verb: 'reserve', allowed: [] };
    if (verdict.code === 'not_allowed') pairs.requireTogether(verdict, about);
    const held = pairs.openAssignment(ctx, referral);
    if (held) served(held);
    const vehicle = requireFact(ctx.tx, 'vehicles', ctx.area, wanted.vehicleId, 'vehicleId');
    const trip = requireFree(ctx, vehicle, referral, wanted);
    const { steps } = pairs.requireTogether(verdict, about);
    const { pooled, expected } = wanted;
    const override = requireFit(ctx, vehicle, referral, { pooled, expected, override: asked });
    personals.requireSilent(ctx, referral.getString('caseId'), {
      'override/name': override && override.name,
      'override/reason': override && override.reason
    });

    const key = keyFrom('a', ctx.command);
    pairs.moveReferral(ctx, referral, steps[0], { assignmentId: key });
    let assignment;
    try {
      assignment = make(ctx, 'assignments', key, 'reserve', {
        unit: referral.getString('unit'),
        referralId: wanted.referralId,
        vehicleId: wanted.vehicleId,
        tripId: trip ? trip.getString('tripId') : key,
        pooled: trip !== null,
        open: true,
        state: steps[1].to,
        stateAt: ctx.at,
        assignedAt: ctx.at,
        assignedBy: ctx.actor.name,
        targetUnit: referral.getString('targetUnit'),
        vehicleUnit: vehicle.getString('unit'),
        eventNotifiedAt: toCore(referral).requestedAt,
        deviceTimes: {},
        override,
        expected: wanted.expected
      });
    } catch (error) {
      explainDouble(ctx, wanted, referral, error);
      throw error;
    }
    if (wanted.dispatch) {
      const sent = core().actOnAssignment(pairs.pairOf(referral, assignment), 'dispatch', actor);
      pairs.moveAssignment(ctx, assignment, pairs.requireTogether(sent, about).steps[0], {});
    }
    pairs.showOnVehicle(ctx, wanted.vehicleId);
    return { assignment: shown(assignment), referral: shown(referral) };
  });
}

function requireAssignment(ctx, key) {
  const record = find(ctx.tx, 'assignments', ctx.area, key);
  if (!record || !pairs.concerns(ctx.actor, record, ['unit', 'targetUnit', 'vehicleUnit']))
    throw new NotFoundError(`No assignment "${key}".`);
  return record;
}

/** Open assignments of others on the same trip; refuses while one of them is on the way. */
function requireTripOver(ctx, assignment) {
  const row = toCore(assignment);
  const sharing = pairs.openOf(ctx, row.vehicleId).filter((each) => each.getString('key') !== row.id);
  for (const each of sharing) {
    if (toCore(each).handedOverAt !== null) continue;
    refuse(409, 'state', 'trip_not_over', 'another patient shares this trip: hand over or stand down that one first.', {
      assignmentId: each.getString('key'),
      referralId: each.getString('referralId')
    });
  }
  return sharing;
}

function requireVerb(verb) {
  if (!core().MACHINE_VERBS.assignment.includes(verb)) throw new NotFoundError(`An assignment has no verb "${verb}".`);
}

/** Takes a vehicle's assignment one step on, and its referral with it. */
function take(ctx, key, verb) {
  const { actOnAssignment, allowedVerbs, parseBreakdown, parseNeeded, stageOf } = core();
  const assignment = requireAssignment(ctx, key);
  const referral = find(ctx.tx, 'referrals', ctx.area, assignment.getString('referralId'));
  const actor = pairs.sidesOf(ctx.actor, referral, assignment);
  const pair = pairs.pairOf(referral, assignment);
  const { needs, steps } = pairs.requireTogether(actOnAssignment(pair, verb, actor), {
    state: pair.assignment.state,
    verb,
    allowed: allowedVerbs('assignment', pair.assignment.state, actor, stageOf(pair.assignment))
  });
  requireVersion(assignment, ctx.body.version, false);
  const { reason, signedFrom, signedTo } = parseNeeded(needs, ctx.body);
  const breakdown = verb === 'stand-down' ? parseBreakdown(ctx.body) : null;
  if (breakdown) requireTripOver(ctx, assignment);
  personals.requireSilent(ctx, referral.getString('caseId'), { reason, signedFrom, signedTo });
  for (const step of steps) {
    if (step.machine === 'referral') {
      pairs.moveReferral(ctx, referral, step, signedFrom ? { signedFrom, signedTo } : {});
      continue;
    }
    // Back in service is the vehicle, with everybody who shared the trip.
    if (verb === 'back-in-service')
      for (const each of requireTripOver(ctx, assignment)) pairs.moveAssignment(ctx, each, step, {});
    pairs.moveAssignment(ctx, assignment, step, reason ? { reason } : {});
  }
  const vehicleId = assignment.getString('vehicleId');
  pairs.showOnVehicle(ctx, vehicleId);
  if (breakdown) {
    const vehicle = requireFact(ctx.tx, 'vehicles', ctx.area, vehicleId, 'vehicleId');
    change(ctx, vehicle, 'out-of-service', { status: 'out-of-service', outOfServiceReason: breakdown });
  }
  return { assignment: shown(assignment), referral: shown(referral) };
}

/** POST /api/greenlane/assignments/{key}/{verb} */
function act(e) {
  const key = String(e.request.pathValue('key'));
  const verb = String(e.request.pathValue('verb'));
  requireVerb(verb);
  return command(e, `assignment/${verb}`, key, (ctx) => take(ctx, key, verb));
}

module.exports = { create, act, take, requireVerb };
