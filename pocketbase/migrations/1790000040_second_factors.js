/// <reference path="../pb_data/types.d.ts" />
/** A second factor at sign-in: a secret, enciphered by a key outside the database, and hashes of the recovery codes. */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    app.save(
      new Collection({
        type: 'base',
        name: 'second_factors',
        fields: [
          text('user', { required: true, max: 40 }),
          text('cipher', { required: true, max: 500 }),
          text('confirmedAt', { max: 40 }),
          { type: 'number', name: 'lastStep', onlyInt: true },
          { type: 'json', name: 'recovery', maxSize: 4000 },
          { type: 'autodate', name: 'created', onCreate: true }
        ],
        indexes: ['CREATE UNIQUE INDEX idx_second_factors_user ON second_factors (user)']
      })
    );
    const users = app.findCollectionByNameOrId('users');
    users.fields.add(new BoolField({ name: 'secondFactor' }));
    app.save(users);
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId('second_factors'));
    const users = app.findCollectionByNameOrId('users');
    users.fields.removeByName('secondFactor');
    app.save(users);
  }
);
