/** One chunk of an import: at most 500 records, checked, then written in one transaction with what takes it back. */
const { plain, same } = require(`${__hooks}/lib/plain.js`);
const { core } = require(`${__hooks}/lib/facts.js`);
const { FIXED, byKey, neighbours, checkNeighbours, fieldRules, checkFieldValues, heldTwice } = require(
  `${__hooks}/lib/import-checks.js`
);

const MOST = 500;
/** Collections an import may write, by role, as the access rules have it. */
const WRITES = {
  planner: ['townships', 'villages', 'facilities', 'suppliers', 'vehicles', 'crews'],
  admin: ['townships', 'villages', 'facilities', 'suppliers', 'vehicles', 'crews', 'people_counts', 'stock']
};
/** Of these an import makes records and changes none. */
const ONLY_MAKES = ['townships'];
const TRIES = 3;
/**
 * Taking an import back gives a record its version of before. What was read of the import must not be a version that
 * hands come to after that, so an import's versions stand ahead of theirs, each by another number.
 */
const ahead = () => 1000 + Math.floor(Math.random() * 1e5);

function fault(field, code, message) {
  throw new BadRequestError(message, { [field]: new ValidationError(code, message) });
}

function checkShape(role, edits) {
  if (!Array.isArray(edits)) fault('edits', 'not_a_list', 'edits: send a list of { collection, key, before, after }.');
  if (edits.length > MOST) fault('edits', 'too_many', `edits: at most ${MOST} in a chunk.`);
  const seen = {};
  edits.forEach((edit, i) => {
    const isObject = (value) => !!value && typeof value === 'object' && !Array.isArray(value);
    if (!isObject(edit) || typeof edit.key !== 'string' || edit.key === '' || !isObject(edit.after)) {
      fault('edits', 'edit_shape', `edits ${i + 1}: give { collection, key, before, after }.`);
    }
    if (edit.before !== null && !isObject(edit.before))
      fault('edits', 'edit_shape', `edits ${i + 1}: before is an object or null.`);
    if (!WRITES[role].includes(edit.collection)) {
      throw new ForbiddenError(`edits ${i + 1}: a ${role} may not import into ${edit.collection}.`);
    }
    if (edit.before !== null && ONLY_MAKES.includes(edit.collection)) {
      throw new ForbiddenError(`edits ${i + 1}: an import makes ${edit.collection} and changes none.`);
    }
    const id = `${edit.collection}/${edit.key}`;
    if (seen[id]) fault('edits', 'twice', `edits ${i + 1}: "${edit.key}" stands twice in this chunk.`);
    seen[id] = true;
    for (const field of Object.keys(edit.after)) {
      if (FIXED.includes(field)) fault('edits', 'fixed', `edits ${i + 1}: "${field}" is the server's own.`);
    }
  });
}

function keysOf(edits, name) {
  return edits.filter(({ collection }) => collection === name).map(({ key }) => key);
}

/** Field and words of a refusal by the collection or by our checks; its words come with a great first letter. */
function faultOf(error, fields) {
  const text = String((error && error.message) || error).replace(/^GoError: /, '');
  const word = (/^(\w+):/.exec(text) || ['', ''])[1];
  const field = fields.find((each) => each.toLowerCase() === word.toLowerCase()) || '';
  return { field, code: 'refused', message: field ? field + text.slice(field.length) : text };
}

