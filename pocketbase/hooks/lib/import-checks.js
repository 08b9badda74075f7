/** Checks of a chunk that are made for all its records at once, or by rules read once. */
const { MOMENTS, plain } = require(`${__hooks}/lib/plain.js`);

/** Columns that the server keeps itself. */
const FIXED = ['id', 'key', 'area', 'version', 'origin', 'editedFields', 'created', 'updated'].concat(MOMENTS);

/** Records by key, of all keys at once. */
function byKey(app, name, area, keys) {
  const found = {};
  if (keys.length === 0) return found;
  for (const each of app.findAllRecords(name, $dbx.hashExp({ area, key: keys }))) found[each.getString('key')] = each;
  return found;
}

/** What edits refer to, each neighbour read once: `{ collection: { key: unit } }`. */
function neighbours(app, area, edits, references) {
  const wanted = {};
  const want = (name, key) => {
    if (key) (wanted[name] = wanted[name] || {})[key] = true;
  };
  for (const { collection, after } of edits) {
    for (const [field, target] of references[collection] || []) want(target, after[field]);
    if (after.unit !== 'county') want('townships', after.unit);
  }
  const units = {};
  for (const name of Object.keys(wanted)) {
    const records = byKey(app, name, area, Object.keys(wanted[name]));
    units[name] = {};
    for (const key of Object.keys(records)) units[name][key] = records[key].getString('unit');
  }
  return units;
}

function checkNeighbours(collection, row, fields, units, references) {
  for (const [field, target, sameUnit] of references[collection] || []) {
    if (!fields.includes(field) || !row[field]) continue;
    const unit = (units[target] || {})[row[field]];
    if (unit === undefined)
      return { field, code: 'unknown_reference', message: `${field}: no ${target} record "${row[field]}".` };
    if (sameUnit && unit !== row.unit)
      return { field, code: 'foreign_unit', message: `${field}: "${row[field]}" belongs to unit "${unit}".` };
  }
  // A township is a unit of its own.
  if (collection === 'townships' && row.unit === row.key) return null;
  if (fields.includes('unit') && row.unit !== 'county' && (units.townships || {})[row.unit] === undefined) {
    return { field: 'unit', code: 'unknown_unit', message: `unit: no township "${row.unit}".` };
  }
  return null;
}

/**
 * The collection's own rules of each field, read once: asking the field itself through the interpreter, or the hooks,
 * takes as long as all the rest.
 */
function fieldRules(collection) {
  return plain(collection).fields.filter(({ name }) => !FIXED.includes(name));
}

function fieldFault({ name, type, required, min, max, onlyInt, values, maxSize }, value) {
  const bad = (message) => ({ field: name, code: 'refused', message: `${name}: ${message}` });
  if (type === 'text') {
    if (typeof value !== 'string') return bad('must be a text.');
    if (required && value === '') return bad('cannot be blank.');
    return value.length > (max || 5000) ? bad(`must be at most ${max || 5000} characters.`) : null;
  }
  if (type === 'number') {
    if (typeof value !== 'number' || !isFinite(value)) return bad('must be a number.');
    if (typeof min === 'number' && value < min) return bad(`must be ${min} or more.`);
    if (typeof max === 'number' && value > max) return bad(`must be at most ${max}.`);
    return onlyInt && Math.floor(value) !== value ? bad('must be a whole number.') : null;
  }
  if (type === 'bool') return typeof value === 'boolean' ? null : bad('must be true or false.');
  if (type === 'select') {
    if (value === '' || value === null) return required ? bad('cannot be blank.') : null;
    return values.includes(value) ? null : bad(`must be one of ${values.join(', ')}.`);
  }
  if (type === 'json') return JSON.stringify(value).length > (maxSize || 1000000) ? bad('is too large.') : null;
  return bad(`cannot be imported (${type}).`);
}

function checkFieldValues(row, rules) {
  for (const rule of rules) {
    const wrong = fieldFault(rule, row[rule.name]);
    if (wrong) return wrong;
  }
  return null;
}

/** Columns that one record of an area may hold together: says who holds them already. */
function heldTwice(app, area, edits, once) {
  const holders = {};
  const keyOf = (name, row) => name + JSON.stringify(once[name].map((column) => row[column]));
  for (const name of Object.keys(once)) {
    const first = once[name][0];
    const values = edits
      .filter((edit) => edit.collection === name && edit.after[first])
      .map(({ after }) => after[first]);
    if (values.length === 0) continue;
    for (const each of app.findAllRecords(name, $dbx.hashExp({ area, [first]: values }))) {
      const row = plain(each);
      holders[keyOf(name, row)] = row.key;
    }
  }
  return (name, row) => {
    if (!once[name]) return null;
    const key = keyOf(name, row);
    if (holders[key] === undefined) holders[key] = row.key;
    if (holders[key] === row.key) return null;
    const field = once[name][once[name].length - 1];
    return { field, code: 'recorded_already', message: `${field}: record "${holders[key]}" holds it already.` };
  };
}

module.exports = { FIXED, byKey, neighbours, checkNeighbours, fieldRules, checkFieldValues, heldTwice };
