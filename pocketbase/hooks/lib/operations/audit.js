/** What outsiders need to check the log: its head, to be noted elsewhere. */
const { head, hashAt } = require(`${__hooks}/lib/operations/events.js`);
const { refuse, requireActor } = require(`${__hooks}/lib/operations/context.js`);

/** GET /api/greenlane/audit/head */
function readHead(e) {
  const actor = requireActor(e);
  if (!['official', 'admin'].includes(actor.role))
    refuse(403, 'audit', 'not_allowed', `a ${actor.role} does not read the log.`);
  return e.json(200, head(e.app));
}

/** The head for the supervisor, and the hash that stands now under the number it noted last. */
function anchor(app, { seq }) {
  return Object.assign(head(app), { noted: typeof seq === 'number' && seq > 0 ? hashAt(app, seq) : null });
}

module.exports = { readHead, anchor };