/** Checks every edit against the records as they stand; what cannot be written is listed, the rest is ready to save. */
function prepare(app, area, role, edits) {
  const guard = require(`${__hooks}/lib/guard.js`);
  const checks = require(`${__hooks}/lib/validate.js`);
  const moments = require(`${__hooks}/lib/moments.js`);
  const references = guard.REFERENCES;
  const { bbox: box } = plain(app.findFirstRecordByData('areas', 'key', area));
  const twice = heldTwice(app, area, edits, checks.ONCE);
  const units = neighbours(app, area, edits, references);
  const held = {};
  const kinds = {};
  for (const name of [...new Set(edits.map(({ collection }) => collection))]) {
    held[name] = byKey(app, name, area, keysOf(edits, name));
    const made = app.findCollectionByNameOrId(name);
    kinds[name] = { made, rules: fieldRules(made), blank: plain(new Record(made)) };
  }
  const ready = [];
  const result = { created: 0, updated: 0, unchanged: 0, refused: [], conflicts: [] };
  for (const { collection, key, before, after } of edits) {
    const at = { collection, key };
    const record = held[collection][key];
    const fields = Object.keys(after);
    const current = record ? plain(record) : null;
    if (current && fields.every((field) => same(current[field], after[field]))) {
      result.unchanged += 1;
      continue;
    }
    if (before === null && current) {
      result.conflicts.push(Object.assign({ code: 'exists' }, at));
      continue;
    }
    if (before !== null && !current) {
      result.conflicts.push(Object.assign({ code: 'gone' }, at));
      continue;
    }
    const moved =
      before === null
        ? undefined
        : fields.find((field) => !same(current[field], before[field]) && !same(current[field], after[field]));
    if (moved !== undefined) {
      result.conflicts.push(
        Object.assign({ code: 'changed', field: moved, theirs: current[moved], yours: after[moved] }, at)
      );
      continue;
    }
    const changed = current ? fields.filter((field) => !same(current[field], after[field])) : fields;
    const next = record || new Record(kinds[collection].made);
    const inverse = { collection, key, id: next.id, version: 1, fields: null };
    if (current) {
      const version = current.version + ahead();
      next.set('version', version);
      inverse.version = version;
      inverse.fields = { version: current.version, editedFields: current.editedFields, origin: current.origin };
      for (const field of changed) inverse.fields[field] = current[field];
    }
    for (const field of changed) next.set(field, after[field]);
    if (current) {
      const { column } = moments.MOMENTS[collection] || {};
      if (column) inverse.fields[column] = current[column];
      moments.note(next, collection, changed, new Date().toISOString());
      next.set('editedFields', [...new Set((current.editedFields || []).concat(changed))].sort());
    } else {
      // Without hooks nobody else gives it an id.
      inverse.id = $security.randomStringWithAlphabet(15, 'abcdefghijklmnopqrstuvwxyz0123456789');
      next.set('id', inverse.id);
      next.set('area', area);
      next.set('key', key);
      next.set('origin', 'hand');
      next.set('editedFields', []);
      next.set('version', 1);
    }
    const row = Object.assign({}, current || kinds[collection].blank, after, { area, key });
    let wrong =
      checkNeighbours(collection, row, changed, units, references) ||
      checkFieldValues(row, kinds[collection].rules) ||
      twice(collection, row);
    if (!wrong) {
      try {
        if (current) guard.checkFields(role, collection, changed);
        if (current && collection === 'vehicles') guard.checkDuty(app, current, changed);
        guard.checkReported(row, changed);
        if (collection === 'facilities' && changed.includes('parentId')) {
          // As the rows before this one leave it.
          guard.checkParents(row, (each) =>
            guard.parentOf(held.facilities[each] || guard.find(app, 'facilities', area, each))
          );
        }
        checks.checkRow(collection, row, box);
      } catch (error) {
        wrong = faultOf(error, Object.keys(row));
      }
    }
    if (wrong) {
      result.refused.push(Object.assign(wrong, at));
      if (record) delete held[collection][key];
      continue;
    }
    if (!current) {
      result.created += 1;
      held[collection][key] = next;
    } else result.updated += 1;
    (units[collection] = units[collection] || {})[key] = row.unit;
    ready.push({ record: next, inverse });
  }
  return { ready, result };
}

