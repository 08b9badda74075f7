/// <reference path="../pb_data/types.d.ts" />
/** Accounts come by invitation: a one-time code, of which only the hash is kept. And when an account last signed in. */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const admin =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && @request.auth.role = "admin"';
    app.save(
      new Collection({
        type: 'base',
        name: 'invitations',
        fields: [
          text('codeHash', { required: true, hidden: true, max: 64 }),
          {
            type: 'select',
            name: 'role',
            values: ['planner', 'dispatcher', 'official', 'reporter', 'admin'],
            maxSelect: 1,
            required: true
          },
          text('unit', { required: true, max: 200 }),
          text('area', { required: true, max: 80 }),
          text('name', { max: 120 }),
          text('account', { max: 40 }),
          text('expiresAt', { required: true }),
          text('usedAt'),
          text('usedBy', { max: 60 }),
          text('revokedAt'),
          text('by', { required: true, max: 60 }),
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_invitations_code ON invitations (codeHash)',
          'CREATE INDEX idx_invitations_account ON invitations (account)'
        ],
        listRule: admin,
        viewRule: admin
      })
    );

    const users = app.findCollectionByNameOrId('users');
    users.fields.add(new TextField({ name: 'signedInAt' }));
    app.save(users);

    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules));
    for (const label of ['accept', 'look']) {
      rules.push({
        label: `POST /api/greenlane/invitations/${label}`,
        audience: '',
        maxRequests: 20,
        duration: 60
      });
    }
    settings.rateLimits.rules = rules;
    app.save(settings);
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId('invitations'));
    const users = app.findCollectionByNameOrId('users');
    users.fields.removeByName('signedInAt');
    app.save(users);
    const settings = app.settings();
    settings.rateLimits.rules = JSON.parse(JSON.stringify(settings.rateLimits.rules)).filter(
      ({ label }) => !label.includes('/invitations/')
    );
    app.save(settings);
  }
);
