/** Own roads: what administrators may ask for; the supervisor does it and writes back over the internal door. */
const { plain } = require(`${__hooks}/lib/plain.js`);
const { signedIn } = require(`${__hooks}/lib/signed-in.js`);

const SERVER_FIELDS = ['phase', 'share', 'fault', 'faultDetail', 'findings', 'wanted', 'built'];
const EXTRACT = /\.(osm\.pbf|pbf|osm|osm\.gz)$/i;

function refuse(field, code, message) {
  throw new BadRequestError(message, { [field]: new ValidationError(code, message) });
}

/** Folders of GREENLANE_IMPORTS. */
function folders() {
  return $os
    .getenv('GREENLANE_IMPORTS')
    .split(':')
    .filter((each) => each !== '');
}

function findArea(app, key) {
  try {
    return plain(app.findFirstRecordByData('areas', 'key', key));
  } catch (_) {
    return null;
  }
}

function create(e) {
  const record = e.record;
  for (const field of SERVER_FIELDS) record.set(field, field === 'share' ? 0 : null);
  record.set('kind', 'roads');
  record.set('status', 'queued');
  record.set('phase', 'waiting');
  record.set('by', e.auth && !e.auth.isSuperuser() ? e.auth.getString('username') : 'console');
  if (!record.getString('key')) record.set('key', `job-${$security.randomString(12)}`);
  const uploads = record.getUnsavedFiles('file');
  const path = record.getString('serverPath');
  if (uploads.length + (path ? 1 : 0) !== 1) {
    refuse('file', 'one_source', 'Give one extract: a file, or a path on the server.');
  }
  if (path && !folders().some((folder) => path.startsWith(`${folder.replace(/\/$/, '')}/`) && !path.includes('..'))) {
    refuse('serverPath', 'not_allowed_path', 'Name a file below a folder of GREENLANE_IMPORTS.');
  }
  record.set('source', path ? path : uploads[0].originalName.slice(0, 300));
  const held = findArea(e.app, record.getString('area'));
  const names = held ? held.names : plain(record).names;
  if (!names || typeof names.local !== 'string' || names.local.trim() === '') {
    refuse('names', 'names_local', 'Give the area a name: { "local": "…" }.');
  }
  const kept = {};
  for (const key of ['local', 'en', 'zh']) {
    if (typeof names[key] === 'string' && names[key].trim()) kept[key] = names[key].trim().slice(0, 120);
  }
  record.set('names', kept);
  return e.next();
}

/** A job that is at work is cancelled first, so that nothing runs on for a row that is gone. */
function remove(e) {
  if (e.record.getString('status') === 'running' && !(e.auth && e.auth.isSuperuser())) {
    throw new BadRequestError('This import is running. Cancel it first.', {
      status: new ValidationError('running', 'This import is running. Cancel it first.')
    });
  }
  return e.next();
}

function requireAdmin(e) {
  if (signedIn(e).getString('role') !== 'admin') throw new ForbiddenError('Only an administrator may do this.');
}

const ACTS = {
  switch: { from: ['ready'], fields: { wanted: 'switch' } },
  cancel: { from: ['queued', 'running', 'ready'], fields: { wanted: 'cancel' } },
  repeat: {
    from: ['failed'],
    fields: { status: 'queued', phase: 'waiting', share: 0, fault: '', faultDetail: '', wanted: '', findings: null }
  }
};

function act(e) {
  requireAdmin(e);
  const asked = ACTS[String(e.request.pathValue('act'))];
  if (!asked) throw new NotFoundError();
  e.app.runInTransaction((tx) => {
    let job;
    try {
      job = tx.findRecordById('jobs', String(e.request.pathValue('id')));
    } catch (_) {
      throw new NotFoundError();
    }
    const area = e.auth.getString('area');
    if (area !== '*' && area !== job.getString('area')) throw new NotFoundError();
    if (!asked.from.includes(job.getString('status'))) {
      throw new BadRequestError(`This import is ${job.getString('status')} by now.`);
    }
    for (const field of Object.keys(asked.fields)) job.set(field, asked.fields[field]);
    tx.save(job);
  });
  return e.json(200, {});
}

/** Extracts that lie in the folders of GREENLANE_IMPORTS. */
function files(e) {
  requireAdmin(e);
  const found = [];
  for (const folder of folders()) {
    let entries = [];
    try {
      entries = $os.readDir(folder);
    } catch (_) {
      continue;
    }
    for (const entry of entries) {
      if (entry.isDir() || !EXTRACT.test(entry.name())) continue;
      const path = `${folder.replace(/\/$/, '')}/${entry.name()}`;
      found.push({ path, bytes: Number($os.stat(path).size()) });
    }
  }
  return e.json(200, { files: found });
}

/** Jobs the supervisor has to look at, oldest first. */
function open(app) {
  const rows = app.findRecordsByFilter('jobs', "status != 'failed' && status != 'switched'", 'created', 100, 0);
  const jobs = rows.map((record) => {
    const { id, area, names, status, source, serverPath, wanted, built } = plain(record);
    const file = record.getString('file');
    return {
      id,
      area,
      names,
      status,
      source,
      serverPath,
      wanted,
      built,
      upload: file ? `${record.baseFilesPath()}/${file}` : null
    };
  });
  return { jobs };
}

/** Writes progress back; `known` is false where the job was deleted meanwhile. */
function patch(app, body) {
  let job;
  try {
    job = app.findRecordById('jobs', body.id);
  } catch (_) {
    return { known: false };
  }
  for (const field of ['status', 'phase', 'share', 'fault', 'faultDetail', 'findings', 'wanted', 'built']) {
    if (field in body.fields) job.set(field, body.fields[field]);
  }
  if (body.fields.dropUpload) job.set('file', null);
  app.save(job);
  return { known: true };
}

/** Records of an area that a new network is tried on. */
function facts(app, body) {
  const rows = (name, fields) =>
    app.findAllRecords(name, $dbx.hashExp({ area: body.area })).map((record) => {
      const row = plain(record);
      const picked = { id: row.key };
      for (const field of fields) picked[field] = row[field];
      return picked;
    });
  const area = findArea(app, body.area);
  return {
    closures: rows('closures', ['wayId', 'fromNode', 'toNode', 'speedPercent', 'startsAt', 'endsAt', 'reason']),
    scenarios: rows('scenarios', ['name', 'kind', 'content']).filter(({ kind }) => kind === 'plan'),
    facilities: rows('facilities', ['names', 'lon', 'lat']),
    villages: rows('villages', ['names', 'lon', 'lat']),
    bbox: area ? area.bbox : null
  };
}

module.exports = { create, remove, act, files, open, patch, facts };
