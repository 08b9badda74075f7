/// <reference path="../pb_data/types.d.ts" />
/** Who published a rule pack and when; one version is published once in an area. */
migrate(
  (app) => {
    const packs = app.findCollectionByNameOrId('rule_packs');
    packs.fields.add(new TextField({ name: 'publishedAt' }));
    packs.fields.add(new TextField({ name: 'publishedBy', max: 120 }));
    packs.addIndex('idx_rule_packs_published', true, 'area, packVersion', 'active = 1');
    app.save(packs);
  },
  (app) => {
    const packs = app.findCollectionByNameOrId('rule_packs');
    packs.removeIndex('idx_rule_packs_published');
    for (const name of ['publishedAt', 'publishedBy']) packs.fields.removeByName(name);
    app.save(packs);
  }
);
