/// <reference path="../pb_data/types.d.ts" />
/**
 * Links that drivers open: of the secret only the hash is kept, tied to one vehicle. Nobody reads or writes them but the
 * routes. And the minutes that the sending desk reckoned, beside the assignment.
 */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    app.save(
      new Collection({
        type: 'base',
        name: 'driver_links',
        fields: [
          text('tokenHash', { required: true, hidden: true, max: 64 }),
          text('area', { required: true, max: 80 }),
          text('vehicleId', { required: true, max: 200 }),
          text('by', { required: true, max: 60 }),
          text('byName', { max: 120 }),
          text('expiresAt', { required: true, max: 40 }),
          text('endedAt', { max: 40 }),
          text('seenAt', { max: 40 }),
          text('restUntil', { max: 40 }),
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
        ],
        indexes: [
          'CREATE UNIQUE INDEX idx_driver_links_token ON driver_links (tokenHash)',
          "CREATE UNIQUE INDEX idx_driver_links_open ON driver_links (area, vehicleId) WHERE endedAt = ''"
        ]
      })
    );

    const assignments = app.findCollectionByNameOrId('assignments');
    assignments.fields.add(new JSONField({ name: 'expected', maxSize: 200 }));
    app.save(assignments);

    // By address, behind which many vehicles may stand; each link has a bucket of its own in the hooks.
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules));
    rules.push({ label: '/api/greenlane/drive/', audience: '', maxRequests: 1200, duration: 60 });
    settings.rateLimits.rules = rules;
    app.save(settings);
  },
  (app) => {
    app.delete(app.findCollectionByNameOrId('driver_links'));
    const assignments = app.findCollectionByNameOrId('assignments');
    assignments.fields.removeByName('expected');
    app.save(assignments);
    const settings = app.settings();
    settings.rateLimits.rules = JSON.parse(JSON.stringify(settings.rateLimits.rules)).filter(
      ({ label }) => label !== '/api/greenlane/drive/'
    );
    app.save(settings);
  }
);
