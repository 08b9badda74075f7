/// <reference path="../pb_data/types.d.ts" />
/** Zones, posts, the duty roster, and travel times that somebody measured. */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const json = (name) => ({ type: 'json', name, maxSize: 20000 });
    const choice = (name, values) => ({ type: 'select', name, values, maxSelect: 1, required: true });
    const common = () => [
      text('area', { required: true, max: 80 }),
      text('key', { required: true, max: 200 }),
      text('unit', { required: true, max: 200 }),
      choice('origin', ['pack', 'sample', 'derived', 'hand']),
      json('editedFields'),
      { type: 'number', name: 'version', min: 0, onlyInt: true }
    ];
    const stamps = [
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
    ];

    const live = '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false';
    const here = '(@request.auth.area = area || @request.auth.area = "*")';
    const role = (...names) => '(' + names.map((name) => `@request.auth.role = "${name}"`).join(' || ') + ')';
    const own = '(@request.auth.role = "reporter" && @request.auth.unit = unit)';
    const county = role('planner', 'dispatcher', 'official', 'admin');
    const everyone = `${live} && ${here}`;
    const writers = (...parts) => `${live} && ${here} && (${parts.join(' || ')})`;

    const collections = {
      zones: {
        fields: [json('names'), text('facilityId'), json('townshipIds')],
        read: everyone,
        write: writers(role('planner', 'admin'))
      },
      posts: {
        fields: [
          choice('kind', [
            'township-hospital',
            'lead-hospital',
            'designated',
            'sub-designated',
            'counterpart',
            'vehicles',
            'grid',
            'responsible'
          ]),
          text('facilityId'),
          text('person', { max: 120 }),
          text('telephone', { max: 60 }),
          text('deputy', { max: 120 }),
          text('deputyTelephone', { max: 60 })
        ],
        read: everyone,
        write: writers(role('admin'), own)
      },
      duty_shifts: {
        fields: [
          text('person', { max: 120 }),
          text('telephone', { max: 60 }),
          text('startsAt', { required: true }),
          text('endsAt', { required: true })
        ],
        read: everyone,
        write: writers(role('dispatcher', 'admin'), own)
      },
      known_times: {
        fields: [
          text('villageId', { required: true }),
          text('facilityId', { required: true }),
          choice('vehicle', ['ambulance', 'ordinary', 'motorcycle', 'walking']),
          choice('season', ['dry', 'wet', 'snow']),
          { type: 'number', name: 'minutes', min: 0 },
          text('measuredOn', { required: true }),
          text('note', { max: 500 })
        ],
        read: `${everyone} && (${county} || ${own})`,
        write: writers(role('planner', 'dispatcher', 'admin'), own)
      }
    };
    for (const name of Object.keys(collections)) {
      const { fields, read, write } = collections[name];
      app.save(
        new Collection({
          type: 'base',
          name,
          fields: common().concat(fields, stamps),
          indexes: [
            `CREATE UNIQUE INDEX idx_${name}_area_key ON ${name} (area, key)`,
            `CREATE INDEX idx_${name}_area_unit ON ${name} (area, unit)`
          ],
          listRule: read,
          viewRule: read,
          createRule: write,
          updateRule: write,
          deleteRule: write
        })
      );
    }
  },
  (app) => {
    for (const name of ['known_times', 'duty_shifts', 'posts', 'zones']) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  }
);
