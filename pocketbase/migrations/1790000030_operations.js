/// <reference path="../pb_data/types.d.ts" />
/**
 * Operations: referrals, the vehicles assigned to them, requests for goods, who the patients are (enciphered), and the
 * log of it all. Only the routes of operations write here. Two things the database keeps by itself, whatever the routes
 * do: a vehicle has one open assignment that is not pooled, a referral one; and the log is only ever added to.
 */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const json = (name, maxSize) => ({ type: 'json', name, maxSize: maxSize || 20000 });
    const count = (name) => ({ type: 'number', name, min: 0, onlyInt: true });
    const bool = (name) => ({ type: 'bool', name });
    const choice = (name, values, required) => ({
      type: 'select',
      name,
      values,
      maxSelect: 1,
      required: required !== false
    });
    const key = (name) => text(name, { max: 200 });
    const moment = (name) => text(name, { max: 40 });
    const common = () => [
      text('area', { required: true, max: 80 }),
      text('key', { required: true, max: 200 }),
      text('unit', { required: true, max: 200 }),
      choice('origin', ['pack', 'sample', 'derived', 'hand']),
      json('editedFields'),
      count('version')
    ];
    const stamps = [
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
    ];

    const live = '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false';
    const here = '(@request.auth.area = area || @request.auth.area = "*")';
    const role = (...names) => '(' + names.map((name) => `@request.auth.role = "${name}"`).join(' || ') + ')';
    const county = role('planner', 'dispatcher', 'official', 'admin');
    /** The county, and reporters whose unit stands in one of the columns. */
    const concerned = (...columns) =>
      `${live} && ${here} && (${county} || (@request.auth.role = "reporter" && (` +
      columns.map((column) => `@request.auth.unit = ${column}`).join(' || ') +
      ')))';

    const vehicles = app.findCollectionByNameOrId('vehicles');
    vehicles.fields.add(new NumberField({ name: 'positionSeq', min: 0, onlyInt: true }));
    app.save(vehicles);

    const GRADES = ['asymptomatic', 'mild', 'ordinary', 'severe', 'critical'];
    const collections = {
      referrals: {
        fields: [
          text('caseId', { required: true, max: 60 }),
          key('previousId'),
          choice('state', [
            'draft',
            'requested',
            'accepted',
            'rejected',
            'vehicle-assigned',
            'picked-up',
            'arrived',
            'handed-over',
            'closed',
            'redirected',
            'cancelled'
          ]),
          moment('stateAt'),
          moment('requestedAt'),
          key('originFacilityId'),
          key('villageId'),
          json('lon'),
          json('lat'),
          text('targetFacilityId', { required: true, max: 200 }),
          text('targetUnit', { required: true, max: 200 }),
          choice('grade', GRADES),
          bool('severeDisease'),
          bool('aged'),
          bool('stable'),
          bool('dialysis'),
          bool('greenChannel'),
          choice('carePlace', ['home', 'sub-designated', 'designated']),
          json('needs'),
          json('vehicleNeeds'),
          text('careReason', { max: 80 }),
          json('careRule'),
          bool('bedHeld'),
          text('reason', { max: 500 }),
          json('override'),
          text('signedFrom', { max: 120 }),
          text('signedTo', { max: 120 }),
          moment('handedOverAt'),
          key('assignmentId'),
          bool('hasPersonal')
        ],
        indexes: [
          'CREATE INDEX idx_referrals_state ON referrals (area, state)',
          'CREATE INDEX idx_referrals_case ON referrals (area, caseId)',
          'CREATE INDEX idx_referrals_target ON referrals (area, targetUnit)'
        ],
        read: concerned('unit', 'targetUnit')
      },
      assignments: {
        fields: [
          text('referralId', { required: true, max: 200 }),
          text('vehicleId', { required: true, max: 200 }),
          text('tripId', { required: true, max: 200 }),
          bool('pooled'),
          bool('open'),
          choice('state', [
            'reserved',
            'dispatched',
            'en-route',
            'on-location',
            'to-hospital',
            'at-hospital',
            'returning',
            'done',
            'cancelled'
          ]),
          moment('stateAt'),
          moment('assignedAt'),
          text('assignedBy', { max: 120 }),
          text('targetUnit', { required: true, max: 200 }),
          text('vehicleUnit', { required: true, max: 200 }),
          moment('eventNotifiedAt'),
          moment('dispatchNotifiedAt'),
          moment('enRouteAt'),
          moment('atSceneAt'),
          moment('leftSceneAt'),
          moment('atDestinationAt'),
          moment('handedOverAt'),
          moment('backInServiceAt'),
          json('deviceTimes'),
          text('reason', { max: 500 }),
          json('override')
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_assignments_vehicle ON assignments (area, vehicleId) WHERE open = 1 AND pooled = 0',
          'CREATE UNIQUE INDEX idx_assignments_referral ON assignments (area, referralId) WHERE open = 1',
          'CREATE INDEX idx_assignments_open ON assignments (area, open, vehicleId)'
        ],
        read: concerned('unit', 'targetUnit', 'vehicleUnit')
      },
      allocations: {
        fields: [
          text('requesterFacilityId', { required: true, max: 200 }),
          choice('sourceKind', ['facility', 'supplier'], false),
          key('sourceId'),
          key('sourceUnit'),
          choice('state', ['draft', 'submitted', 'approved', 'rejected', 'picked', 'shipped', 'received', 'cancelled']),
          moment('stateAt'),
          moment('submittedAt'),
          moment('approvedAt'),
          moment('pickedAt'),
          moment('shippedAt'),
          moment('receivedAt'),
          json('lines', 500000),
          bool('discrepant'),
          text('reason', { max: 500 })
        ],
        indexes: [
          'CREATE INDEX idx_allocations_state ON allocations (area, state)',
          'CREATE INDEX idx_allocations_source ON allocations (area, sourceUnit)'
        ],
        read: concerned('unit', 'sourceUnit')
      }
    };
    for (const name of Object.keys(collections)) {
      const { fields, indexes, read } = collections[name];
      app.save(
        new Collection({
          type: 'base',
          name,
          fields: common().concat(fields, stamps),
          indexes: [
            `CREATE UNIQUE INDEX idx_${name}_area_key ON ${name} (area, key)`,
            `CREATE INDEX idx_${name}_area_unit ON ${name} (area, unit)`
          ].concat(indexes),
          listRule: read,
          viewRule: read
        })
      );
    }

    // Ciphertext alone; the keys are files outside the database. Nobody reads it but the one route that writes it down.
    app.save(
      new Collection({
        type: 'base',
        name: 'case_personal',
        fields: [
          text('area', { required: true, max: 80 }),
          text('caseId', { required: true, max: 60 }),
          text('cipher', { max: 40000 }),
          moment('writtenAt'),
          moment('purgedAt')
        ].concat(stamps),
        indexes: ['CREATE UNIQUE INDEX idx_case_personal_case ON case_personal (area, caseId)']
      })
    );

    const overseen = `${live} && ${here} && ${role('official', 'admin')}`;
    app.save(
      new Collection({
        type: 'base',
        name: 'events',
        fields: [
          { type: 'number', name: 'seq', min: 1, onlyInt: true, required: true },
          text('at', { required: true, max: 40 }),
          text('actorId', { max: 60 }),
          text('actorName', { max: 120 }),
          text('actorRole', { max: 40 }),
          text('area', { required: true, max: 80 }),
          text('verb', { required: true, max: 60 }),
          text('subject', { required: true, max: 60 }),
          text('subjectKey', { required: true, max: 200 }),
          text('command', { max: 100 }),
          json('before', 1000000),
          json('after', 1000000),
          text('personalHash', { max: 64 }),
          text('prevHash', { max: 64 }),
          text('hash', { required: true, max: 64 })
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_events_seq ON events (seq)',
          'CREATE INDEX idx_events_subject ON events (area, subject, subjectKey)'
        ],
        listRule: overseen,
        viewRule: overseen
      })
    );
    const triggers = [
      `CREATE TRIGGER events_never_change BEFORE UPDATE ON events
       BEGIN SELECT RAISE(ABORT, 'events: the log is never changed'); END`,
      `CREATE TRIGGER events_never_go BEFORE DELETE ON events
       BEGIN SELECT RAISE(ABORT, 'events: nothing is taken out of the log'); END`,
      // INSERT OR REPLACE would take a row out without the trigger above.
      `CREATE TRIGGER events_only_grow BEFORE INSERT ON events
       WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM events)
         OR NEW.prevHash IS NOT COALESCE((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
         OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'events: the next one follows the last'); END`
    ];
    for (const trigger of triggers) app.db().newQuery(trigger).execute();
  },
  (app) => {
    for (const name of ['events_only_grow', 'events_never_go', 'events_never_change'])
      app.db().newQuery(`DROP TRIGGER IF EXISTS ${name}`).execute();
    for (const name of ['events', 'case_personal', 'allocations', 'assignments', 'referrals'])
      app.delete(app.findCollectionByNameOrId(name));
    const vehicles = app.findCollectionByNameOrId('vehicles');
    vehicles.fields.removeByName('positionSeq');
    app.save(vehicles);
  }
);
