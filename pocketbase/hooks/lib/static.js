/** The built app: precompressed siblings, long caching for hashed files, index.html for deep links. */
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  pmtiles: 'application/octet-stream',
  bin: 'application/octet-stream',
  map: 'application/json'
};
const NOT_A_PAGE = /^(api|_|_app|basemap|fonts)(\/|$)/;

/** True for a regular file; a missing path or a folder is false. */
function isFile(path) {
  try {
    return !$os.stat(path).isDir();
  } catch (_) {
    return false;
  }
}

function extension(name) {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Sends `name` of `folder`; the caller has checked that the file exists and may be read. */
function send(e, folder, name, cache) {
  const headers = e.response.header();
  headers.set('Content-Type', TYPES[extension(name)] || 'application/octet-stream');
  headers.set('Cache-Control', cache);
  let file = name;
  if (!e.request.header.get('Range')) {
    const accepts = e.request.header.get('Accept-Encoding');
    for (const [coding, suffix] of [
      ['br', '.br'],
      ['gzip', '.gz']
    ]) {
      if (!isFile(`${folder}/${name}${suffix}`)) continue;
      headers.set('Vary', 'Accept-Encoding');
      if (new RegExp(`(^|[ ,])${coding}([ ,;]|$)(?!q=0([,.]0*)?($|,))`).test(accepts)) {
        headers.set('Content-Encoding', coding);
        file = name + suffix;
        break;
      }
    }
  }
  return e.fileFS($os.dirFS(folder), file);
}

function serve(e) {
  const folder = $os.getenv('GREENLANE_PUBLIC');
  const path = String(e.request.pathValue('path')).replace(/^\/+/, '');
  if (!folder || path.split('/').some((part) => part === '..' || part.includes('\\') || part.includes('\0'))) {
    throw new NotFoundError();
  }
  if (path && isFile(`${folder}/${path}`) && path !== 'index.html' && !/\.(br|gz)$/.test(path)) {
    const cache = path.startsWith('_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return send(e, folder, path, cache);
  }
  if (NOT_A_PAGE.test(path) || TYPES[extension(path)]) {
    if (path !== 'index.html') throw new NotFoundError();
  }
  if (!isFile(`${folder}/index.html`)) throw new NotFoundError('The app is not built. Run npm start.');
  return send(e, folder, 'index.html', 'no-cache');
}

module.exports = { serve, isFile, TYPES, extension };