/** Whether every record still stands as it was checked. */
function stands(tx, area, ready) {
  for (const name of [...new Set(ready.map(({ inverse }) => inverse.collection))]) {
    const mine = ready.filter(({ inverse }) => inverse.collection === name);
    const now = byKey(
      tx,
      name,
      area,
      mine.map(({ inverse }) => inverse.key)
    );
    for (const { inverse } of mine) {
      const record = now[inverse.key];
      if (inverse.fields === null ? !!record : !record || record.getInt('version') !== inverse.fields.version)
        return false;
    }
  }
  return true;
}

function write(app, found, auth, { sequence, edits }) {
  const role = auth.getString('role');
  const { refuse } = require(`${__hooks}/lib/imports.js`);
  if (typeof sequence !== 'number' || sequence < 0 || Math.floor(sequence) !== sequence) {
    fault('sequence', 'bad_sequence', 'sequence: send the number of the chunk, from 0.');
  }
  checkShape(role, edits);
  const id = found.id;
  const area = found.getString('area');
  const digest = $security.sha256(core().canonicalText(edits));
  for (let attempt = 1; ; attempt++) {
    const earlier = app.findRecordsByFilter('import_chunks', 'import = {:id} && sequence = {:sequence}', '', 1, 0, {
      id,
      sequence
    })[0];
    if (earlier) {
      if (earlier.getString('digest') !== digest)
        refuse(409, 'sequence', 'sequence_used', `Chunk ${sequence} has been written with other rows.`);
      return Object.assign({ sequence, again: true }, JSON.parse(earlier.getString('result')));
    }
    const { ready, result } = prepare(app, area, role, edits);
    let moved = false;
    app.runInTransaction((tx) => {
      const record = tx.findRecordById('imports', id);
      if (record.getString('status') !== 'open')
        refuse(409, 'status', 'import_closed', 'This import has been closed. Start it again.');
      const next = record.getInt('next');
      if (next !== sequence) {
        if (next > sequence) {
          moved = true;
          return;
        }
        refuse(409, 'sequence', 'sequence_gap', `Chunk ${next} comes next.`, { next });
      }
      if (!stands(tx, area, ready)) {
        moved = true;
        return;
      }
      save(tx, ready);
      followAll(tx, area, auth, ready);
      const answer = Object.assign({ next: sequence + 1 }, result);
      const chunk = new Record(tx.findCollectionByNameOrId('import_chunks'));
      const fields = {
        import: id,
        sequence,
        digest,
        inverse: ready.map(({ inverse }) => inverse),
        result: answer,
        undone: false,
        left: []
      };
      for (const field of Object.keys(fields)) chunk.set(field, fields[field]);
      tx.save(chunk);
      const written = JSON.parse(record.getString('written')) || {};
      for (const name of ['created', 'updated', 'unchanged']) written[name] = (written[name] || 0) + result[name];
      for (const name of ['refused', 'conflicts']) written[name] = (written[name] || 0) + result[name].length;
      record.set('written', written);
      record.set('next', sequence + 1);
      record.set('lastAt', new Date().toISOString());
      tx.save(record);
    });
    if (!moved) return Object.assign({ sequence, again: false, next: sequence + 1 }, result);
    if (attempt === TRIES)
      refuse(409, 'edits', 'records_moving', 'Others are writing these records. Send the chunk again.');
  }
}

/** Without hooks: no events, no second check; what hooks would have set is set here. */
function save(tx, ready) {
  const quiet = tx.unsafeWithoutHooks();
  const now = new DateTime();
  for (const { record, inverse } of ready) {
    if (inverse.fields === null) record.setRaw('created', now);
    record.setRaw('updated', now);
    quiet.saveNoValidate(record);
  }
}

function followAll(tx, area, auth, ready) {
  const { follow, following } = require(`${__hooks}/lib/follow-unit.js`);
  for (const { record, inverse } of ready) {
    if (!inverse.fields || !('unit' in inverse.fields)) continue;
    const after = plain(record);
    follow(following(tx, area, auth), inverse.collection, Object.assign({}, after, inverse.fields), after);
  }
}

module.exports = { write };
