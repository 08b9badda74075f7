/**
 * Who a patient is. The database holds ciphertext; each case has a key of its own in a file outside it, so that a copy of
 * the database tells nothing, and a case is forgotten for good when its key is destroyed. The log holds the hash of the
 * ciphertext, so the chain stays whole after that.
 */
const { core, rulesOf } = require(`${__hooks}/lib/facts.js`);
const { append } = require(`${__hooks}/lib/operations/events.js`);
const { refuse, contextOf } = require(`${__hooks}/lib/operations/context.js`);

const CASE_ID = /^r-[0-9a-f]{16}$/;
const OWNER_ONLY = 0o600;

function folder() {
  const path = $os.getenv('GREENLANE_CASE_KEYS');
  if (!path) throw new InternalServerError('GREENLANE_CASE_KEYS is not set: start the server with "npm start".');
  return path;
}

function fileOf(caseId) {
  if (!CASE_ID.test(caseId)) throw new InternalServerError('No case has such a key.');
  return `${caseId}.key`;
}

/** On the disk before the ciphertext is: a key lost in a power cut would be a patient lost. */
function writeKey(caseId, key) {
  const root = $os.openRoot(folder());
  try {
    const file = root.create(fileOf(caseId));
    try {
      file.chmod(OWNER_ONLY);
      file.writeString(key);
      file.sync();
    } finally {
      file.close();
    }
    syncFolder(root);
  } finally {
    root.close();
  }
}

/** Not every system lets a folder be synced; where it does, the name of a file is on the disk too. */
function syncFolder(root) {
  const dir = root.open('.');
  try {
    dir.sync();
  } catch (_) {
    // The file itself is.
  }
  dir.close();
}

function readKey(caseId) {
  try {
    return toString($os.readFile(`${folder()}/${fileOf(caseId)}`));
  } catch (_) {
    return null;
  }
}

/** Here and in the copy that is kept for the day on which this disk is lost: a purge holds in both. */
function destroyKey(caseId) {
  for (const path of [folder(), $os.getenv('GREENLANE_KEY_COPY')].filter(Boolean)) {
    const file = `${path}/${fileOf(caseId)}`;
    try {
      $os.truncate(file, 0);
      $os.remove(file);
    } catch (_) {
      // Gone already, or the disk of the copy is away; the nightly round looks again.
    }
  }
}

function stored(app, area, caseId) {
  try {
    return app.findFirstRecordByFilter('case_personal', 'area = {:area} && caseId = {:caseId}', { area, caseId });
  } catch (_) {
    return null;
  }
}

/** Keeps the personal data of a case, in place of what was kept; gives the hash of the ciphertext for the log. */
function keep(ctx, caseId, personal) {
  const held = stored(ctx.tx, ctx.area, caseId);
  if (held && held.getString('purgedAt'))
    refuse(410, 'personal', 'purged', 'the personal data of this case were destroyed. Nothing can be added to it.');
  let key = held ? readKey(caseId) : null;
  if (!key) {
    key = $security.randomString(32);
    writeKey(caseId, key);
  }
  const record = held || new Record(ctx.tx.findCollectionByNameOrId('case_personal'));
  const cipher = $security.encrypt(JSON.stringify(personal), key);
  record.set('area', ctx.area);
  record.set('caseId', caseId);
  record.set('cipher', cipher);
  record.set('writtenAt', ctx.at);
  ctx.tx.save(record);
  return $security.sha256(cipher);
}

/** The personal data of a case; null where none are kept or their key is gone. */
function decipher(app, area, caseId) {
  const held = stored(app, area, caseId);
  const key = held ? readKey(caseId) : null;
  if (!key) return null;
  return JSON.parse($security.decrypt(held.getString('cipher'), key));
}

/** A free text goes into the open log: it may not give the patient away. `fields` by name. */
function requireSilent(ctx, caseId, fields) {
  const said = Object.keys(fields).filter((field) => fields[field]);
  if (said.length === 0) return;
  const personal = decipher(ctx.tx, ctx.area, caseId);
  if (personal) checkSilent(personal, fields);
}

function checkSilent(personal, fields) {
  for (const field of Object.keys(fields)) {
    const told = fields[field] ? core().givesAway(fields[field], personal) : null;
    if (told)
      refuse(400, field, 'personal_in_text', `leave out the patient's ${told}: this text stands in the open log.`);
  }
}

