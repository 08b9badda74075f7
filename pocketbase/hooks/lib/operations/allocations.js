/** Requests for goods from another store: asked, approved, picked, shipped, received. No stock falls below nothing. */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { refuse, command, keyFrom } = require(`${__hooks}/lib/operations/context.js`);
const { make, change, find, requireFact, requireVersion, shown } = require(`${__hooks}/lib/operations/records.js`);
const { concerns, requireTogether } = require(`${__hooks}/lib/operations/pairs.js`);

/** Day on the county's clocks: a lot is usable through its expiry day. */
function todayOf(ctx) {
  return core().localDay(Date.parse(ctx.at), ctx.pack());
}

/** Stock of a facility; made empty where there is none yet and `make` says so. */
function stockOf(ctx, facility, medicineId, makes) {
  const facilityId = facility.getString('key');
  const rows = ctx.tx.findRecordsByFilter(
    'stock',
    'area = {:area} && facilityId = {:facilityId} && medicineId = {:medicineId}',
    '',
    1,
    0,
    { area: ctx.area, facilityId, medicineId }
  );
  if (rows.length > 0 || !makes) return rows[0] || null;
  const fields = {
    unit: facility.getString('unit'),
    facilityId,
    medicineId,
    lots: [],
    onOrderDoses: 0,
    meanDailyUse: null
  };
  return make(ctx, 'stock', `stock-${facilityId}-${medicineId}`, 'open-stock', fields);
}

function orderMore(ctx, facility, medicineId, doses) {
  if (doses === 0) return;
  const stock = stockOf(ctx, facility, medicineId, true);
  const onOrderDoses = Math.max(0, toCore(stock).onOrderDoses + doses);
  change(ctx, stock, 'order', { onOrderDoses });
}

const line = (medicineId) => `line/${medicineId}`;

/** Refuses a quantity that the core judges wrong; `params` tell what would be right. */
function requireQuantity(fault, medicineId, said, params) {
  if (fault === null) return;
  const status = fault === 'not_enough_stock' ? 409 : 400;
  refuse(status, line(medicineId), fault, said, params);
}

/** Doses of a site that may still be promised to others: usable on the day, less what was approved and lies there yet. */
function freeDosesOf(ctx, source, medicineId) {
  const { promisedDoses, usableDoses } = core();
  const stock = stockOf(ctx, source, medicineId, false);
  const sourceId = source.getString('key');
  const approved = ctx.tx.findRecordsByFilter(
    'allocations',
    'area = {:area} && state = "approved" && sourceId = {:sourceId}',
    '',
    0,
    0,
    { area: ctx.area, sourceId }
  );
  const usable = usableDoses(stock ? toCore(stock).lots || [] : [], todayOf(ctx));
  return usable - promisedDoses(approved.map(toCore), { sourceId, medicineId });
}

/** Who acted on a request last, and when: told to whoever comes second. */
function lastAct(ctx, key) {
  const rows = arrayOf(new DynamicModel({ actorName: '', at: '' }));
  ctx.tx
    .db()
    .newQuery(
      `SELECT actorName, at FROM events WHERE area = {:area} AND subject = 'allocations' AND subjectKey = {:key}
       ORDER BY seq DESC LIMIT 1`
    )
    .bind({ area: ctx.area, key })
    .all(rows);
  return rows.length > 0 ? { by: rows[0].actorName, at: rows[0].at } : {};
}

/** POST /api/greenlane/allocations */
function create(e) {
  return command(e, 'allocation', '', (ctx) => {
    const wanted = core().parseNewAllocation(ctx.body.allocation);
    const site = requireFact(ctx.tx, 'facilities', ctx.area, wanted.requesterFacilityId, 'requesterFacilityId');
    const unit = site.getString('unit');
    const verb = wanted.draft ? 'draft' : 'submit';
    const actor = { role: ctx.actor.role, sides: unit === ctx.actor.unit ? ['origin'] : [] };
    const position = { machine: 'allocation', state: 'new', verb, stage: 'none' };
    requireTogether(core().judge(position, actor), { state: 'new', verb, allowed: [] });
    for (const { medicineId } of wanted.lines) requireFact(ctx.tx, 'medicines', ctx.area, medicineId, line(medicineId));
    const record = make(ctx, 'allocations', keyFrom('g', ctx.command), verb, {
      unit,
      requesterFacilityId: wanted.requesterFacilityId,
      state: wanted.draft ? 'draft' : 'submitted',
      stateAt: ctx.at,
      submittedAt: wanted.draft ? null : ctx.at,
      lines: wanted.lines.map(({ medicineId, wantedDoses }) => ({
        medicineId,
        wantedDoses,
        approvedDoses: null,
        lots: [],
        receivedLots: null,
        receivedDoses: null,
        discrepancyDoses: null,
        discrepancyReason: ''
      })),
      discrepant: false
    });
    return { allocation: shown(record) };
  });
}

