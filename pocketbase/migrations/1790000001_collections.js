/// <reference path="../pb_data/types.d.ts" />
/**
 * The collections of an area. Fields equal src/lib/core/model/records.ts. A number that may be unknown is a JSON
 * column, because PocketBase stores no null in a number column; a text that may be unknown is empty.
 * Rules stand in the next migration.
 */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const number = (name, more) => Object.assign({ type: 'number', name }, more);
    const count = (name) => ({ type: 'number', name, min: 0, onlyInt: true });
    const bool = (name) => ({ type: 'bool', name });
    const json = (name, maxSize) => ({ type: 'json', name, maxSize: maxSize || 20000 });
    const choice = (name, values, required) => ({
      type: 'select',
      name,
      values,
      maxSelect: 1,
      required: required !== false
    });

    const CAPABLE = ['asymptomatic', 'mild', 'ordinary', 'severe', 'critical'];
    const stamps = [
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
    ];
    const common = () => [
      text('area', { required: true, max: 80 }),
      text('key', { required: true, max: 200 }),
      text('unit', { required: true, max: 200 }),
      choice('origin', ['pack', 'sample', 'derived', 'hand']),
      json('editedFields'),
      count('version')
    ];

    const collections = {
      areas: {
        fields: [json('names'), json('bbox'), json('manifest', 1000000), bool('shipped'), bool('sample')]
      },
      townships: {
        fields: [json('names'), text('code'), text('seatFacilityId'), bool('derived')]
      },
      villages: {
        fields: [
          json('names'),
          text('code'),
          text('townshipId'),
          json('lon'),
          json('lat'),
          number('residents', { min: 0 }),
          text('residentsSource'),
          text('residentsDate'),
          json('residentsCompare'),
          json('areaKm2'),
          bool('touristVillage')
        ]
      },
      facilities: {
        fields: [
          json('names'),
          choice('tier', ['village-clinic', 'township-hospital', 'sub-designated', 'designated']),
          text('townshipId'),
          text('parentId'),
          text('allianceId'),
          json('lon'),
          json('lat'),
          bool('open'),
          bool('open24h'),
          json('capabilities'),
          count('bedsTotal'),
          count('bedsFree'),
          count('icuBeds'),
          count('convertibleIcuBeds'),
          json('convertHours'),
          count('oximeters'),
          bool('drEligible'),
          count('drUnits'),
          bool('ambulanceEligible'),
          bool('feverShould'),
          bool('feverSet'),
          bool('feverOpen'),
          bool('feverFlowSafe'),
          bool('prescribesFever'),
          bool('insuranceDesignated'),
          count('staffBaseline'),
          count('staffNow'),
          text('address'),
          text('telephone'),
          bool('published'),
          text('reportedAt')
        ]
      },
      alliances: {
        fields: [json('names'), text('leadFacilityId'), text('designatedFacilityId'), text('subDesignatedFacilityId')]
      },
      vehicles: {
        fields: [
          text('callSign', { required: true }),
          choice('kind', ['ambulance', 'reserve']),
          choice('vehicleClass', ['ambulance', 'ordinary', 'motorcycle', 'walking']),
          text('townshipId'),
          text('baseName'),
          text('baseFacilityId'),
          number('lon'),
          number('lat'),
          choice('status', [
            'available',
            'reserved',
            'dispatched',
            'en-route',
            'on-location',
            'to-hospital',
            'at-hospital',
            'returning',
            'out-of-service'
          ]),
          choice('outOfServiceReason', ['mechanical', 'equipment', 'supplies', 'weather', 'staffing', 'other'], false),
          json('capabilities'),
          count('seats'),
          choice('severityLimit', CAPABLE),
          number('minutesToReady', { min: 0 }),
          json('positionLon'),
          json('positionLat'),
          text('positionAt')
        ]
      },
      crews: {
        fields: [
          text('vehicleId', { required: true }),
          text('driver'),
          text('attendant'),
          text('telephone'),
          bool('onDuty')
        ],
        indexes: [['vehicleId']]
      },
      medicines: {
        fields: [
          json('names'),
          choice('medicineClass', ['antipyretic', 'antitussive', 'chinese-patent', 'antigen']),
          json('doseUnit'),
          number('dosesPerCourse', { min: 0 }),
          number('coursesPerPerson', { min: 0 })
        ]
      },
      stock: {
        fields: [
          text('facilityId', { required: true }),
          text('medicineId', { required: true }),
          json('lots', 200000),
          number('onOrderDoses', { min: 0 }),
          json('meanDailyUse'),
          text('countedAt')
        ],
        unique: [['facilityId', 'medicineId']]
      },
      suppliers: {
        fields: [
          json('names'),
          choice('kind', ['supplier', 'depot', 'pharmacy']),
          json('lon'),
          json('lat'),
          text('telephone')
        ]
      },
      people_counts: {
        fields: [
          text('villageId', { required: true }),
          count('aged65'),
          count('aged80'),
          count('red'),
          count('yellow'),
          count('green'),
          count('returnees'),
          count('contactsDone'),
          count('vaccinated60'),
          count('target60'),
          text('countedOn')
        ],
        unique: [['villageId']]
      },
      closures: {
        fields: [
          number('wayId', { required: true, onlyInt: true }),
          json('fromNode'),
          json('toNode'),
          { type: 'number', name: 'speedPercent', min: 0, max: 99, onlyInt: true },
          text('reason'),
          text('startsAt', { required: true }),
          text('endsAt')
        ]
      },
      scenarios: {
        fields: [
          text('name', { required: true, max: 200 }),
          choice('kind', ['plan', 'travel']),
          json('content', 5000000)
        ]
      },
      rule_packs: {
        fields: [
          text('name', { required: true, max: 200 }),
          text('packVersion'),
          text('effectiveOn'),
          bool('active'),
          json('content', 5000000)
        ]
      }
    };

    for (const name of Object.keys(collections)) {
      const { fields, indexes, unique } = collections[name];
      const index = (kind, columns) =>
        `CREATE ${kind} idx_${name}_${columns.join('_')} ON ${name} (area, ${columns.join(', ')})`;
      app.save(
        new Collection({
          type: 'base',
          name,
          fields: common().concat(fields, stamps),
          indexes: [
            `CREATE UNIQUE INDEX idx_${name}_area_key ON ${name} (area, key)`,
            `CREATE INDEX idx_${name}_area_unit ON ${name} (area, unit)`
          ].concat(
            (indexes || []).map((columns) => index('INDEX', columns)),
            (unique || []).map((columns) => index('UNIQUE INDEX', columns))
          )
        })
      );
    }

    app.save(
      new Collection({
        type: 'base',
        name: 'heartbeats',
        fields: [text('key', { required: true }), count('sequence'), text('at'), text('bootId')].concat(stamps),
        indexes: ['CREATE UNIQUE INDEX idx_heartbeats_key ON heartbeats (key)']
      })
    );
  },
  (app) => {
    const names =
      'heartbeats rule_packs scenarios closures people_counts suppliers stock medicines crews vehicles alliances ' +
      'facilities villages townships areas';
    for (const name of names.split(' ')) app.delete(app.findCollectionByNameOrId(name));
  }
);
