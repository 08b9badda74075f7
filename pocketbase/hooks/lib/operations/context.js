/**
 * The one way an act of operations runs: by a known person, under the key of its command, in one durable transaction,
 * with what it changed in the log of the same transaction.
 */
const { signedIn } = require(`${__hooks}/lib/signed-in.js`);
const { core, rulesOf } = require(`${__hooks}/lib/facts.js`);

function refuse(status, field, code, message, params) {
  const error = new ValidationError(code, `${field}: ${message}`);
  throw new ApiError(status, `${field}: ${message}`, { [field]: params ? error.setParams(params) : error });
}

function requireActor(e) {
  const auth = signedIn(e);
  return {
    id: auth.id,
    name: auth.getString('name') || auth.getString('username'),
    role: auth.getString('role'),
    unit: auth.getString('unit'),
    area: auth.getString('area')
  };
}

/**
 * Roles that write nowhere in operations get no further, planners but in requests for goods; which verb whom belongs to is
 * the table's to say.
 */
function requireWorker(actor, verb) {
  const planning = actor.role === 'planner' && verb.split('/')[0] === 'allocation';
  if (!planning && !['dispatcher', 'reporter', 'admin'].includes(actor.role))
    refuse(403, 'verb', 'not_allowed', `a ${actor.role} reads operations and changes nothing in them.`);
}

function bodyOf(e) {
  return JSON.parse(JSON.stringify(e.requestInfo().body || {}));
}

/** The actor's own area; one of all areas names it. */
function areaOf(app, actor, body) {
  const area = actor.area === '*' ? String(body.area || '') : actor.area;
  try {
    app.findFirstRecordByData('areas', 'key', area);
  } catch (_) {
    refuse(400, 'area', 'unknown_area', `no area "${area}" is served here.`);
  }
  return area;
}

/** What every step of an act needs; `at` is its one moment. */
function contextOf(tx, actor, area, command, body) {
  const at = new Date().toISOString();
  let rules = null;
  return {
    tx,
    actor,
    area,
    command,
    body,
    at,
    pack: () => (rules = rules || rulesOf(tx, area, Date.parse(at))).pack
  };
}

/** A fault of the input names its item; everything else passes through. */
function reading(run) {
  try {
    return run();
  } catch (error) {
    if (error instanceof core().InputError) refuse(400, error.item, 'bad_input', `${error.wanted}.`);
    throw error;
  }
}

/** Answers the command of a request by a person: `run(ctx)` gives the answer. */
function command(e, verb, about, run) {
  const actor = requireActor(e);
  requireWorker(actor, verb);
  return commandBy(e, actor, verb, about, run);
}

/**
 * The same by any actor; `actor.keptAs` is whose commands they are where that is not `actor.id`. What is personal is no
 * part of the digest under which a command is known again: short names could be guessed from it.
 */
function commandBy(e, actor, verb, about, run) {
  const body = bodyOf(e);
  const area = areaOf(e.app, actor, body);
  const known = Object.assign({}, body, { area, about, key: '', personal: Object.keys(body.personal || {}).sort() });
  const { answer, again } = require(`${__hooks}/lib/once.js`).once(
    e.app,
    { key: body.key, user: actor.keptAs || actor.id, verb, body: known },
    (tx) => reading(() => run(contextOf(tx, actor, area, body.key, body)))
  );
  return e.json(200, Object.assign({ again }, answer));
}

/** Key of what a command makes: known to the device that gave the command before the server has answered. */
function keyFrom(prefix, commandKey) {
  return `${prefix}-${$security.sha256(commandKey).slice(0, 16)}`;
}

module.exports = { refuse, requireActor, areaOf, bodyOf, contextOf, reading, command, commandBy, keyFrom };
