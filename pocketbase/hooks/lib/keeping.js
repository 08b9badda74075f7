/** How safe what is written here is, for administrators: what a power cut, a lost disk or a changed log would do. */
const { durably } = require(`${__hooks}/lib/durable.js`);
const { refuse, requireActor } = require(`${__hooks}/lib/operations/context.js`);
const { head } = require(`${__hooks}/lib/operations/events.js`);

/** Tried anew each time: an act that does nothing, on the connection that commits all others. */
function survivesPowerCut(app) {
  try {
    durably(app, () => undefined);
    return true;
  } catch (_) {
    return false;
  }
}

/** When the database of the last backup was taken; null before the first. */
function lastBackup() {
  try {
    return JSON.parse(toString($os.readFile($os.getenv('GREENLANE_LAST_BACKUP')))).takenAt;
  } catch (_) {
    return null;
  }
}

/** GET /api/greenlane/keeping */
function read(e) {
  const actor = requireActor(e);
  if (actor.role !== 'admin') refuse(403, 'keeping', 'not_allowed', 'only an administrator reads this.');
  const { seq, at } = head(e.app);
  return e.json(200, {
    survivesPowerCut: survivesPowerCut(e.app),
    backupTakenAt: lastBackup(),
    keysCopied: $os.getenv('GREENLANE_KEY_COPY') !== '',
    events: seq,
    lastEventAt: at || null
  });
}

module.exports = { read };
