/** Beds of the receiving facility: one is kept when it accepts, given back when the case goes elsewhere, taken at the end. */
const { core, toCore } = require(`${__hooks}/lib/facts.js`);
const { change, find } = require(`${__hooks}/lib/operations/records.js`);
const { refuse } = require(`${__hooks}/lib/operations/context.js`);

/** Keeps a bed; true when one is kept. `anyway`: somebody answers for taking the patient without a bed. */
function hold(ctx, facility, anyway) {
  const row = toCore(facility);
  if (!core().keepsBed(row)) return false;
  if (row.bedsFree < 1) {
    if (anyway) return false;
    refuse(
      409,
      'targetFacilityId',
      'no_free_bed',
      `"${row.key}" has no free bed. Choose another, or say who answers.`,
      {
        facilityId: row.key,
        bedsTotal: row.bedsTotal,
        reportedAt: row.reportedAt || ''
      }
    );
  }
  change(ctx, facility, 'hold-bed', { bedsFree: row.bedsFree - 1 });
  return true;
}

/** Gives a kept bed back. */
function release(ctx, referral) {
  if (!referral.getBool('bedHeld')) return;
  const facility = find(ctx.tx, 'facilities', ctx.area, referral.getString('targetFacilityId'));
  if (!facility) return;
  const { bedsFree, bedsTotal } = toCore(facility);
  // A report from the site may have counted it free already.
  if (bedsFree < bedsTotal) change(ctx, facility, 'release-bed', { bedsFree: bedsFree + 1 });
}

/** The patient lies in a bed: the one that was kept, else one that is free. Nobody at the door is refused for want of it. */
function occupy(ctx, referral) {
  if (referral.getBool('bedHeld')) return;
  const facility = find(ctx.tx, 'facilities', ctx.area, referral.getString('targetFacilityId'));
  if (!facility) return;
  const row = toCore(facility);
  if (core().keepsBed(row) && row.bedsFree > 0) change(ctx, facility, 'occupy-bed', { bedsFree: row.bedsFree - 1 });
}

module.exports = { hold, release, occupy };
