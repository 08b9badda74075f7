/** Referrals: asked for, answered, redirected, handed over, led home. What they become is the core's table to say. */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, command, keyFrom } = require(`${__hooks}/lib/operations/context.js`);
const { make, change, requireFact, requireVersion, shown } = require(`${__hooks}/lib/operations/records.js`);
const pairs = require(`${__hooks}/lib/operations/pairs.js`);
const { plain } = require(`${__hooks}/lib/plain.js`);
const { checkPlace, MARGIN } = require(`${__hooks}/lib/validate.js`);
const beds = require(`${__hooks}/lib/operations/beds.js`);
const personals = require(`${__hooks}/lib/operations/personal.js`);

/** Where a case belongs by the rules of this moment. */
function careOf(ctx, patient) {
  const { carePlace, needs, reason, rule } = core().decideCare(patient, ctx.pack());
  return { carePlace, needs, careReason: reason.code, careRule: rule };
}

/**
 * A target that can do what the case needs, is the one `advised` (null where the sender had none) and against which nothing
 * `more` stands, or somebody who answers for it; gives the override to be kept. Which one is advised rests on the roads,
 * which are not known here: the sender is held to what it says itself.
 */
function requireTarget(ctx, facility, care, override, { advised = null, more = [] } = {}) {
  const key = facility.getString('key');
  if (advised) requireFact(ctx.tx, 'facilities', ctx.area, advised, 'advisedFacilityId');
  const other = advised !== null && advised !== key ? { advised } : {};
  const unfit = core()
    .againstTarget(toCore(facility), care, ctx.pack())
    .map(({ code }) => code)
    .concat(more);
  const against = unfit.concat(other.advised ? ['not-advised'] : []);
  if (against.length === 0) return null;
  if (override) return Object.assign({}, override, { against }, other);
  if (unfit.length === 0) {
    refuse(409, 'targetFacilityId', 'not_advised', `"${advised}" is advised. Say who answers for another, and why.`, {
      against: against.join(' '),
      advised
    });
  }
  refuse(409, 'targetFacilityId', 'target_unfit', `"${key}" is not meant for this case.`, {
    against: against.join(' ')
  });
}

/** A patient waits in the area of the case, or close to it. */
function requireInArea(ctx, wanted) {
  const { bbox } = plain(ctx.tx.findFirstRecordByData('areas', 'key', ctx.area));
  checkPlace('lon', 'lat', wanted, bbox, MARGIN.villages);
}

/** POST /api/greenlane/referrals */
function create(e) {
  return command(e, 'referral', '', (ctx) => {
    const { parseNewReferral, parsePersonal, parseOverride, actOnReferral } = core();
    const wanted = parseNewReferral(ctx.body.referral);
    const personal = parsePersonal(ctx.body.personal);
    const asked = parseOverride(ctx.body.override);
    const first = wanted.originFacilityId
      ? requireFact(ctx.tx, 'facilities', ctx.area, wanted.originFacilityId, 'originFacilityId')
      : null;
    requireInArea(ctx, wanted);
    if (wanted.villageId) requireFact(ctx.tx, 'villages', ctx.area, wanted.villageId, 'villageId');
    const target = requireFact(ctx.tx, 'facilities', ctx.area, wanted.targetFacilityId, 'targetFacilityId');
    const unit = first ? first.getString('unit') : 'county';
    const sides = unit === ctx.actor.unit ? ['origin'] : [];
    const verb = wanted.draft ? 'draft' : 'request';
    const pair = { referral: 'new', assignment: null };
    pairs.requireTogether(actOnReferral(pair, verb, { role: ctx.actor.role, sides }), {
      state: 'new',
      verb,
      allowed: []
    });
    const care = careOf(ctx, wanted);
    const override = wanted.draft
      ? asked && Object.assign({ against: [] }, asked)
      : requireTarget(ctx, target, care, asked, { advised: wanted.advisedFacilityId });
    if (personal && override)
      personals.checkSilent(personal, { 'override/name': override.name, 'override/reason': override.reason });
    const key = keyFrom('r', ctx.command);
    const hash = personal ? personals.keep(ctx, key, personal) : '';
    const fields = Object.assign(
      {},
      wanted,
      { unit, caseId: key, previousId: null, targetUnit: target.getString('unit') },
      care,
      { state: wanted.draft ? 'draft' : 'requested', stateAt: ctx.at, requestedAt: wanted.draft ? null : ctx.at },
      { bedHeld: false, override, hasPersonal: personal !== null }
    );
    delete fields.draft;
    delete fields.advisedFacilityId;
    return { referral: shown(make(ctx, 'referrals', key, verb, fields, hash)) };
  });
}

