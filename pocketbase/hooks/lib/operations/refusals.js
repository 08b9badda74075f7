/** Refusals of receiving hospitals, from the log; nothing that is personal stands there. */
const { core } = require(`${__hooks}/lib/facts.js`);
const { refuse, requireActor, areaOf } = require(`${__hooks}/lib/operations/context.js`);

const MOST = 1000;

/** GET /api/greenlane/refusals: the last ones, to the county; `more` where there are earlier ones. */
function read(e) {
  const actor = requireActor(e);
  if (actor.role === 'reporter')
    refuse(403, 'area', 'not_allowed', 'the refusals of all hospitals are shown to the county.');
  const area = areaOf(e.app, actor, e.requestInfo().query || {});
  const rows = arrayOf(new DynamicModel({ seq: 0, at: '', who: '', verb: '', referralId: '', changed: '' }));
  e.app
    .db()
    .newQuery(
      `SELECT seq, at, actorName AS who, verb, subjectKey AS referralId, COALESCE(after, 'null') AS changed FROM events
       WHERE area = {:area} AND subject = 'referrals' AND verb IN ('draft', 'request', 'redirect', 'reject')
         AND subjectKey IN (SELECT subjectKey FROM events
           WHERE area = {:area} AND subject = 'referrals' AND verb = 'reject' ORDER BY seq DESC LIMIT ${MOST + 1})
       ORDER BY seq`
    )
    .bind({ area })
    .all(rows);
  const all = core().hospitalRefusals(
    rows.map(({ seq, at, who, verb, referralId, changed }) => ({
      seq,
      at,
      by: who,
      verb,
      referralId,
      after: JSON.parse(changed)
    }))
  );
  return e.json(200, { refusals: all.slice(0, MOST), more: all.length > MOST });
}

module.exports = { read };
