/**
 * Takes an import back, one chunk per request, the last first. A record edited since, gone, or needed by others stays as
 * it is and is listed. Every field but `updated` becomes what it was, the version too.
 */
const { plain } = require(`${__hooks}/lib/plain.js`);

function back(app, found, auth, upTo) {
  const { refuse, stateOf } = require(`${__hooks}/lib/imports.js`);
  const id = found.id;
  const area = found.getString('area');
  let answer;
  app.runInTransaction((tx) => {
    const record = tx.findRecordById('imports', id);
    const pending = () =>
      tx.findRecordsByFilter(
        'import_chunks',
        'import = {:id} && undone = false && sequence >= {:upTo}',
        '-sequence',
        1,
        0,
        { id, upTo }
      )[0];
    // Nothing may be added while it is taken back.
    if (record.getString('status') === 'open') record.set('status', 'applied');
    const chunk = pending();
    const left = [];
    let restored = 0;
    if (chunk) {
      const inverse = JSON.parse(chunk.getString('inverse')) || [];
      const written = takeBack(tx, area, inverse, left);
      restored = written.restored;
      const { follow, following } = require(`${__hooks}/lib/follow-unit.js`);
      for (const { collection, before, after } of written.moves)
        follow(following(tx, area, auth), collection, before, after);
      chunk.set('undone', true);
      chunk.set('left', left);
      tx.save(chunk);
    }
    const remaining = tx.countRecords(
      'import_chunks',
      $dbx.exp('import = {:id} AND undone = FALSE AND sequence >= {:upTo}', { id, upTo })
    );
    const whole = tx.countRecords('import_chunks', $dbx.exp('import = {:id} AND undone = FALSE', { id })) === 0;
    if (whole) record.set('status', 'undone');
    record.set('lastAt', new Date().toISOString());
    tx.save(record);
    answer = {
      sequence: chunk ? chunk.getInt('sequence') : null,
      restored,
      left,
      remaining,
      import: stateOf(tx, record, {})
    };
  });
  if (!answer) refuse(500, 'id', 'not_undone', 'The import was not taken back. Try again.');
  return answer;
}

/** Takes one chunk back; gives how many and what went to another unit; what it left alone goes to `left`. */
function takeBack(tx, area, inverse, left) {
  const quiet = tx.unsafeWithoutHooks();
  const now = new DateTime();
  const made = inverse.filter(({ fields }) => fields === null);
  const { byKey } = require(`${__hooks}/lib/import-checks.js`);
  const { leanedOn } = require(`${__hooks}/lib/leaning.js`);
  const held = {};
  for (const name of [...new Set(inverse.map(({ collection }) => collection))]) {
    held[name] = byKey(
      tx,
      name,
      area,
      inverse.filter(({ collection }) => collection === name).map(({ key }) => key)
    );
  }
  const leaving = {};
  const stays = (each) => {
    const record = held[each.collection][each.key];
    if (!record || record.id !== each.id) return 'gone';
    return record.getInt('version') === each.version ? null : 'edited';
  };
  for (const each of made) if (!stays(each)) leaving[`${each.collection}/${each.key}`] = true;
  // A record that stays keeps what it leans on: ask until nothing changes.
  let leaned = leanedOn(tx, area, made, leaving);
  for (;;) {
    const kept = made.filter(
      (each) => leaving[`${each.collection}/${each.key}`] && (leaned[each.collection] || {})[each.key]
    );
    if (kept.length === 0) break;
    for (const each of kept) {
      delete leaving[`${each.collection}/${each.key}`];
      left.push({ collection: each.collection, key: each.key, code: 'in-use', by: leaned[each.collection][each.key] });
    }
    leaned = leanedOn(tx, area, made, leaving);
  }
  let restored = 0;
  const moves = [];
  for (const each of inverse.slice().reverse()) {
    const { collection, key, fields } = each;
    const record = held[collection][key];
    const code = stays(each);
    if (code) {
      left.push({ collection, key, code });
      continue;
    }
    if (fields === null) {
      if (!leaving[`${collection}/${key}`]) continue;
      quiet.delete(record);
    } else {
      const before = 'unit' in fields ? plain(record) : null;
      for (const field of Object.keys(fields)) record.set(field, fields[field]);
      record.setRaw('updated', now);
      quiet.saveNoValidate(record);
      if (before) moves.push({ collection, before, after: plain(record) });
    }
    restored += 1;
  }
  return { restored, moves };
}

module.exports = { back };