/** What each verb asks for and does beside moving the state; gives further fields. */
const DO = {
  submit: (ctx) => ({ submittedAt: ctx.at }),

  approve: (ctx, row, site) => {
    const { againstApproval, parseApproval } = core();
    const { sourceKind, sourceId, doses, reason } = parseApproval(ctx.body);
    const collection = sourceKind === 'facility' ? 'facilities' : 'suppliers';
    const source = requireFact(ctx.tx, collection, ctx.area, sourceId, 'sourceId');
    if (sourceKind === 'facility' && sourceId === row.requesterFacilityId)
      refuse(400, 'sourceId', 'same_site', 'a site gives nothing to itself.');
    for (const medicineId of doses.keys())
      if (!row.lines.some((each) => each.medicineId === medicineId))
        refuse(400, line(medicineId), 'not_asked_for', 'is no line of this request.');
    const lines = row.lines.map((each) => {
      const approved = doses.has(each.medicineId) ? doses.get(each.medicineId) : each.wantedDoses;
      const freeDoses = sourceKind === 'facility' ? freeDosesOf(ctx, source, each.medicineId) : null;
      requireQuantity(
        againstApproval(each, { doses: approved, freeDoses, reason }),
        each.medicineId,
        `${approved} of ${each.wantedDoses} doses wanted cannot be approved so.`,
        { wanted: each.wantedDoses, free: freeDoses === null ? '' : Math.max(0, freeDoses) }
      );
      return Object.assign({}, each, { approvedDoses: approved });
    });
    if (lines.every(({ approvedDoses }) => approvedDoses === 0))
      refuse(400, 'lines', 'nothing_approved', 'approve some of it, or reject the request.');
    for (const { medicineId, approvedDoses } of lines) orderMore(ctx, site, medicineId, approvedDoses);
    return { sourceKind, sourceId, sourceUnit: source.getString('unit'), approvedAt: ctx.at, lines, reason };
  },

  pick: (ctx, row) => {
    const { addLots, parsePickedLots, pickLots, sumOf } = core();
    const given = parsePickedLots(ctx.body);
    const source = row.sourceKind === 'facility' ? find(ctx.tx, 'facilities', ctx.area, row.sourceId) : null;
    if (row.sourceKind === 'facility' && !source) refuse(409, 'sourceId', 'unknown_reference', 'the source is gone.');
    const lines = row.lines.map((each) => {
      const { medicineId, approvedDoses } = each;
      if (!source) {
        const lots = addLots([], given.get(medicineId) || []);
        if (lots.some(({ expiresOn }) => expiresOn < todayOf(ctx)))
          refuse(400, line(medicineId), 'lot_expired', 'a lot that has expired is not given.');
        if (sumOf(lots) > approvedDoses)
          refuse(400, line(medicineId), 'more_than_approved', `${approvedDoses} doses were approved.`);
        // Of what was never shipped nothing can be received.
        if (approvedDoses > 0 && sumOf(lots) === 0)
          refuse(400, line(medicineId), 'lots_missing', 'state the lots the supplier gave, with their doses.');
        return Object.assign({}, each, { lots });
      }
      const stock = stockOf(ctx, source, medicineId, false);
      const done = pickLots(stock ? toCore(stock).lots || [] : [], approvedDoses, todayOf(ctx));
      if (!done)
        refuse(409, line(medicineId), 'not_enough_stock', `"${row.sourceId}" has fewer than ${approvedDoses} usable.`, {
          wanted: approvedDoses
        });
      if (approvedDoses > 0) change(ctx, stock, 'issue', { lots: done.left });
      return Object.assign({}, each, { lots: done.picked });
    });
    return { pickedAt: ctx.at, lines };
  },

  ship: (ctx) => ({ shippedAt: ctx.at }),

  receive: (ctx, row, site) => {
    const { addLots, againstReceipt, differs, parseReceived, receivedLots, sumOf } = core();
    const received = parseReceived(ctx.body);
    const lines = row.lines.map((each) => {
      const { medicineId, lots, approvedDoses } = each;
      const receipt = received.get(medicineId);
      if (!receipt) refuse(400, line(medicineId), 'not_counted', 'say how many doses came, 0 if none.');
      const { doses, reason } = receipt;
      const shipped = sumOf(lots);
      requireQuantity(
        againstReceipt(lots, receipt),
        medicineId,
        `${doses} of ${shipped} doses shipped cannot be received so.`,
        { shipped }
      );
      const came = addLots([], receipt.lots || receivedLots(lots, doses, todayOf(ctx)));
      if (doses > 0) {
        const stock = stockOf(ctx, site, medicineId, true);
        change(ctx, stock, 'receive', { lots: addLots(toCore(stock).lots || [], came), countedAt: ctx.at });
      }
      orderMore(ctx, site, medicineId, -approvedDoses);
      return Object.assign({}, each, {
        receivedLots: came,
        receivedDoses: doses,
        discrepancyDoses: shipped - doses,
        discrepancyReason: differs(lots, receipt) ? reason : ''
      });
    });
    for (const medicineId of received.keys())
      if (!row.lines.some((each) => each.medicineId === medicineId))
        refuse(400, line(medicineId), 'not_asked_for', 'is no line of this request.');
    return { receivedAt: ctx.at, lines, discrepant: lines.some(({ discrepancyReason }) => discrepancyReason !== '') };
  },

  /** What was picked goes back to where it lay. */
  cancel: (ctx, row, site) => {
    const source = row.sourceKind === 'facility' ? find(ctx.tx, 'facilities', ctx.area, row.sourceId) : null;
    for (const { medicineId, lots, approvedDoses } of row.lines) {
      if (approvedDoses !== null) orderMore(ctx, site, medicineId, -approvedDoses);
      if (!source || lots.length === 0) continue;
      const stock = stockOf(ctx, source, medicineId, true);
      change(ctx, stock, 'put-back', { lots: core().addLots(toCore(stock).lots || [], lots) });
    }
    return { lines: row.lines.map((each) => Object.assign({}, each, { lots: source ? [] : each.lots })) };
  }
};