/** A patient who leaves for another hospital than those on the same trip. */
function apart(ctx, row, assignment) {
  if (!assignment) return [];
  const others = pairs.sharersOf(ctx, assignment.getString('vehicleId'), assignment);
  return core()
    .againstSharing(row, others)
    .map(({ code }) => code)
    .filter((code) => code === 'share-other-hospital');
}

/** What each verb asks for and does beside moving the state; gives further fields of the referral. */
const DO = {
  request: (ctx, referral) => {
    const row = toCore(referral);
    const target = requireFact(ctx.tx, 'facilities', ctx.area, row.targetFacilityId, 'targetFacilityId');
    const care = careOf(ctx, row);
    const held = row.override;
    const override = requireTarget(ctx, target, care, core().parseOverride(ctx.body.override) || held, {
      advised: core().parseAdvised(ctx.body) || (held && held.advised) || null
    });
    return Object.assign(care, { requestedAt: row.requestedAt || ctx.at, override });
  },
  accept: (ctx, referral) => {
    const row = toCore(referral);
    const target = requireFact(ctx.tx, 'facilities', ctx.area, row.targetFacilityId, 'targetFacilityId');
    const asked = core().parseOverride(ctx.body.override);
    const bedHeld = beds.hold(ctx, target, asked !== null);
    const without = asked && !bedHeld && core().keepsBed(toCore(target));
    return without ? { bedHeld, override: Object.assign({ against: ['no_free_bed'] }, asked) } : { bedHeld };
  },
  redirect: (ctx, referral, { targetFacilityId }, assignment) => {
    const row = toCore(referral);
    if (targetFacilityId === row.targetFacilityId)
      refuse(400, 'targetFacilityId', 'same_target', 'name another facility than the present one.');
    const target = requireFact(ctx.tx, 'facilities', ctx.area, targetFacilityId, 'targetFacilityId');
    const override = requireTarget(ctx, target, row, core().parseOverride(ctx.body.override), {
      advised: core().parseAdvised(ctx.body),
      more: apart(ctx, Object.assign({}, row, { targetFacilityId }), assignment)
    });
    const targetUnit = target.getString('unit');
    if (assignment && assignment.getString('targetUnit') !== targetUnit)
      change(ctx, assignment, 'retarget', { targetUnit });
    return { targetFacilityId, targetUnit, override };
  }
};

/** The way home: a new referral of the same case, from the hospital that had it. */
function counterRefer(ctx, referral, { targetFacilityId }) {
  const row = toCore(referral);
  const target = requireFact(ctx.tx, 'facilities', ctx.area, targetFacilityId, 'targetFacilityId');
  if (!target.getBool('open')) {
    refuse(409, 'targetFacilityId', 'target_unfit', `"${targetFacilityId}" is closed.`, { against: 'passed-closed' });
  }
  const patient = ctx.body.patient ? core().parsePatient(ctx.body.patient) : Object.assign({}, row, RECOVERED);
  const { grade, severeDisease, aged, stable, dialysis } = patient;
  const care = careOf(ctx, patient);
  const fields = Object.assign({ grade, severeDisease, aged, stable, dialysis }, care, {
    unit: row.targetUnit,
    caseId: row.caseId,
    previousId: row.id,
    state: 'requested',
    stateAt: ctx.at,
    requestedAt: ctx.at,
    originFacilityId: row.targetFacilityId,
    villageId: row.villageId,
    targetFacilityId,
    targetUnit: target.getString('unit'),
    greenChannel: row.greenChannel,
    vehicleNeeds: [],
    hasPersonal: row.hasPersonal
  });
  return make(ctx, 'referrals', keyFrom('r', ctx.command), 'request', fields);
}

const RECOVERED = { grade: 'mild', stable: true };

