/// <reference path="../pb_data/types.d.ts" />
/**
 * How often the records of a collection have changed in an area: a screen whose line was cut asks here what it must fetch
 * anew. Kept by triggers, in the transaction of each write, whoever writes.
 */
migrate(
  (app) => {
    const followed = [
      'townships',
      'villages',
      'facilities',
      'alliances',
      'vehicles',
      'crews',
      'medicines',
      'stock',
      'suppliers',
      'people_counts',
      'closures',
      'scenarios',
      'rule_packs',
      'zones',
      'posts',
      'duty_shifts',
      'known_times'
    ];
    const read =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*")';
    app.save(
      new Collection({
        type: 'base',
        name: 'tides',
        fields: [
          { type: 'text', name: 'area', required: true, max: 80 },
          { type: 'text', name: 'name', required: true, max: 40 },
          { type: 'number', name: 'count', onlyInt: true }
        ],
        indexes: ['CREATE UNIQUE INDEX idx_tides_area_name ON tides (area, name)'],
        listRule: read,
        viewRule: read
      })
    );
    const run = (statement) => app.db().newQuery(statement).execute();
    const id = 'lower(hex(randomblob(7))) || abs(random() % 10)';
    const rise = (name, area) =>
      `INSERT INTO tides (id, area, name, count) VALUES (${id}, ${area}, '${name}', 1)
       ON CONFLICT (area, name) DO UPDATE SET count = count + 1;`;
    for (const name of followed) {
      run(`INSERT INTO tides (id, area, name, count) SELECT ${id}, area, '${name}', 1 FROM ${name} GROUP BY area`);
      run(`CREATE TRIGGER tides_${name}_create AFTER INSERT ON ${name} BEGIN ${rise(name, 'NEW.area')} END`);
      run(`CREATE TRIGGER tides_${name}_update AFTER UPDATE ON ${name} BEGIN ${rise(name, 'NEW.area')} END`);
      run(`CREATE TRIGGER tides_${name}_delete AFTER DELETE ON ${name} BEGIN ${rise(name, 'OLD.area')} END`);
    }
    // So that every area has a line, and an empty answer says that the sign-in is not known.
    run(`INSERT INTO tides (id, area, name, count) SELECT ${id}, key, 'areas', 1 FROM areas`);
    run(`CREATE TRIGGER tides_areas_create AFTER INSERT ON areas BEGIN ${rise('areas', 'NEW.key')} END`);
  },
  (app) => {
    const names = arrayOf(new DynamicModel({ name: '' }));
    app
      .db()
      .newQuery("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'tides\\_%' ESCAPE '\\'")
      .all(names);
    for (const { name } of names) app.db().newQuery(`DROP TRIGGER ${name}`).execute();
    app.delete(app.findCollectionByNameOrId('tides'));
  }
);
