/// <reference path="../pb_data/types.d.ts" />
/** Behind the HTTPS front, limits and logs go by the client's address; hooks/lib/gate.js admits it from the front alone. */
migrate(
  (app) => {
    const settings = app.settings();
    settings.trustedProxy.headers = ['X-Greenlane-Client'];
    app.save(settings);
  },
  (app) => {
    const settings = app.settings();
    settings.trustedProxy.headers = [];
    app.save(settings);
  }
);