/** POST /api/greenlane/referrals/{key}/{verb} */
function act(e) {
  const key = String(e.request.pathValue('key'));
  const verb = String(e.request.pathValue('verb'));
  if (verb === 'purge') return purge(e, key);
  if (verb === 'personal') return write(e, key);
  if (!core().MACHINE_VERBS.referral.includes(verb)) throw new NotFoundError(`A referral has no verb "${verb}".`);
  return command(e, `referral/${verb}`, key, (ctx) => {
    const { actOnReferral, allowedVerbs, parseNeeded, stageOf } = core();
    const referral = pairs.requireReferral(ctx, key);
    const assignment = pairs.openAssignment(ctx, referral);
    const actor = pairs.sidesOf(ctx.actor, referral, assignment);
    const pair = pairs.pairOf(referral, assignment);
    const { needs, steps } = pairs.requireTogether(actOnReferral(pair, verb, actor), {
      state: pair.referral,
      verb,
      allowed: allowedVerbs('referral', pair.referral, actor, stageOf(pair.assignment))
    });
    requireVersion(referral, ctx.body.version, true);
    const stated = parseNeeded(needs, ctx.body);
    const override = core().parseOverride(ctx.body.override);
    personals.requireSilent(ctx, referral.getString('caseId'), {
      reason: stated.reason,
      signedFrom: stated.signedFrom,
      signedTo: stated.signedTo,
      'override/name': override && override.name,
      'override/reason': override && override.reason
    });
    const { reason, signedFrom, signedTo } = stated;
    const answer = {};
    let made = null;
    for (const step of steps) {
      if (step.machine === 'assignment') {
        pairs.moveAssignment(ctx, assignment, step, { reason });
        pairs.showOnVehicle(ctx, assignment.getString('vehicleId'));
        answer.assignment = shown(assignment);
        continue;
      }
      const more = DO[verb] ? DO[verb](ctx, referral, stated, assignment) : {};
      if (reason) more.reason = reason;
      if (signedFrom) Object.assign(more, { signedFrom, signedTo });
      pairs.moveReferral(ctx, referral, step, more);
      if (verb === 'counter-refer') made = counterRefer(ctx, referral, stated);
    }
    answer.referral = shown(referral);
    if (made) answer.counterReferral = shown(made);
    return answer;
  });
}

/** Who may know the patient: dispatch, administration and the two facilities. */
function requireConfidant(actor) {
  if (!['dispatcher', 'admin', 'reporter'].includes(actor.role))
    refuse(403, 'personal', 'not_allowed', `a ${actor.role} does not read who a patient is.`);
}

/** POST /api/greenlane/referrals/{key}/personal: what was not known when the case was called in. */
function write(e, key) {
  return command(e, 'referral/personal', key, (ctx) => {
    const referral = pairs.requireReferral(ctx, key);
    const personal = core().parsePersonal(ctx.body.personal);
    if (!personal) refuse(400, 'personal', 'bad_input', 'say something of the patient.');
    const caseId = referral.getString('caseId');
    personals.requireUnsaid(ctx, caseId, personal);
    const hash = personals.keep(ctx, caseId, personal);
    change(ctx, referral, 'write-personal', { hasPersonal: true }, hash);
    return { referral: shown(referral) };
  });
}

/** GET /api/greenlane/referrals/{key}/personal: written down before it is answered. */
function personal(e) {
  const { requireActor, areaOf, contextOf } = require(`${__hooks}/lib/operations/context.js`);
  const { append } = require(`${__hooks}/lib/operations/events.js`);
  const { durably } = require(`${__hooks}/lib/durable.js`);
  const actor = requireActor(e);
  requireConfidant(actor);
  const area = areaOf(e.app, actor, e.requestInfo().query || {});
  let answer = null;
  durably(e.app, (tx) => {
    const ctx = contextOf(tx, actor, area, '', {});
    const referral = pairs.requireReferral(ctx, String(e.request.pathValue('key')));
    const caseId = referral.getString('caseId');
    const held = personals.stored(tx, area, caseId);
    if (!held) refuse(404, 'personal', 'none_kept', 'nothing is kept of who the patient is.');
    answer = held.getString('purgedAt') ? null : personals.decipher(tx, area, caseId);
    if (!answer) refuse(410, 'personal', 'purged', 'the personal data of this case were destroyed.');
    append(ctx, {
      verb: 'read-personal',
      subject: 'referrals',
      subjectKey: referral.getString('key'),
      personalHash: $security.sha256(held.getString('cipher'))
    });
  });
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(200, { personal: answer });
}

/** POST /api/greenlane/referrals/{key}/purge: an administrator has the patient of an ended case forgotten. */
function purge(e, key) {
  let caseId = '';
  const answer = command(e, 'referral/purge', key, (ctx) => {
    if (ctx.actor.role !== 'admin') refuse(403, 'verb', 'not_allowed', 'only an administrator has a case forgotten.');
    const referral = pairs.requireReferral(ctx, key);
    caseId = referral.getString('caseId');
    if (!personals.endOf(ctx.tx, ctx.area, caseId).over)
      refuse(409, 'state', 'case_open', 'the case has not ended. Close or cancel it first.');
    return { forgotten: personals.forget(ctx, caseId) };
  });
  if (caseId) personals.destroyKey(caseId);
  return answer;
}

module.exports = { create, act, personal };
