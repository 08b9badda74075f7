/// <reference path="../pb_data/types.d.ts" />
/**
 * Every route, guard and header. A handler sees nothing of this file's scope, so each loads what it needs.
 * The middleware must stay one: each JS frame around a request holds an interpreter for as long as the request lasts.
 */
routerUse(
  new Middleware(
    (e) => {
      require(`${__hooks}/lib/headers.js`).set(e);
      require(`${__hooks}/lib/gate.js`).check(e);
      return e.next();
    },
    -1005,
    'greenlaneGate'
  )
);

routerAdd('GET', '/api/greenlane/mode', (e) => require(`${__hooks}/lib/demo.js`).mode(e));
routerAdd('POST', '/api/greenlane/demo/{role}', (e) => require(`${__hooks}/lib/demo.js`).signIn(e));
routerAdd('POST', '/api/greenlane/password', (e) => require(`${__hooks}/lib/password.js`).change(e));
routerAdd('POST', '/api/greenlane/second-factor/{act}', (e) => require(`${__hooks}/lib/second-factor.js`).act(e));
routerAdd('POST', '/api/greenlane/invitations', (e) => require(`${__hooks}/lib/invitations.js`).create(e));
routerAdd('DELETE', '/api/greenlane/invitations/{id}', (e) => require(`${__hooks}/lib/invitations.js`).remove(e));
routerAdd('POST', '/api/greenlane/invitations/look', (e) => require(`${__hooks}/lib/invitations.js`).look(e));
routerAdd('POST', '/api/greenlane/invitations/accept', (e) => require(`${__hooks}/lib/invitations.js`).accept(e));
routerAdd('POST', '/api/greenlane/report', (e) => require(`${__hooks}/lib/report.js`).send(e));
routerAdd('GET', '/api/greenlane/people-counts', (e) => require(`${__hooks}/lib/mask.js`).counts(e));
routerAdd('GET', '/api/greenlane/areas', (e) => require(`${__hooks}/lib/packs.js`).areas(e));
routerAdd('GET', '/api/greenlane/pack/{area}/{file}', (e) => require(`${__hooks}/lib/packs.js`).packFile(e));
routerAdd('GET', '/api/greenlane/jobs/files', (e) => require(`${__hooks}/lib/jobs.js`).files(e));
routerAdd('POST', '/api/greenlane/jobs/{id}/{act}', (e) => require(`${__hooks}/lib/jobs.js`).act(e));
routerAdd('POST', '/api/greenlane/imports', (e) => require(`${__hooks}/lib/imports.js`).start(e));
routerAdd('GET', '/api/greenlane/imports/{id}', (e) => require(`${__hooks}/lib/imports.js`).state(e));
routerAdd('POST', '/api/greenlane/imports/{id}/rows', (e) => require(`${__hooks}/lib/imports.js`).rows(e));
routerAdd('POST', '/api/greenlane/imports/{id}/finish', (e) => require(`${__hooks}/lib/imports.js`).finish(e));
routerAdd('POST', '/api/greenlane/imports/{id}/undo', (e) => require(`${__hooks}/lib/imports.js`).undo(e));
routerAdd('POST', '/api/greenlane/referrals', (e) => require(`${__hooks}/lib/operations/referrals.js`).create(e));
routerAdd('POST', '/api/greenlane/referrals/{key}/{verb}', (e) =>
  require(`${__hooks}/lib/operations/referrals.js`).act(e)
);
routerAdd('GET', '/api/greenlane/referrals/{key}/personal', (e) =>
  require(`${__hooks}/lib/operations/referrals.js`).personal(e)
);
routerAdd('GET', '/api/greenlane/referrals/{key}/history', (e) =>
  require(`${__hooks}/lib/operations/history.js`).read(e)
);
routerAdd('POST', '/api/greenlane/assignments', (e) => require(`${__hooks}/lib/operations/assignments.js`).create(e));
routerAdd('POST', '/api/greenlane/assignments/{key}/{verb}', (e) =>
  require(`${__hooks}/lib/operations/assignments.js`).act(e)
);
routerAdd('POST', '/api/greenlane/allocations', (e) => require(`${__hooks}/lib/operations/allocations.js`).create(e));
routerAdd('POST', '/api/greenlane/allocations/{key}/{verb}', (e) =>
  require(`${__hooks}/lib/operations/allocations.js`).act(e)
);
routerAdd('POST', '/api/greenlane/vehicles/{key}/{verb}', (e) =>
  require(`${__hooks}/lib/operations/vehicles.js`).act(e)
);
routerAdd('POST', '/api/greenlane/positions', (e) => require(`${__hooks}/lib/operations/positions.js`).send(e));
routerAdd('POST', '/api/greenlane/driver-links', (e) => require(`${__hooks}/lib/operations/driver-links.js`).open(e));
routerAdd('GET', '/api/greenlane/driver-links/{vehicle}', (e) =>
  require(`${__hooks}/lib/operations/driver-links.js`).read(e)
);
routerAdd('DELETE', '/api/greenlane/driver-links/{vehicle}', (e) =>
  require(`${__hooks}/lib/operations/driver-links.js`).withdraw(e)
);
routerAdd('GET', '/api/greenlane/drive/order', (e) => require(`${__hooks}/lib/operations/drive.js`).order(e));
routerAdd('GET', '/api/greenlane/drive/places', (e) => require(`${__hooks}/lib/operations/drive.js`).places(e));
routerAdd('POST', '/api/greenlane/drive/positions', (e) => require(`${__hooks}/lib/operations/drive.js`).position(e));
routerAdd('POST', '/api/greenlane/drive/duty', (e) => require(`${__hooks}/lib/operations/drive.js`).duty(e));
routerAdd('POST', '/api/greenlane/drive/assignments/{key}/{verb}', (e) =>
  require(`${__hooks}/lib/operations/drive.js`).act(e)
);
routerAdd('GET', '/api/greenlane/refusals', (e) => require(`${__hooks}/lib/operations/refusals.js`).read(e));
routerAdd('GET', '/api/greenlane/audit/head', (e) => require(`${__hooks}/lib/operations/audit.js`).readHead(e));
routerAdd('GET', '/api/greenlane/keeping', (e) => require(`${__hooks}/lib/keeping.js`).read(e));
routerAdd('GET', '/basemap/{area}/{file}', (e) => require(`${__hooks}/lib/packs.js`).basemapFile(e));
routerAdd('POST', '/api/greenlane/internal/{act}', (e) => require(`${__hooks}/lib/internal.js`).handle(e));
routerAdd('GET', '/{path...}', (e) => require(`${__hooks}/lib/static.js`).serve(e));

