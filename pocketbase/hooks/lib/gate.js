/** The console (`/_/`, superusers) and the demo accounts exist only for requests straight from this machine. */
const { isLocalDirect } = require(`${__hooks}/lib/local.js`);

const CONSOLE_PATH = /^\/_(\/|$)/;

/** The client's address counts only from our own HTTPS front, which proves itself with this start's token. */
function trustFront(e) {
  const headers = e.request.header;
  if (!headers.get('X-Greenlane-Client')) return;
  const token = $os.getenv('GREENLANE_FRONT');
  if (!token || !$security.equal(token, headers.get('X-Greenlane-Front'))) headers.del('X-Greenlane-Client');
}

function check(e) {
  trustFront(e);
  const path = e.request.url.path;
  const auth = e.auth;
  const named = path.startsWith('/api/collections/') ? String(e.request.pathValue('collection')).toLowerCase() : '';
  const toConsole = CONSOLE_PATH.test(path) || named === '_superusers' || named === 'pbc_3142635823';
  const asConsole = !!auth && auth.isSuperuser();
  const asDemo = !!auth && !asConsole && auth.getBool('demo');
  if (!toConsole && !asConsole && !asDemo) return;
  if (isLocalDirect(e)) return;
  if (asDemo) throw new UnauthorizedError('Demo accounts work only on the machine that runs the server.');
  throw new NotFoundError();
}

module.exports = { check };
