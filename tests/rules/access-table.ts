/**
 * Who may do what: the one table from which the tests drive the real server. P planner, D dispatcher, O official,
 * R reporter, A admin, `*` anyone. `R@own` = only records of the own unit; `P@hand` = only records made by hand;
 * `@self` = only the own account; `@travel` = only travel tables. Signed-out, not-yet-changed and disabled accounts may do nothing in any collection.
 * Everybody keeps to the own area.
 */
export type Grant = string;
export interface Access {
  read: Grant;
  create: Grant;
  update: Grant;
  delete: Grant;
}

const NOTHING: Access = { read: '', create: '', update: '', delete: '' };

export const COLLECTION_ACCESS: Record<string, Access> = {
  areas: { read: 'P D O R A', create: '', update: '', delete: '' },
  townships: { read: 'P D O R A', create: 'P A', update: 'A', delete: 'A' },
  villages: { read: 'P D O R A', create: 'P A', update: 'P A', delete: 'P@hand A' },
  facilities: { read: 'P D O R A', create: 'P A', update: 'P A R@own', delete: 'P@hand A' },
  alliances: { read: 'P D O R A', create: 'P A', update: 'P A', delete: 'P A' },
  vehicles: { read: 'P D O R@own A', create: 'P A', update: 'P D R@own A', delete: 'P@hand A' },
  crews: { read: 'P D O R@own A', create: 'P D A', update: 'P D A', delete: 'P D A' },
  medicines: { read: 'P D O R A', create: 'A', update: 'A', delete: 'A' },
  stock: { read: 'P D O R@own A', create: 'R@own A', update: 'R@own A', delete: 'A' },
  suppliers: { read: 'P D O R A', create: 'P A', update: 'P A', delete: 'P A' },
  people_counts: { read: 'P D O R@own A', create: 'R@own A', update: 'R@own A', delete: 'A' },
  closures: { read: 'P D O R A', create: 'P D A', update: 'P D A', delete: 'P D A' },
  scenarios: { read: 'P D O R@travel A', create: 'P A', update: 'P A', delete: 'P A' },
  rule_packs: { read: 'P D O R A', create: 'A', update: 'A', delete: 'A' },
  zones: { read: 'P D O R A', create: 'P A', update: 'P A', delete: 'P A' },
  posts: { read: 'P D O R A', create: 'R@own A', update: 'R@own A', delete: 'R@own A' },
  duty_shifts: { read: 'P D O R A', create: 'D R@own A', update: 'D R@own A', delete: 'D R@own A' },
  known_times: { read: 'P D O R A', create: 'P D R@own A', update: 'P D R@own A', delete: 'P D R@own A' },
  reports: { read: 'P D O R@own A', create: '', update: '', delete: '' },
  // A reporter's own are those whose first facility, target, vehicle or source is of the unit; all written by routes alone.
  referrals: { read: 'P D O R@own A', create: '', update: '', delete: '' },
  assignments: { read: 'P D O R@own A', create: '', update: '', delete: '' },
  allocations: { read: 'P D O R@own A', create: '', update: '', delete: '' },
  events: { read: 'O A', create: '', update: '', delete: '' },
  case_personal: NOTHING,
  commands_done: NOTHING,
  jobs: { read: 'A', create: 'A', update: '', delete: 'A' },
  imports: { read: 'P A', create: '', update: '', delete: '' },
  import_chunks: NOTHING,
  tides: { read: 'P D O R A', create: '', update: '', delete: '' },
  heartbeats: { read: 'P D O R A', create: '', update: '', delete: '' },
  users: { read: 'P@self D@self O@self R@self A', create: 'A', update: 'A', delete: 'A' },
  second_factors: NOTHING,
  driver_links: NOTHING,
  invitations: { read: 'A', create: '', update: '', delete: '' },
  _superusers: NOTHING,
  _authOrigins: NOTHING,
  _externalAuths: NOTHING,
  _mfas: NOTHING,
  _otps: NOTHING
};

