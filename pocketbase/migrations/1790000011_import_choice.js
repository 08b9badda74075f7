/// <reference path="../pb_data/types.d.ts" />
/** How the file of an import was read and what a person decided: with it another screen goes on as the first one would. */
migrate(
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    imports.fields.add(new JSONField({ name: 'choice', maxSize: 4000000 }));
    app.save(imports);
  },
  (app) => {
    const imports = app.findCollectionByNameOrId('imports');
    imports.fields.removeByName('choice');
    app.save(imports);
  }
);