onRecordCreateRequest(
  (e) => require(`${__hooks}/lib/guard.js`).create(e),
  'areas',
  'townships',
  'villages',
  'facilities',
  'alliances',
  'vehicles',
  'crews',
  'medicines',
  'stock',
  'suppliers',
  'people_counts',
  'closures',
  'scenarios',
  'rule_packs',
  'zones',
  'posts',
  'duty_shifts',
  'known_times'
);
onRecordUpdateRequest(
  (e) => require(`${__hooks}/lib/guard.js`).update(e),
  'areas',
  'townships',
  'villages',
  'facilities',
  'alliances',
  'vehicles',
  'crews',
  'medicines',
  'stock',
  'suppliers',
  'people_counts',
  'closures',
  'scenarios',
  'rule_packs',
  'zones',
  'posts',
  'duty_shifts',
  'known_times'
);
onRecordValidate(
  (e) => {
    require(`${__hooks}/lib/moments.js`).keep(e.record);
    require(`${__hooks}/lib/validate.js`).check(e.app, e.record);
    return e.next();
  },
  'townships',
  'villages',
  'facilities',
  'alliances',
  'vehicles',
  'crews',
  'medicines',
  'stock',
  'suppliers',
  'people_counts',
  'closures',
  'scenarios',
  'rule_packs',
  'zones',
  'posts',
  'duty_shifts',
  'known_times'
);
onRecordDelete((e) => require(`${__hooks}/lib/rule-packs.js`).remove(e), 'rule_packs');
onRecordDeleteRequest(
  (e) => require(`${__hooks}/lib/guard.js`).remove(e),
  'townships',
  'villages',
  'facilities',
  'alliances',
  'vehicles',
  'crews',
  'closures',
  'medicines',
  'suppliers'
);
onRecordCreateRequest((e) => require(`${__hooks}/lib/jobs.js`).create(e), 'jobs');
onRecordDeleteRequest((e) => require(`${__hooks}/lib/jobs.js`).remove(e), 'jobs');
onRecordCreateRequest((e) => require(`${__hooks}/lib/users.js`).create(e), 'users');
onRecordUpdateRequest((e) => require(`${__hooks}/lib/users.js`).update(e), 'users');
onRecordDeleteRequest((e) => require(`${__hooks}/lib/users.js`).remove(e), 'users');
onRecordAuthWithPasswordRequest((e) => require(`${__hooks}/lib/users.js`).withPassword(e), 'users');
onRecordAuthRequest((e) => require(`${__hooks}/lib/users.js`).signedIn(e), 'users');
cronAdd('greenlaneForget', '17 3 * * *', () => require(`${__hooks}/lib/once.js`).forget($app));
cronAdd('greenlanePersonal', '41 3 * * *', () => require(`${__hooks}/lib/operations/personal.js`).round($app));
cronAdd('greenlaneImports', '* * * * *', () => require(`${__hooks}/lib/imports.js`).showPaused($app));
onRecordEnrich((e) => require(`${__hooks}/lib/mask.js`).enrich(e), 'people_counts', 'reports');
onRecordsListRequest((e) => require(`${__hooks}/lib/mask.js`).checkList(e));
onRealtimeSubscribeRequest((e) => require(`${__hooks}/lib/mask.js`).checkSubscriptions(e));