/** POST /api/greenlane/allocations/{key}/{verb} */
function act(e) {
  const key = String(e.request.pathValue('key'));
  const verb = String(e.request.pathValue('verb'));
  if (!core().MACHINE_VERBS.allocation.includes(verb)) throw new NotFoundError(`An allocation has no verb "${verb}".`);
  return command(e, `allocation/${verb}`, key, (ctx) => {
    const { allowedVerbs, judge, parseNeeded } = core();
    const record = find(ctx.tx, 'allocations', ctx.area, key);
    if (!record || !concerns(ctx.actor, record, ['unit', 'sourceUnit']))
      throw new NotFoundError(`No allocation "${key}".`);
    const row = toCore(record);
    const sides = [];
    if (row.unit === ctx.actor.unit) sides.push('origin');
    if (row.sourceUnit === ctx.actor.unit) sides.push('target');
    const actor = { role: ctx.actor.role, sides };
    const position = { machine: 'allocation', state: row.state, verb, stage: 'none' };
    const first = lastAct(ctx, key);
    const verdict = requireTogether(
      judge(position, actor),
      { state: row.state, verb, allowed: allowedVerbs('allocation', row.state, actor) },
      first
    );
    requireVersion(record, ctx.body.version, true, first);
    const { reason } = parseNeeded(verdict.row.needs, ctx.body);
    const site = requireFact(ctx.tx, 'facilities', ctx.area, row.requesterFacilityId, 'requesterFacilityId');
    const more = DO[verb] ? DO[verb](ctx, row, site) : {};
    if (reason) more.reason = reason;
    change(ctx, record, verb, Object.assign({ state: verdict.row.to, stateAt: ctx.at }, more));
    return { allocation: shown(record) };
  });
}

module.exports = { create, act };
