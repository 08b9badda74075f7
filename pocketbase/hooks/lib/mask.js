/**
 * Counts of one or two persons of a village are withheld from roles that need no more: planner, dispatcher and official.
 * The core says which (`people/mask-counts.ts`); here they leave every answer and every event of the live stream, and no
 * filter or order of such a reader may rest on them.
 */
const { plain } = require(`${__hooks}/lib/plain.js`);

const FULL = ['admin', 'reporter'];
const COUNTED = ['people_counts', 'reports'];
const OPEN_FIELDS = [
  'id',
  'key',
  'area',
  'unit',
  'version',
  'villageId',
  'facilityId',
  'countedOn',
  'reportedOn',
  'reportedAt',
  'created',
  'updated',
  '@rowid',
  'true',
  'false',
  'null'
];

/** A reporter reads only the own unit (the rules), so sees it whole. */
function seesAll(auth) {
  return !!auth && (auth.isSuperuser() || FULL.includes(auth.getString('role')));
}

/**
 * GET /api/greenlane/people-counts?area=KEY: all counts of an area that one may read. A list of the server itself nests a
 * frame of `enrich`, and with it an interpreter, for each of its records until the last is done: of a county's villages
 * that costs seconds. This is one frame for all.
 */
function counts(e) {
  const { requireActor, areaOf } = require(`${__hooks}/lib/operations/context.js`);
  const { maskCount } = require($os.getenv('GREENLANE_CHECKS'));
  const { query } = e.requestInfo();
  const terms = {};
  if (e.auth && e.auth.isSuperuser()) {
    terms.area = String(query.area || '');
  } else {
    const actor = requireActor(e);
    terms.area = areaOf(e.app, actor, query);
    if (actor.role === 'reporter') terms.unit = actor.unit;
  }
  const rows = plain(e.app.findAllRecords('people_counts', $dbx.hashExp(terms)));
  return e.json(200, { items: seesAll(e.auth) ? rows : rows.map((row) => maskCount(row)) });
}

function enrich(e) {
  if (!seesAll(e.requestInfo ? e.requestInfo.auth : null)) {
    const { maskCount, maskReport } = require($os.getenv('GREENLANE_CHECKS'));
    const row = plain(e.record);
    if (e.record.collection().name === 'reports') {
      e.record.set('content', row.content && row.content.people ? maskReport(row.content) : {});
    } else {
      const { masked } = maskCount(row);
      for (const field of masked) e.record.set(field, 0);
      e.record.withCustomData(true);
      e.record.set('masked', masked);
    }
  }
  return e.next();
}

/** True when the expression names nothing but open fields. Comments and escapes, in which a name could hide, are none. */
function isOpen(expression, counted) {
  if (!counted) return !/@collection/i.test(expression);
  if (/\/\/|\\/.test(expression)) return false;
  const names = expression.replace(/"[^"]*"|'[^']*'/g, ' ').match(/[@A-Za-z_][\w.:@]*/g) || [];
  return names.every((name) => OPEN_FIELDS.includes(name));
}

function refuse(field) {
  const message = `${field}: counts of single persons are withheld, so ${field} may not rest on them.`;
  throw new BadRequestError(message, { [field]: new ValidationError('withheld', message) });
}

function checkList(e) {
  if (!seesAll(e.auth)) {
    // The first of several, as the list itself takes it.
    const { query } = e.requestInfo();
    const counted = COUNTED.includes(e.collection.name);
    for (const field of ['filter', 'sort']) {
      if (query[field] && !isOpen(String(query[field]), counted)) refuse(field);
    }
  }
  return e.next();
}

/**
 * What stands behind the `?` of a topic, which must be as the client library writes it: one `options`, the text that
 * JSON.stringify gives. The server reads more than that (further parameters, `Query` for `query`, a key given twice), and
 * what it reads otherwise than this check would slip past.
 */
function queryOf(parameters) {
  const [, encoded] = /^options=([A-Za-z0-9\-_.!~*'()%]+)$/.exec(parameters) || [];
  try {
    const text = decodeURIComponent(encoded);
    const options = JSON.parse(text);
    const known = Object.keys(options).every((key) => key === 'query' || key === 'headers');
    if (known && JSON.stringify(options) === text) return options.query || {};
  } catch (_) {
    // Refused like the rest.
  }
  return refuse('options');
}

/** Filters of the live stream; a topic that names its collection by id counts as one of the two. */
function checkSubscriptions(e) {
  if (!seesAll(e.auth)) {
    for (const each of e.subscriptions) {
      const topic = String(each);
      const at = topic.indexOf('?');
      if (at < 0) continue;
      const counted = COUNTED.includes(topic.slice(0, at).split('/')[0]) || /^pbc_/.test(topic);
      const query = queryOf(topic.slice(at + 1));
      for (const field of Object.keys(query)) {
        if (/^(filter|sort)$/i.test(field) && !isOpen(String(query[field]), counted)) refuse('filter');
      }
    }
  }
  return e.next();
}

module.exports = { counts, enrich, checkList, checkSubscriptions };
