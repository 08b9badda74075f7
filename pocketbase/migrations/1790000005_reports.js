/// <reference path="../pb_data/types.d.ts" />
/** Daily reports, the commands that were done, and the fields of a site and a village that reports brought. */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const count = (name) => ({ type: 'number', name, min: 0, onlyInt: true });
    const stamps = [
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
    ];
    const live = '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false';
    const here = '(@request.auth.area = area || @request.auth.area = "*")';
    const role = (...names) => '(' + names.map((name) => `@request.auth.role = "${name}"`).join(' || ') + ')';
    const own = '(@request.auth.role = "reporter" && @request.auth.unit = unit)';

    const facilities = app.findCollectionByNameOrId('facilities');
    facilities.fields.add(new NumberField({ name: 'oxygenBeds', min: 0, onlyInt: true }));
    facilities.fields.add(new TextField({ name: 'openingHours', max: 200 }));
    facilities.fields.add(new TextField({ name: 'feverHours', max: 200 }));
    app.save(facilities);

    const counts = app.findCollectionByNameOrId('people_counts');
    counts.fields.add(new NumberField({ name: 'vaccinated80', min: 0, onlyInt: true }));
    counts.fields.add(new NumberField({ name: 'target80', min: 0, onlyInt: true }));
    app.save(counts);

    // Written by POST /api/greenlane/report alone.
    const read = `${live} && ${here} && (${role('planner', 'dispatcher', 'official', 'admin')} || ${own})`;
    app.save(
      new Collection({
        type: 'base',
        name: 'reports',
        fields: [
          text('area', { required: true, max: 80 }),
          // `<facilityId>/<reportedOn>`
          text('key', { required: true, max: 220 }),
          text('unit', { required: true, max: 200 }),
          text('facilityId', { required: true, max: 200 }),
          text('reportedOn', { required: true, pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
          text('reportedAt', { required: true }),
          text('reportedBy', { max: 120 }),
          { type: 'bool', name: 'noChange' },
          count('sent'),
          text('rulePackId'),
          text('rulePackVersion'),
          { type: 'json', name: 'content', maxSize: 500000 }
        ].concat(stamps),
        indexes: [
          'CREATE UNIQUE INDEX idx_reports_day ON reports (area, facilityId, reportedOn)',
          'CREATE INDEX idx_reports_unit ON reports (area, unit, reportedOn)'
        ],
        listRule: read,
        viewRule: read
      })
    );

    // Answers by the key of the command; nobody reads it but the route that wrote it.
    app.save(
      new Collection({
        type: 'base',
        name: 'commands_done',
        fields: [
          text('key', { required: true, max: 100 }),
          text('user', { required: true, max: 40 }),
          text('verb', { required: true, max: 60 }),
          text('digest', { required: true, max: 64 }),
          { type: 'json', name: 'answer', maxSize: 200000 }
        ].concat(stamps),
        indexes: [
          'CREATE UNIQUE INDEX idx_commands_done_key ON commands_done (key)',
          'CREATE INDEX idx_commands_done_created ON commands_done (created)'
        ]
      })
    );
  },
  (app) => {
    for (const name of ['commands_done', 'reports']) app.delete(app.findCollectionByNameOrId(name));
    for (const [name, fields] of [
      ['facilities', ['oxygenBeds', 'openingHours', 'feverHours']],
      ['people_counts', ['vaccinated80', 'target80']]
    ]) {
      const collection = app.findCollectionByNameOrId(name);
      for (const field of fields) collection.fields.removeByName(field);
      app.save(collection);
    }
  }
);
