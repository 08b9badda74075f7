/// <reference path="../pb_data/types.d.ts" />
/**
 * Imports of tables: what was brought, by whom, how far it got, and per chunk what takes it back. Of one kind there is
 * one open import in an area; the index sees to it even where two begin at the same moment.
 */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const json = (name, maxSize) => ({ type: 'json', name, maxSize });
    const count = (name) => ({ type: 'number', name, min: 0, onlyInt: true });
    const choice = (name, values) => ({ type: 'select', name, values, maxSelect: 1, required: true });
    const stamps = [
      { type: 'autodate', name: 'created', onCreate: true },
      { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
    ];
    const read =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && ' +
      '(@request.auth.role = "planner" || @request.auth.role = "admin")';
    app.save(
      new Collection({
        type: 'base',
        name: 'imports',
        fields: [
          text('area', { required: true, max: 80 }),
          text('key', { required: true, max: 200 }),
          text('fileName', { max: 300 }),
          text('digest', { max: 100 }),
          choice('kind', ['villages', 'facilities', 'people', 'stock', 'suppliers', 'vehicles']),
          json('mapping', 200000),
          text('crs', { max: 20 }),
          json('counts', 20000),
          choice('status', ['open', 'applied', 'undone']),
          text('by', { required: true, max: 60 }),
          text('byName', { max: 120 }),
          text('lastAt', { max: 40 }),
          count('next'),
          json('written', 20000)
        ].concat(stamps),
        indexes: [
          'CREATE UNIQUE INDEX idx_imports_area_key ON imports (area, key)',
          "CREATE UNIQUE INDEX idx_imports_open ON imports (area, kind) WHERE status = 'open'",
          'CREATE INDEX idx_imports_area_created ON imports (area, created)'
        ],
        listRule: read,
        viewRule: read
      })
    );
    app.save(
      new Collection({
        type: 'base',
        name: 'import_chunks',
        fields: [
          text('import', { required: true, max: 60 }),
          count('sequence'),
          text('digest', { max: 100 }),
          json('inverse', 20000000),
          json('result', 2000000),
          { type: 'bool', name: 'undone' },
          json('left', 2000000)
        ].concat(stamps),
        indexes: ['CREATE UNIQUE INDEX idx_import_chunks_sequence ON import_chunks (import, sequence)']
      })
    );
  },
  (app) => {
    for (const name of ['import_chunks', 'imports']) app.delete(app.findCollectionByNameOrId(name));
  }
);
