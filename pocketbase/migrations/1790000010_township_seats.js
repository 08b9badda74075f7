/// <reference path="../pb_data/types.d.ts" />
/** Where a township is governed from: position, elevation and people of the place, with their source. */
migrate(
  (app) => {
    const townships = app.findCollectionByNameOrId('townships');
    townships.fields.add(new JSONField({ name: 'seat', maxSize: 20000 }));
    app.save(townships);
  },
  (app) => {
    const townships = app.findCollectionByNameOrId('townships');
    townships.fields.removeByName('seat');
    app.save(townships);
  }
);
