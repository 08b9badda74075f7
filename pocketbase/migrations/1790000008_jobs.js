/// <reference path="../pb_data/types.d.ts" />
/** Own roads: an extract on its way from upload to the pack that replaces the old one. Only the server writes progress. */
migrate(
  (app) => {
    const text = (name, more) => Object.assign({ type: 'text', name }, more);
    const json = (name, maxSize) => ({ type: 'json', name, maxSize });
    const choice = (name, values, required) => ({ type: 'select', name, values, maxSelect: 1, required });
    const admin =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && @request.auth.role = "admin"';
    app.save(
      new Collection({
        type: 'base',
        name: 'jobs',
        fields: [
          text('area', { required: true, max: 63, pattern: '^[a-z0-9][a-z0-9-]*$' }),
          text('key', { required: true, max: 200 }),
          choice('kind', ['roads'], true),
          json('names', 2000),
          { type: 'file', name: 'file', maxSelect: 1, maxSize: 2147483648, protected: true },
          text('serverPath', { max: 1000 }),
          text('source', { max: 300 }),
          choice('status', ['queued', 'running', 'failed', 'ready', 'switched'], true),
          text('phase', { max: 40 }),
          { type: 'number', name: 'share', min: 0, max: 1 },
          text('fault', { max: 40 }),
          text('faultDetail', { max: 3000 }),
          json('findings', 2000000),
          choice('wanted', ['switch', 'cancel'], false),
          text('built', { max: 64 }),
          text('by', { max: 60 }),
          { type: 'autodate', name: 'created', onCreate: true },
          { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
        ],
        indexes: ['CREATE UNIQUE INDEX idx_jobs_key ON jobs (key)', 'CREATE INDEX idx_jobs_status ON jobs (status)'],
        listRule: admin,
        viewRule: admin,
        createRule: admin,
        deleteRule: admin
      })
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId('jobs'))
);
