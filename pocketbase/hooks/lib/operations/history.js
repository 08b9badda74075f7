/** What happened to a case, from the log; nothing that is personal stands there. */
const { refuse, requireActor, areaOf } = require(`${__hooks}/lib/operations/context.js`);

/** Of what an act changed, what is told. */
const TOLD = ['reason', 'targetFacilityId', 'override', 'signedFrom', 'signedTo'];
/** And what a screen replays the case from. */
const REPLAYED = ['state', 'targetFacilityId', 'assignmentId', 'vehicleId'];

/** GET /api/greenlane/referrals/{key}/history: to whoever may read the referral. */
function read(e) {
  const area = areaOf(e.app, requireActor(e), e.requestInfo().query || {});
  const key = String(e.request.pathValue('key'));
  const referral = require(`${__hooks}/lib/guard.js`).find(e.app, 'referrals', area, key);
  if (!referral || !e.app.canAccessRecord(referral, e.requestInfo(), referral.collection().viewRule))
    refuse(404, 'key', 'not_found', `no referral "${key}" is shown to you.`);
  const rows = arrayOf(
    new DynamicModel({
      seq: 0,
      at: '',
      actorName: '',
      verb: '',
      subject: '',
      subjectKey: '',
      vehicleId: '',
      changed: ''
    })
  );
  e.app
    .db()
    .newQuery(
      `SELECT e.seq, e.at, e.actorName, e.verb, e.subject, e.subjectKey, COALESCE(a.vehicleId, '') vehicleId,
         COALESCE(e.after, 'null') changed
       FROM events e
       LEFT JOIN assignments a ON e.subject = 'assignments' AND a.area = e.area AND a.key = e.subjectKey
       WHERE e.area = {:area} AND ((e.subject = 'referrals' AND e.subjectKey = {:key}) OR a.referralId = {:key})
       ORDER BY e.seq`
    )
    .bind({ area, key })
    .all(rows);
  return e.json(200, { events: rows.map(shown) });
}

function shown({ seq, at, actorName, verb, subject, subjectKey, vehicleId, changed }) {
  const became = JSON.parse(changed);
  const told = {};
  for (const field of TOLD) if (became && became[field]) told[field] = became[field];
  const after = became && {};
  for (const field of REPLAYED) if (became && field in became) after[field] = became[field];
  return Object.assign({ seq, at, by: actorName, verb, subject, subjectKey, after, vehicleId }, told);
}

module.exports = { read };
