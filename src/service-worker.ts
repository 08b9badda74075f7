import { build, files, version } from '$service-worker';

/**
 * Opens the app with the server gone: pages, code, fonts and icons of this build, and the basemap last looked at. Answers
 * of the API are never kept here: what a person may see is kept by the page (`store/snapshot.ts`) and ends at sign-out.
 */
const worker = self as unknown as WorkerScope;

/** What is used of the worker's scope: the types of the DOM know pages alone. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const SHELL = 'shell-';
const MAPS = 'maps';
const PAGE = '/';
/** Lists the scripts of workers, which the build does not tell us of. */
const WORKERS = '/_app/workers.json';
/** How long a page may be awaited over a bad line before the kept one opens. */
const PAGE_MS = 4000;
/** The map itself keeps no larger archive in memory. */
const MOST_MAP_BYTES = 32 * 1024 * 1024;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (/^\/(api|_)\//.test(pathname)) return;
  if (pathname.startsWith('/basemap/')) event.respondWith(basemap(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(part(request));
});

async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL + version);
  const listed = await fetch(WORKERS, { cache: 'no-cache' });
  const workers: string[] = listed.ok ? ((await listed.json()) as string[]) : [];
  await shell.addAll([new Request(PAGE, { cache: 'no-cache' }), ...new Set([...build, ...workers])]);
  // Fonts and icons: one that is not to be had must not keep the app from opening.
  await Promise.allSettled(files.map((url) => shell.add(url)));
}

/** A screen that is open goes on with the files of its own build: the one before this is kept as well. */
async function dropOldShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== SHELL + version);
  await Promise.all(
    shells
      .sort()
      .slice(0, -1)
      .map((name) => caches.delete(name))
  );
}

/** The server's page, so that a new build is taken up at the next load; the kept one where it does not answer. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(SHELL + version)).match(PAGE, { ignoreVary: true });
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PAGE_MS) } : {});
    if (answer.status < 500 || !kept) return answer;
  } catch (error) {
    if (!kept) throw error;
  }
  return kept;
}

/** Files of the build bear the hash of what they hold in their name: any kept one is the right one. */
async function part(request: Request): Promise<Response> {
  const own = await caches.open(SHELL + version);
  const kept = (await own.match(request, { ignoreVary: true })) ?? (await caches.match(request, { ignoreVary: true }));
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && /^\/(_app|fonts)\//.test(new URL(request.url).pathname)) await own.put(request, answer.clone());
  return answer;
}

/** From the server while there is a line; its whole file is kept in passing, and later answers for any part of it. */
async function basemap(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const range = request.headers.get('range');
  try {
    const answer = await fetch(request);
    if (answer.status === 200) await keepMap(pathname, answer.clone());
    if (answer.status < 500) return answer;
  } catch {
    // The line is down: what is kept answers.
  }
  const kept = await keptMap(pathname);
  if (!kept) return Response.error();
  return range === null ? kept : partOf(await kept.blob(), range, kept.headers);
}

async function keptMap(pathname: string): Promise<Response | undefined> {
  return (await caches.open(MAPS)).match(pathname, { ignoreVary: true });
}

/** One area's maps at a time: those of the one last looked at. */
async function keepMap(pathname: string, answer: Response): Promise<void> {
  if (Number(answer.headers.get('content-length') ?? 0) > MOST_MAP_BYTES) return;
  const maps = await caches.open(MAPS);
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  for (const each of await maps.keys()) if (!new URL(each.url).pathname.startsWith(folder)) await maps.delete(each);
  await maps.put(pathname, answer);
}

/** The bytes that one `Range` asks for, as 206; several ranges or nonsense as 416. */
function partOf(whole: Blob, range: string, headers: Headers): Response {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range);
  const size = whole.size;
  const [first, last] = [asked?.[1] ?? '', asked?.[2] ?? ''];
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (!asked || (first === '' && last === '') || start > end)
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  const type = headers.get('content-type') ?? 'application/octet-stream';
  const etag = headers.get('etag');
  return new Response(whole.slice(start, end + 1, type), {
    status: 206,
    headers: {
      'Content-Type': type,
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Accept-Ranges': 'bytes',
      ...(etag ? { ETag: etag } : {})
    }
  });
}
