/**
 * Wrong passwords and codes are counted by account, beside the limits that go by address: of one account from one
 * address, and of one account from everywhere, which takes more, so that a stranger elsewhere does not keep its owner
 * out. Names that no account has are counted alike: the answer tells nobody who has an account. Counts live in memory;
 * they end with the server.
 */
const KEPT = 'greenlaneTries';
const WITHIN_MS = 10 * 60000;
const MOST_FROM_ONE = 8;
const MOST_FROM_ALL = 40;
/** Of all names together; beyond it those that were tried least lately are dropped. */
const MOST_NAMES = 4000;

/**
 * Changes what is counted, `{ key: [moments] }`, and gives what `change` returned. The one lock of the store is held
 * meanwhile, so that a hundred tries at once are counted one after another.
 */
function recount(app, change) {
  let answer = null;
  app.store().setFunc(KEPT, (old) => {
    const now = Date.now();
    const counts = {};
    const held = old ? JSON.parse(old) : {};
    for (const key of Object.keys(held)) {
      const fresh = held[key].filter((at) => at > now - WITHIN_MS);
      if (fresh.length > 0) counts[key] = fresh;
    }
    answer = change(counts, now);
    const names = Object.keys(counts);
    if (names.length > MOST_NAMES) {
      names.sort((a, b) => counts[a][counts[a].length - 1] - counts[b][counts[b].length - 1]);
      for (const name of names.slice(0, names.length - MOST_NAMES)) delete counts[name];
    }
    return JSON.stringify(counts);
  });
  return answer;
}

/**
 * Runs `attempt`, which throws where the secret was wrong. Each is counted before it begins, and no longer once it has
 * gone through; one that calls `undecided` leaves the count as it was. Answers 429 with the seconds to wait where there were too many.
 */
function counted(e, name, attempt) {
  const known = $security.sha256(String(name).trim().toLowerCase());
  const limits = { [`${known} ${e.realIP()}`]: MOST_FROM_ONE, [known]: MOST_FROM_ALL };
  const { at, wait } = recount(e.app, (counts, now) => {
    let last = 0;
    for (const key of Object.keys(limits)) {
      const tries = counts[key] || [];
      if (tries.length >= limits[key]) last = Math.max(last, tries[tries.length - limits[key]] + WITHIN_MS);
    }
    if (last > now) return { at: 0, wait: Math.ceil((last - now) / 1000) };
    for (const key of Object.keys(limits)) counts[key] = (counts[key] || []).concat(now);
    return { at: now, wait: 0 };
  });
  if (wait > 0) {
    const message = `Too many wrong passwords for this account. Try again in ${wait} s.`;
    const error = new ValidationError('too_many_tries', message).setParams({ seconds: wait });
    throw new ApiError(429, message, { identity: error });
  }
  let decided = true;
  const answer = attempt(() => {
    decided = false;
  });
  recount(e.app, (counts) => {
    for (const key of Object.keys(limits)) {
      const tries = counts[key] || [];
      // Who signs in from here has shown who they are; tries from elsewhere stay counted.
      if (decided && limits[key] === MOST_FROM_ONE) delete counts[key];
      else if (tries.includes(at)) tries.splice(tries.indexOf(at), 1);
      if (counts[key] && counts[key].length === 0) delete counts[key];
    }
  });
  return answer;
}

module.exports = { counted };
