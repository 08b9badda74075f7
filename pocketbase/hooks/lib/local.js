/** Whether a request comes straight from this machine: peer and Host header loopback, no trace of a proxy. */
const LOOPBACK_HOST = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/i;
const LOOPBACK_PEER = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|0:0:0:0:0:0:0:1)$/i;
/** As PocketBase spells header names: lower case, underscores. */
const PROXY_HEADER =
  /^(forwarded|x_forwarded(_.*)?|via|x_real_ip|x_client_ip|x_cluster_client_ip|fastly_client_ip|x_original_.*|cf_connecting_ip|true_client_ip)$/i;

function isLocalDirect(e) {
  if (!LOOPBACK_HOST.test(e.request.host)) return false;
  if (!LOOPBACK_PEER.test(e.remoteIP())) return false;
  for (const name of Object.keys(e.requestInfo().headers)) if (PROXY_HEADER.test(name)) return false;
  return true;
}

/** False when a page of another origin sent the request (its Origin or Sec-Fetch-Site says so). */
function isSameOrigin(e) {
  const site = e.request.header.get('Sec-Fetch-Site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const origin = e.request.header.get('Origin');
  return !origin || origin.replace(/^https?:\/\//, '') === e.request.host;
}

module.exports = { isLocalDirect, isSameOrigin };
