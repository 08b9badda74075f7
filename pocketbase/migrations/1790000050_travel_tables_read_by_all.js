/// <reference path="../pb_data/types.d.ts" />
/**
 * What travel times rest on is read by everybody of the area: a reporter who is shown neither the table in force nor the
 * known times of other units would reckon other figures than the county. Plans stay with the county.
 */
migrate(
  (app) => {
    const everyone =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*")';
    const rules = {
      scenarios: `${everyone} && (@request.auth.role != "reporter" || kind = "travel")`,
      known_times: everyone
    };
    for (const name of Object.keys(rules)) {
      const collection = app.findCollectionByNameOrId(name);
      collection.listRule = rules[name];
      collection.viewRule = rules[name];
      app.save(collection);
    }
  },
  (app) => {
    const everyone =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*")';
    const rules = {
      scenarios: `${everyone} && @request.auth.role != "reporter"`,
      known_times: `${everyone} && (@request.auth.role != "reporter" || @request.auth.unit = unit)`
    };
    for (const name of Object.keys(rules)) {
      const collection = app.findCollectionByNameOrId(name);
      collection.listRule = rules[name];
      collection.viewRule = rules[name];
      app.save(collection);
    }
  }
);
