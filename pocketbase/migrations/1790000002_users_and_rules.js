/// <reference path="../pb_data/types.d.ts" />
/**
 * Users and who may do what. tests/rules/access-table.ts says the same in a table and is driven against the live
 * server; the guards in pocketbase/hooks narrow these rules further, field by field.
 */
migrate(
  (app) => {
    const users = app.findCollectionByNameOrId('users');
    users.fields.removeByName('avatar');
    users.fields.removeByName('name');
    users.fields.add(
      new TextField({ name: 'username', required: true, min: 2, max: 60, pattern: '^[a-z0-9][a-z0-9._-]*$' })
    );
    users.fields.add(new TextField({ name: 'name', max: 120 }));
    users.fields.add(
      new SelectField({
        name: 'role',
        values: ['planner', 'dispatcher', 'official', 'reporter', 'admin'],
        maxSelect: 1,
        required: true
      })
    );
    users.fields.add(new TextField({ name: 'unit', required: true, max: 200 }));
    users.fields.add(new TextField({ name: 'area', required: true, max: 80 }));
    users.fields.add(new BoolField({ name: 'mustChange' }));
    users.fields.add(new BoolField({ name: 'disabled' }));
    users.fields.add(new BoolField({ name: 'demo' }));
    users.fields.getByName('email').required = false;
    users.addIndex('idx_users_username', true, 'username', '');
    users.passwordAuth.enabled = true;
    users.passwordAuth.identityFields = ['username'];
    users.oauth2.enabled = false;
    users.otp.enabled = false;
    users.mfa.enabled = false;
    users.authAlert.enabled = false;
    users.authToken.duration = 12 * 3600;
    users.authRule = 'disabled = false';

    const live = '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false';
    const here = '(@request.auth.area = area || @request.auth.area = "*")';
    const role = (...names) => '(' + names.map((name) => `@request.auth.role = "${name}"`).join(' || ') + ')';
    const own = '(@request.auth.role = "reporter" && @request.auth.unit = unit)';
    const all = (...parts) => parts.join(' && ');
    const any = (...parts) => '(' + parts.join(' || ') + ')';

    const county = role('planner', 'dispatcher', 'official', 'admin');
    const everyone = all(live, here);
    const countyOrOwn = all(live, here, any(county, own));
    const write = (...parts) => all(live, here, any(...parts));
    const handMade = all(role('planner'), 'origin = "hand"');

    const rules = {
      areas: { read: all(live, '(@request.auth.area = key || @request.auth.area = "*")') },
      townships: { read: everyone, all: write(role('admin')) },
      villages: {
        read: everyone,
        create: write(role('planner', 'admin')),
        update: write(role('planner', 'admin')),
        delete: write(role('admin'), handMade)
      },
      facilities: {
        read: everyone,
        create: write(role('planner', 'admin')),
        update: write(role('planner', 'admin'), own),
        delete: write(role('admin'), handMade)
      },
      alliances: { read: everyone, all: write(role('planner', 'admin')) },
      vehicles: {
        read: countyOrOwn,
        create: write(role('planner', 'admin')),
        update: write(role('planner', 'dispatcher', 'admin'), own),
        delete: write(role('admin'), handMade)
      },
      crews: { read: countyOrOwn, all: write(role('dispatcher', 'admin')) },
      medicines: { read: everyone, all: write(role('admin')) },
      stock: {
        read: countyOrOwn,
        create: write(role('admin'), own),
        update: write(role('admin'), own),
        delete: write(role('admin'))
      },
      suppliers: { read: everyone, all: write(role('planner', 'admin')) },
      people_counts: {
        read: countyOrOwn,
        create: write(role('admin'), own),
        update: write(role('admin'), own),
        delete: write(role('admin'))
      },
      closures: { read: everyone, all: write(role('planner', 'dispatcher', 'admin')) },
      scenarios: { read: all(live, here, county), all: write(role('planner', 'admin')) },
      rule_packs: { read: everyone, all: write(role('admin')) },
      heartbeats: { read: live }
    };
    for (const name of Object.keys(rules)) {
      const rule = rules[name];
      const collection = app.findCollectionByNameOrId(name);
      collection.listRule = rule.read;
      collection.viewRule = rule.read;
      collection.createRule = rule.create || rule.all || null;
      collection.updateRule = rule.update || rule.all || null;
      collection.deleteRule = rule.delete || rule.all || null;
      app.save(collection);
    }

    const admin = all(live, here, role('admin'));
    users.listRule = any(all(live, 'id = @request.auth.id'), admin);
    users.viewRule = any('id = @request.auth.id', admin);
    users.createRule = admin;
    users.updateRule = admin;
    users.deleteRule = all(admin, 'id != @request.auth.id');
    users.manageRule = admin;
    app.save(users);

    const settings = app.settings();
    settings.meta.appName = 'Greenlane';
    settings.batch.enabled = true;
    settings.batch.maxRequests = 50;
    settings.batch.timeout = 5;
    settings.rateLimits.enabled = true;
    settings.rateLimits.rules = [
      { label: '*:auth', audience: '', maxRequests: 100, duration: 60 },
      { label: 'POST /api/greenlane/password', audience: '', maxRequests: 20, duration: 60 }
    ];
    app.save(settings);
  },
  (app) => {
    const users = app.findCollectionByNameOrId('users');
    for (const name of ['username', 'role', 'unit', 'area', 'mustChange', 'disabled', 'demo'])
      users.fields.removeByName(name);
    app.save(users);
  }
);
