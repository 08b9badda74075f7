/** Area packs: manifests and data for signed-in users, basemap and relief for everyone. */
const BASEMAP_FILES = ['basemap.pmtiles', 'relief.png'];
const PACK_FILES = [
  'manifest.json',
  'network.bin',
  'land.bin',
  'townships.json',
  'settlements.json',
  'facilities.json',
  'problems.json'
];

/** `{ [areaId]: { dir, gzip: { [file]: path }, etags: { [file]: sha256 } } }`, written by the supervisor at start. */
function served() {
  const path = $os.getenv('GREENLANE_AREAS');
  return path ? JSON.parse(toString($os.readFile(path))) : {};
}

function requireReader(e, areaId) {
  const auth = require(`${__hooks}/lib/signed-in.js`).signedInOrConsole(e);
  if (auth.isSuperuser()) return;
  const area = auth.getString('area');
  if (areaId && area !== '*' && area !== areaId) throw new ForbiddenError('This account belongs to another area.');
}

function areas(e) {
  requireReader(e, null);
  const mine = e.auth.isSuperuser() ? '*' : e.auth.getString('area');
  const all = served();
  const list = Object.keys(all)
    .filter((id) => mine === '*' || mine === id)
    .map((id) => JSON.parse(toString($os.readFile(`${all[id].dir}/manifest.json`))));
  return e.json(200, { default: $os.getenv('GREENLANE_DEFAULT_AREA'), areas: list });
}

function send(e, file, cache) {
  const { TYPES, extension, isFile } = require(`${__hooks}/lib/static.js`);
  const pack = served()[String(e.request.pathValue('area'))];
  if (!pack || !isFile(`${pack.dir}/${file}`)) throw new NotFoundError('No such file in this area pack.');
  const headers = e.response.header();
  headers.set('Content-Type', TYPES[extension(file)] || 'application/octet-stream');
  headers.set('Cache-Control', cache);
  const etag = pack.etags[file];
  const packed = pack.gzip[file];
  if (packed) headers.set('Vary', 'Accept-Encoding');
  const accepts = e.request.header.get('Accept-Encoding');
  if (packed && !e.request.header.get('Range') && /(^|[ ,])gzip([ ,;]|$)(?!q=0)/.test(accepts) && isFile(packed)) {
    headers.set('Content-Encoding', 'gzip');
    if (etag) headers.set('ETag', `"${etag}-gzip"`);
    return e.fileFS($os.dirFS($filepath.dir(packed)), $filepath.base(packed));
  }
  if (etag) headers.set('ETag', `"${etag}"`);
  return e.fileFS($os.dirFS(pack.dir), file);
}

function packFile(e) {
  requireReader(e, String(e.request.pathValue('area')));
  const file = String(e.request.pathValue('file'));
  if (!PACK_FILES.includes(file)) throw new NotFoundError('No such file in this area pack.');
  return send(e, file, 'private, no-cache');
}

function basemapFile(e) {
  const file = String(e.request.pathValue('file'));
  if (!BASEMAP_FILES.includes(file)) throw new NotFoundError();
  return send(e, file, 'public, no-cache');
}

module.exports = { areas, packFile, basemapFile };
