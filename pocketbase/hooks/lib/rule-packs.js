/**
 * A published rule pack is what figures and old reports were judged by: it is never changed or deleted, only superseded by
 * one that takes over later. Whether one may be published is the core's to say.
 */
const { plain } = require(`${__hooks}/lib/plain.js`);

function refuse(status, field, code, message) {
  throw new ApiError(status, `${field}: ${message}`, { [field]: new ValidationError(code, `${field}: ${message}`) });
}

function isPublished(record) {
  return !record.isNew() && record.original().getBool('active');
}

const CURE = 'It stays as it was published. Draft a new version from it instead.';

/** Whoever writes, from whatever side. */
function keep(record) {
  if (isPublished(record))
    refuse(403, 'active', 'published', `version "${record.original().getString('packVersion')}" is published. ${CURE}`);
}

function remove(e) {
  keep(e.record);
  return e.next();
}

/** A pack that becomes published is checked beside the others and bears who published it and when; a draft neither. */
function publish(app, record, auth) {
  keep(record);
  const published = record.getBool('active');
  record.set('publishedAt', published ? new Date().toISOString() : '');
  record.set(
    'publishedBy',
    published && auth && !auth.isSuperuser() ? auth.getString('name') || auth.getString('username') : ''
  );
  if (!published) return;
  const others = app
    .findAllRecords('rule_packs', $dbx.hashExp({ area: record.getString('area'), active: true }))
    .map((each) => Object.assign(plain(each), { id: each.getString('key') }));
  const { checkPublication } = require($os.getenv('GREENLANE_CHECKS'));
  const fault = checkPublication(plain(record), others, Date.now());
  if (fault) refuse(400, 'content', 'publication_fault', fault.message);
}

module.exports = { keep, publish, remove, isPublished };
