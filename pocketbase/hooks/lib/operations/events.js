/** The log: one chain of hashes over all areas. Whoever appends holds the one write connection, so the head stays put. */
const { core } = require(`${__hooks}/lib/facts.js`);

/** The last event, `{ seq, hash, at }`; seq 0 and empty texts before the first. */
function head(app) {
  const rows = arrayOf(new DynamicModel({ seq: 0, hash: '', at: '' }));
  app.db().newQuery('SELECT seq, hash, at FROM events ORDER BY seq DESC LIMIT 1').all(rows);
  return rows.length > 0 ? { seq: rows[0].seq, hash: rows[0].hash, at: rows[0].at } : { seq: 0, hash: '', at: '' };
}

/** Hash of the event with a number; null where there is none. */
function hashAt(app, seq) {
  const rows = arrayOf(new DynamicModel({ hash: '' }));
  app.db().newQuery('SELECT hash FROM events WHERE seq = {:seq}').bind({ seq }).all(rows);
  return rows.length > 0 ? rows[0].hash : null;
}

/** Adds one event; what is not given is empty. No value of the personal data may ever come here. */
function append(ctx, { verb, subject, subjectKey, before, after, personalHash }) {
  const last = head(ctx.tx);
  const event = {
    seq: last.seq + 1,
    at: ctx.at,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    actorRole: ctx.actor.role,
    area: ctx.area,
    verb,
    subject,
    subjectKey,
    command: ctx.command,
    before: before || null,
    after: after || null,
    personalHash: personalHash || ''
  };
  const record = new Record(ctx.tx.findCollectionByNameOrId('events'));
  for (const field of Object.keys(event)) record.set(field, event[field]);
  record.set('prevHash', last.hash);
  record.set('hash', core().hashEvent(last.hash, event, $security.sha256));
  ctx.tx.save(record);
  return event.seq;
}

module.exports = { head, hashAt, append };
