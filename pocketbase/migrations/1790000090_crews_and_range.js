/// <reference path="../pb_data/types.d.ts" />
/**
 * When the shift of a crew ends and how far a vehicle goes: empty and null where nobody knows. Planners, who bring the
 * vehicles of a county in, may bring their crews as well.
 */
migrate(
  (app) => {
    const crews = app.findCollectionByNameOrId('crews');
    crews.fields.add(new TextField({ name: 'shiftEndsAt', max: 40 }));
    const rule =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && ' +
      '(@request.auth.role = "planner" || @request.auth.role = "dispatcher" || @request.auth.role = "admin")';
    for (const name of ['createRule', 'updateRule', 'deleteRule']) crews[name] = rule;
    app.save(crews);
    const vehicles = app.findCollectionByNameOrId('vehicles');
    vehicles.fields.add(new JSONField({ name: 'rangeKm', maxSize: 40 }));
    app.save(vehicles);
  },
  (app) => {
    const crews = app.findCollectionByNameOrId('crews');
    crews.fields.removeByName('shiftEndsAt');
    const rule =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && ' +
      '((@request.auth.role = "dispatcher" || @request.auth.role = "admin"))';
    for (const name of ['createRule', 'updateRule', 'deleteRule']) crews[name] = rule;
    app.save(crews);
    const vehicles = app.findCollectionByNameOrId('vehicles');
    vehicles.fields.removeByName('rangeKm');
    app.save(vehicles);
  }
);
