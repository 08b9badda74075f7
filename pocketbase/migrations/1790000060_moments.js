/// <reference path="../pb_data/types.d.ts" />
/**
 * When doses, a vehicle's state and a site's beds last changed, beside what a site counted itself: a report made before
 * that and sent later leaves them alone. Kept by hooks/lib/moments.js; empty until the first change.
 */
migrate(
  (app) => {
    const columns = { stock: 'movedAt', vehicles: 'statusAt', facilities: 'bedsAt' };
    for (const name of Object.keys(columns)) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.add(new TextField({ name: columns[name], max: 40 }));
      app.save(collection);
    }
  },
  (app) => {
    const columns = { stock: 'movedAt', vehicles: 'statusAt', facilities: 'bedsAt' };
    for (const name of Object.keys(columns)) {
      const collection = app.findCollectionByNameOrId(name);
      collection.fields.removeByName(columns[name]);
      app.save(collection);
    }
  }
);
