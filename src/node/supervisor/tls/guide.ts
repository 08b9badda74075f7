import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostForUrl } from '../options';
import type { Authority } from './authority';
import { DEVICES, GUIDE_WORDS as W, word, type GuideLanguage } from './guide-words';
import type { MachineNames } from './machine-names';

export interface GuideFacts {
  authority: Authority;
  tlsPort: number;
  names: MachineNames;
}

const STYLE = `
:root{color-scheme:light dark;--bg:#eef0f0;--s1:#fff;--text:#12171c;--dim:#434e59;--edge:#cdd3d8;--warn:#fbf1dc}
@media(prefers-color-scheme:dark){:root{--bg:#0d1115;--s1:#161b21;--text:#eaeef2;--dim:#b0bac5;--edge:#36414d;--warn:#37290f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/24px Inter,'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif}
main{display:grid;gap:24px;max-width:760px;margin:0 auto;padding:24px 16px 64px}
section{display:grid;gap:16px;padding:24px;border-radius:10px;background:var(--s1)}
h1{margin:0;font-size:24px;line-height:32px}h2{margin:8px 0 0;font-size:16px}h3{margin:0;font-size:14px}
p,ol{margin:0}p.dim,li{color:var(--dim)}ol{padding-left:20px}
nav{display:flex;gap:16px}a{color:inherit}
a.button{display:inline-flex;align-items:center;min-height:48px;padding:0 24px;border-radius:6px;background:var(--text);color:var(--s1);font-weight:600;text-decoration:none;overflow-wrap:anywhere}
code{display:block;padding:16px;border:1px solid var(--edge);border-radius:6px;font:15px/26px ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.warn{padding:16px;border-radius:6px;background:var(--warn)}
.devices{display:grid;gap:16px}
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The plain page: one guide in both languages, and the authority to download. Nothing of the product is served here. */
export function answerGuide(request: IncomingMessage, response: ServerResponse, facts: GuideFacts): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', POLICY);
  const path = (request.url ?? '/').split('?')[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'text/plain; charset=utf-8', 'GET only\n');
  if (path === '/greenlane-ca.crt') {
    response.setHeader('Content-Disposition', 'attachment; filename="greenlane-ca.crt"');
    return end(200, 'application/x-x509-ca-cert', facts.authority.der);
  }
  if (path === '/greenlane-ca.pem') {
    return end(200, 'application/x-pem-file', `${facts.authority.certificatePem}\n`);
  }
  if (/^\/(api|_)(\/|$)|\.\w+$/.test(path)) return end(404, 'text/plain; charset=utf-8', 'HTTPS only\n');
  return end(200, 'text/html; charset=utf-8', page(request.headers.host ?? '', path, facts));

  function end(status: number, type: string, body: string | Buffer): void {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

function page(hostHeader: string, path: string, { authority, tlsPort, names }: GuideFacts): string {
  const asked = askedName(hostHeader);
  const known = [...names.dns, ...names.ip];
  const named = known.includes(asked);
  const others = known.filter((each) => !/^(localhost|127\.|::1$)/.test(each));
  const host = named ? asked : (others[0] ?? 'localhost');
  const address = `https://${hostForUrl(host)}${tlsPort === 443 ? '' : `:${tlsPort}`}${path}`;
  const pairs = authority.fingerprint.split(':');
  const fingerprint = Array.from({ length: 4 }, (_, i) => pairs.slice(i * 8, i * 8 + 8).join(':')).join('<br>');
  const until = authority.certificate.notAfter.toISOString().slice(0, 10);

  const section = (language: GuideLanguage) => {
    const say = (key: keyof typeof W, values?: Record<string, string>) => escape(word(W[key], language, values));
    return `<section lang="${language}" id="${language}">
<h1>${say('title')}</h1><p class="dim">${say('why')}</p>
${named || !asked ? '' : `<p class="warn">${say('unnamed', { name: asked, others: others.join(', ') })}</p>`}
<h2>${say('stepDownload')}</h2>
<p><a class="button" href="/greenlane-ca.crt">${say('download')}</a></p>
<p class="dim"><a href="/greenlane-ca.pem" download>${say('pem')}</a> · ${say('valid', { date: until })}</p>
<h2>${say('stepCompare')}</h2><code>${fingerprint}</code><p class="dim">${say('compare')}</p>
<h2>${say('stepInstall')}</h2><div class="devices">${DEVICES.map(
      ({ name, steps }) =>
        `<div><h3>${escape(word(name, language))}</h3><ol>${steps.map((each) => `<li>${escape(word(each, language))}</li>`).join('')}</ol></div>`
    ).join('')}</div>
<h2>${say('stepOpen')}</h2><p><a class="button" href="${escape(address)}">${say('open', { address })}</a></p>
<p class="dim">${say('openNote')}</p></section>`;
  };
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Greenlane 绿通</title><style>${STYLE}</style></head>
<body><main><nav><a href="#zh-CN" lang="zh-CN">中文</a><a href="#en" lang="en">English</a></nav>
${section('zh-CN')}${section('en')}</main></body></html>`;
}

/** The name a visitor typed, without port and brackets; empty where the header is no such thing. */
function askedName(header: string): string {
  const bare = header
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');
  return /^[a-z0-9_.:-]{1,253}$/.test(bare) ? bare : '';
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
