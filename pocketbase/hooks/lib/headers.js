/** Security headers of every answer. The supervisor passes the policy, with the hash of the built page's script. */
const FALLBACK = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function set(e) {
  const headers = e.response.header();
  const path = e.request.url.path;
  // Only documents and workers run under the policy of their own answer; the other files of the app get the short one,
  // which counts: a first visit fetches some seventy of them.
  const part = (path.startsWith('/_app/immutable/') && !path.includes('/workers/')) || path.startsWith('/fonts/');
  if (!path.startsWith('/_/')) {
    const page = path.startsWith('/api/') ? FALLBACK : $os.getenv('GREENLANE_CSP') || FALLBACK;
    headers.set('Content-Security-Policy', part ? "default-src 'none'" : page);
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!part) {
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Permissions-Policy', 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  }
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
}

module.exports = { set };
