/// <reference path="../pb_data/types.d.ts" />
/**
 * Who may import villages may make the township they lie in, in the own area: a county that brings its own roads has
 * none but derived ones. To change and to delete townships stays with administrators.
 */
migrate(
  (app) => {
    const townships = app.findCollectionByNameOrId('townships');
    townships.createRule =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && ' +
      '(@request.auth.role = "planner" || @request.auth.role = "admin")';
    app.save(townships);
  },
  (app) => {
    const townships = app.findCollectionByNameOrId('townships');
    townships.createRule =
      '@request.auth.id != "" && @request.auth.mustChange = false && @request.auth.disabled = false && ' +
      '(@request.auth.area = area || @request.auth.area = "*") && @request.auth.role = "admin"';
    app.save(townships);
  }
);