/** Texts of acts that stand in the log, by the field that a refusal names. */
const SAID = {
  reason: (after) => after.reason,
  'override/name': (after) => after.override && after.override.name,
  'override/reason': (after) => after.override && after.override.reason,
  signedFrom: (after) => after.signedFrom,
  signedTo: (after) => after.signedTo
};

/**
 * The other order: the texts of a case stand in the log already when the patient is told. One that gives the patient away
 * cannot be taken back, so what was told is not kept here as if it were a secret.
 */
function requireUnsaid(ctx, caseId, personal) {
  const rows = arrayOf(new DynamicModel({ seq: 0, at: '', after: '' }));
  ctx.tx
    .db()
    .newQuery(
      `WITH cases AS (SELECT key FROM referrals WHERE area = {:area} AND caseId = {:caseId}),
         sent AS (SELECT key FROM assignments WHERE area = {:area} AND referralId IN (SELECT key FROM cases))
       SELECT seq, at, COALESCE(after, 'null') after FROM events
       WHERE area = {:area} AND ((subject = 'referrals' AND subjectKey IN (SELECT key FROM cases))
         OR (subject = 'assignments' AND subjectKey IN (SELECT key FROM sent)))
       ORDER BY seq`
    )
    .bind({ area: ctx.area, caseId })
    .all(rows);
  for (const { seq, at, after } of rows) {
    const changed = JSON.parse(after) || {};
    for (const field of Object.keys(SAID)) {
      const text = SAID[field](changed);
      const told = text ? core().givesAway(text, personal) : null;
      if (told)
        refuse(400, field, 'personal_in_text', `a text in the open log since ${at} holds the patient's ${told}.`, {
          told,
          seq,
          at
        });
    }
  }
}

/** Whether every referral of a case has ended, and since when (ISO date-time). */
function endOf(app, area, caseId) {
  const { isEnded } = core();
  const rows = app.findAllRecords('referrals', $dbx.hashExp({ area, caseId }));
  const over = rows.every((row) => isEnded('referral', row.getString('state')));
  return {
    over,
    since:
      rows
        .map((row) => row.getString('stateAt'))
        .sort()
        .pop() || ''
  };
}

/** Marks a case as forgotten; the key goes when this is on the disk (`destroyKey`). False where it is so already. */
function forget(ctx, caseId) {
  const held = stored(ctx.tx, ctx.area, caseId);
  if (!held || held.getString('purgedAt')) return false;
  held.set('purgedAt', ctx.at);
  ctx.tx.save(held);
  append(ctx, {
    verb: 'purge',
    subject: 'case_personal',
    subjectKey: caseId,
    before: { purgedAt: null },
    after: { purgedAt: ctx.at },
    personalHash: $security.sha256(held.getString('cipher'))
  });
  for (const record of ctx.tx.findAllRecords('referrals', $dbx.hashExp({ area: ctx.area, caseId }))) {
    record.set('hasPersonal', false);
    record.set('version', record.getInt('version') + 1);
    ctx.tx.save(record);
  }
  return true;
}

/**
 * Every night: forgets what has been kept for as long as the rules say, destroys keys that a crash left behind a
 * purge, and those of cases that never came to be.
 */
function round(app) {
  const { durably } = require(`${__hooks}/lib/durable.js`);
  const { numberRule } = core();
  const system = { id: '', name: 'system', role: 'system', unit: 'county', area: '*' };
  for (const record of app.findAllRecords('case_personal')) {
    const [area, caseId] = [record.getString('area'), record.getString('caseId')];
    if (!record.getString('purgedAt')) {
      const { over, since } = endOf(app, area, caseId);
      const days = numberRule(rulesOf(app, area, Date.now()).pack, 'personal-retention-days');
      if (!over || Date.now() - Date.parse(since) < days * 86400000) continue;
      durably(app, (tx) => forget(contextOf(tx, system, area, '', {}), caseId));
    }
    destroyKey(caseId);
  }
  for (const entry of $os.readDir(folder())) {
    const caseId = entry.name().replace(/\.key$/, '');
    if (!CASE_ID.test(caseId)) continue;
    const age = Date.now() - $os.stat(`${folder()}/${entry.name()}`).modTime().unixMilli();
    if (age > 86400000 && app.countRecords('case_personal', $dbx.hashExp({ caseId })) === 0) destroyKey(caseId);
  }
}

module.exports = {
  keep,
  decipher,
  checkSilent,
  requireSilent,
  requireUnsaid,
  endOf,
  forget,
  destroyKey,
  stored,
  round
};