/** Our own routes but those of operations: who gets an answer (2xx). `out` is the signed-out; `pending` must change the password first. */
export const ROUTE_ACCESS: Record<string, { sample: string; allowed: string }> = {
  'GET /api/greenlane/mode': { sample: '/api/greenlane/mode', allowed: 'out pending disabled P D O R A' },
  'POST /api/greenlane/demo/{role}': { sample: '/api/greenlane/demo/admin', allowed: '' },
  'POST /api/greenlane/password': { sample: '/api/greenlane/password', allowed: '' },
  'POST /api/greenlane/second-factor/{act}': { sample: '/api/greenlane/second-factor/begin', allowed: '' },
  'POST /api/greenlane/invitations': { sample: '/api/greenlane/invitations', allowed: '' },
  'DELETE /api/greenlane/invitations/{id}': { sample: '/api/greenlane/invitations/none', allowed: '' },
  'POST /api/greenlane/invitations/look': { sample: '/api/greenlane/invitations/look', allowed: '' },
  'POST /api/greenlane/invitations/accept': { sample: '/api/greenlane/invitations/accept', allowed: '' },
  'POST /api/greenlane/report': { sample: '/api/greenlane/report', allowed: '' },
  'GET /api/greenlane/people-counts': { sample: '/api/greenlane/people-counts?area=tiny', allowed: 'P D O R A' },
  'GET /api/greenlane/areas': { sample: '/api/greenlane/areas', allowed: 'P D O R A' },
  'GET /api/greenlane/pack/{area}/{file}': { sample: '/api/greenlane/pack/tiny/network.bin', allowed: 'P D O R A' },
  'GET /api/greenlane/jobs/files': { sample: '/api/greenlane/jobs/files', allowed: 'A' },
  'POST /api/greenlane/jobs/{id}/{act}': { sample: '/api/greenlane/jobs/none/switch', allowed: '' },
  'POST /api/greenlane/imports': { sample: '/api/greenlane/imports', allowed: '' },
  'GET /api/greenlane/imports/{id}': { sample: '/api/greenlane/imports/none', allowed: '' },
  'POST /api/greenlane/imports/{id}/rows': { sample: '/api/greenlane/imports/none/rows', allowed: '' },
  'POST /api/greenlane/imports/{id}/finish': { sample: '/api/greenlane/imports/none/finish', allowed: '' },
  'POST /api/greenlane/imports/{id}/undo': { sample: '/api/greenlane/imports/none/undo', allowed: '' },
  'GET /api/greenlane/refusals': { sample: '/api/greenlane/refusals?area=tiny', allowed: 'P D O A' },
  'GET /api/greenlane/audit/head': { sample: '/api/greenlane/audit/head', allowed: 'O A' },
  'GET /api/greenlane/keeping': { sample: '/api/greenlane/keeping', allowed: 'A' },
  'GET /basemap/{area}/{file}': { sample: '/basemap/tiny/basemap.pmtiles', allowed: 'out pending disabled P D O R A' },
  'POST /api/greenlane/internal/{act}': { sample: '/api/greenlane/internal/state', allowed: '' },
  'GET /{path...}': { sample: '/plan', allowed: 'out pending disabled P D O R A' }
};

/**
 * Who asks a route of operations. `R1` reports for the unit of the first facility, of the vehicle and of the site that asks
 * for goods, `R2` for the target's, `R3` for another; `link` bears the vehicle's link and no account, `ended` one that was
 * withdrawn.
 */
export const SEATS = ['out', 'pending', 'disabled', 'P', 'D', 'O', 'R1', 'R2', 'R3', 'A', 'link', 'ended'] as const;
export type Seat = (typeof SEATS)[number];

/**
 * The status of each route of operations by seat, asked for what would be done for those who may, about records that are
 * there: 401 who is not known, 403 whose place it is not, 404 what is not shown to them. What verbs, states and stages add is
 * driven cell by cell in operations-table.test.ts.
 */
export const OPERATIONS_ACCESS: Record<string, string> = {
  // Seats:                                            out pen dis P   D   O   R1  R2  R3  A   link ended
  'POST /api/greenlane/referrals': '401 403 401 403 200 403 200 403 403 200 401 401',
  'POST /api/greenlane/referrals/{key}/{verb}': '401 403 401 403 200 403 403 200 404 200 401 401',
  'GET /api/greenlane/referrals/{key}/personal': '401 403 401 403 200 403 200 200 404 200 401 401',
  'GET /api/greenlane/referrals/{key}/history': '401 403 401 200 200 200 200 200 404 200 401 401',
  'POST /api/greenlane/assignments': '401 403 401 403 200 403 403 403 404 200 401 401',
  'POST /api/greenlane/assignments/{key}/{verb}': '401 403 401 403 200 403 200 403 404 200 401 401',
  'POST /api/greenlane/allocations': '401 403 401 200 200 403 200 403 403 200 401 401',
  'POST /api/greenlane/allocations/{key}/{verb}': '401 403 401 200 200 403 403 404 404 200 401 401',
  'POST /api/greenlane/vehicles/{key}/{verb}': '401 403 401 403 200 403 200 404 404 200 401 401',
  'POST /api/greenlane/positions': '401 403 401 403 200 403 200 404 404 200 401 401',
  'POST /api/greenlane/driver-links': '401 403 401 403 200 403 200 404 404 200 401 401',
  'GET /api/greenlane/driver-links/{vehicle}': '401 403 401 403 200 403 200 404 404 200 401 401',
  'DELETE /api/greenlane/driver-links/{vehicle}': '401 403 401 403 200 403 200 404 404 200 401 401',
  'GET /api/greenlane/drive/order': '401 401 401 401 401 401 401 401 401 401 200 401',
  'GET /api/greenlane/drive/places': '401 401 401 401 401 401 401 401 401 401 200 401',
  'POST /api/greenlane/drive/positions': '401 401 401 401 401 401 401 401 401 401 200 401',
  'POST /api/greenlane/drive/duty': '401 401 401 401 401 401 401 401 401 401 200 401',
  'POST /api/greenlane/drive/assignments/{key}/{verb}': '401 401 401 401 401 401 401 401 401 401 200 401'
};
