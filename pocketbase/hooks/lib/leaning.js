/** What leans on a record: records that name it by its key, so that another one under that key would inherit them. */

/** Who may lean on a record of a collection: `[collection, column]`. */
const LEANING = {
  townships: [
    ['villages', 'townshipId'],
    ['facilities', 'townshipId'],
    ['vehicles', 'townshipId'],
    ['zones', 'townshipIds'],
    ...[
      ...['users', 'invitations', 'villages', 'facilities', 'alliances', 'vehicles', 'crews', 'stock', 'suppliers'],
      ...['people_counts', 'zones', 'posts', 'duty_shifts', 'known_times']
    ].map((collection) => [collection, 'unit']),
    ['known_times', 'facilityId', 'seat-']
  ],
  villages: [
    ['people_counts', 'villageId'],
    ['known_times', 'villageId'],
    ['referrals', 'villageId']
  ],
  facilities: [
    ['townships', 'seatFacilityId'],
    ['facilities', 'parentId'],
    ['stock', 'facilityId'],
    ['vehicles', 'baseFacilityId'],
    ['posts', 'facilityId'],
    ['zones', 'facilityId'],
    ['known_times', 'facilityId'],
    ['alliances', 'leadFacilityId'],
    ['alliances', 'designatedFacilityId'],
    ['alliances', 'subDesignatedFacilityId'],
    ['reports', 'facilityId'],
    ['referrals', 'originFacilityId'],
    ['referrals', 'targetFacilityId'],
    ['allocations', 'requesterFacilityId'],
    ['allocations', 'sourceId']
  ],
  alliances: [['facilities', 'allianceId']],
  medicines: [['stock', 'medicineId']],
  suppliers: [['allocations', 'sourceId']],
  vehicles: [
    ['crews', 'vehicleId'],
    ['assignments', 'vehicleId']
  ]
};
/** Of these what is over is history: it hinders no deletion. */
const UNDER_WAY = {
  referrals: 'state != "closed" && state != "cancelled"',
  assignments: 'open = true',
  allocations: 'state != "received" && state != "rejected" && state != "cancelled"',
  invitations: 'usedAt = "" && revokedAt = ""'
};

function named(record) {
  const name = record.collection().name;
  const field = { users: 'username', invitations: 'name' }[name] || 'key';
  return `${name} "${record.getString(field) || record.id}"`;
}

/** What hinders the deletion of a record, e.g. `stock "s-1"`; null when nothing does. */
function hindrance(app, record) {
  const area = record.getString('area');
  for (const [collection, column, prefix] of LEANING[record.collection().name] || []) {
    const key = (prefix || '') + record.getString('key');
    // A column of several keys is the text of a JSON list.
    const [term, value] =
      column === 'townshipIds' ? [`${column} ~ {:value}`, `"${key}"`] : [`${column} = {:value}`, key];
    const terms = ['area = {:area}', term].concat(UNDER_WAY[collection] || []);
    const found = app.findRecordsByFilter(collection, terms.join(' && '), '', 2, 0, { area, value });
    const other = found.find(({ id }) => id !== record.id);
    if (other) return named(other);
  }
  return null;
}

/**
 * Keys of records that an import made and others name, over or under way, with who does: `{ collection: { key: 'crews
 * "x"' } }`. `leaving['collection/key']` are those that go themselves.
 */
function leanedOn(app, area, made, leaving) {
  const found = {};
  for (const name of new Set(made.map(({ collection }) => collection))) {
    const keys = made.filter(({ collection }) => collection === name).map(({ key }) => key);
    found[name] = {};
    for (const [collection, column, prefix] of LEANING[name] || []) {
      const before = prefix || '';
      const values = keys.map((key) => before + key);
      const several = column === 'townshipIds';
      for (const each of app.findAllRecords(
        collection,
        $dbx.hashExp(several ? { area } : { area, [column]: values })
      )) {
        if (leaving[`${collection}/${each.getString('key')}`]) continue;
        // Nobody comes in by it any more.
        if (collection === 'invitations' && (each.getString('usedAt') || each.getString('revokedAt'))) continue;
        const held = several ? JSON.parse(each.getString(column)) || [] : [each.getString(column)];
        for (const value of held) if (values.includes(value)) found[name][value.slice(before.length)] = named(each);
      }
    }
  }
  return found;
}

module.exports = { UNDER_WAY, hindrance, leanedOn };
