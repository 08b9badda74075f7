/**
 * A command that must count exactly once carries a key made on the device. Its answer is kept under the key in the same
 * transaction as what it wrote; the same key again gets that answer and writes nothing.
 */
const { core } = require(`${__hooks}/lib/facts.js`);
const { durably } = require(`${__hooks}/lib/durable.js`);

const KEY = /^[A-Za-z0-9_-]{16,100}$/;

function refuse(status, code, message) {
  throw new ApiError(status, message, { key: new ValidationError(code, message) });
}

/** `run(tx)` gives the answer or throws, which undoes everything. Answers `{ answer, again }`, once it is on the disk. */
function once(app, { key, user, verb, body }, run) {
  if (typeof key !== 'string' || !KEY.test(key)) {
    refuse(400, 'bad_key', 'key: send 16 to 100 letters, digits, "-" or "_", made anew for each command.');
  }
  const digest = $security.sha256(core().canonicalText(body));
  let result = null;
  durably(app, (tx) => {
    let done = null;
    try {
      done = tx.findFirstRecordByData('commands_done', 'key', key);
    } catch (_) {
      done = null;
    }
    if (done) {
      const same = done.getString('user') === user && done.getString('verb') === verb;
      if (!same || done.getString('digest') !== digest) {
        refuse(409, 'key_used', 'key: another command was sent under this key. Send yours under a new one.');
      }
      result = { answer: JSON.parse(done.getString('answer')), again: true };
      return;
    }
    const answer = run(tx);
    const record = new Record(tx.findCollectionByNameOrId('commands_done'));
    record.set('key', key);
    record.set('user', user);
    record.set('verb', verb);
    record.set('digest', digest);
    record.set('answer', answer);
    tx.save(record);
    result = { answer, again: false };
  });
  return result;
}

/** Answers older than any device's queue. */
const KEPT_DAYS = 180;

function forget(app) {
  const before = new Date(Date.now() - KEPT_DAYS * 86400000).toISOString().replace('T', ' ');
  app.db().newQuery('DELETE FROM commands_done WHERE created < {:before}').bind({ before }).execute();
}

module.exports = { once, forget };
