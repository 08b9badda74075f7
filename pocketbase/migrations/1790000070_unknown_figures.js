/// <reference path="../pb_data/types.d.ts" />
/** Names of the figures of a village or a site that nobody entered. Empty for what is on record: all of it was known. */
migrate(
  (app) => {
    for (const name of ['people_counts', 'facilities']) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.add(new JSONField({ name: 'unknown', maxSize: 2000 }));
      app.save(collection);
    }
  },
  (app) => {
    for (const name of ['people_counts', 'facilities']) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.removeByName('unknown');
      app.save(collection);
    }
  }
);
