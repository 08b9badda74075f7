/**
 * One transaction whose commit is on the disk before it is acknowledged. The server opens its databases with
 * synchronous = NORMAL, under which a power cut may undo the last commits, and renews an idle connection after three
 * minutes: so the setting is made each time, before the transaction (inside one it has no effect), and is read again
 * inside, on the very connection that will commit.
 */
const FULL = 2;

function synchronousOf(tx) {
  const row = new DynamicModel({ synchronous: 0 });
  tx.db().newQuery('PRAGMA synchronous').one(row);
  return row.synchronous;
}

/** `run(tx)` throws to undo everything. */
function durably(app, run) {
  for (let attempt = 1; ; attempt += 1) {
    let weak = false;
    app.nonconcurrentDB().newQuery('PRAGMA synchronous = FULL').execute();
    try {
      app.runInTransaction((tx) => {
        weak = synchronousOf(tx) < FULL;
        if (weak) throw new InternalServerError('The database would not keep this through a power cut. Try again.');
        run(tx);
      });
      return;
    } catch (error) {
      // The connection was renewed between the two.
      if (!weak || attempt === 3) throw error;
    }
  }
}

module.exports = { durably };
