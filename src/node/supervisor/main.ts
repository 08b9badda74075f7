/** `npm start`: brings the server up, says where it is, keeps it going, ends everything at Ctrl-C. */
import { CliError } from '../cli/cli-error';
import { isLoopback, parseOptions, type StartOptions } from './options';
import { freeLoopbackPort, requireFreePort } from './run-pocketbase';
import { say } from './say';
import { serve, type Served } from './serve';

async function main(): Promise<void> {
  const began = Date.now();
  const options = parseOptions(process.argv.slice(2), process.env);
  if ('help' in options) {
    console.log(options.help);
    return;
  }
  let ending = false;
  let served: Served | null = null;
  const onSignal = () => {
    if (ending) return;
    ending = true;
    say('stopping …');
    if (served) void served.stop().then(() => process.exit(0));
    else process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  if (options.dev) await requireFreePort(options.host, options.port);
  // With --dev the app has the port asked for; the server stands behind it.
  served = await serve(options.dev ? { ...options, host: '127.0.0.1', port: await freeLoopbackPort() } : options);
  const { host, port } = options;
  const address = options.dev ? await (await import('./dev')).startDev(served.url, { host, port }) : served.url;
  announce(served, { address, ms: Date.now() - began, why: whyLive(options) });
  const line = await served.ended;
  if (ending) return;
  ending = true;
  await served.stop();
  throw new CliError(
    `${line}\nThe server has ended; start it again with npm start. Nothing that was saved is lost.`,
    1
  );
}

function announce(served: Served, { address, ms, why }: { address: string; ms: number; why: string }): void {
  const { areas, demo, tls } = served;
  const lines = [
    '',
    `  Greenlane 绿通   ${address}`,
    `  areas: ${areas.length > 0 ? areas.join(', ') : 'none yet (Admin → Areas)'}   ready in ${(ms / 1000).toFixed(1)} s`
  ];
  if (tls) {
    lines.push(
      `  devices that do not trust this address yet: ${tls.guide}`,
      `  fingerprint of the authority (SHA-256), tell it in person or by telephone:`,
      `    ${tls.fingerprint}`,
      `  authority: ${tls.authorityFile}   console: ${tls.console}`
    );
  }
  if (demo) lines.push('  demo mode: choose a role on the sign-in page (npm start -- --live turns this off)');
  else lines.push(`  no demo mode (${why}): everybody signs in with a name and a password`, ...describeLive(served));
  lines.push(...describeAccounts(served, address), '  Ctrl-C ends everything', '');
  console.log(lines.join('\n'));
}

/** What ended demo mode. */
function whyLive({ tls, live, host, areaDir }: StartOptions): string {
  if (tls) return '--tls';
  if (live) return '--live';
  if (!isLoopback(host)) return `HOST=${host} can be reached from other machines`;
  return areaDir === null ? 'areas of your own are served' : '--area serves a district of your own';
}

/** Whether the operations on the screens are real. */
function describeLive({ areas, sampleAreas }: Served): string[] {
  if (sampleAreas.length > 0) {
    return [
      `  CAUTION: ${sampleAreas.join(', ')} holds sample stock, vehicles and counts of a demonstration in this data folder.`,
      '  For real work start on an empty folder: GREENLANE_DATA=DIR npm start -- --live'
    ];
  }
  if (areas.length === 0) return ['  live, without sample operations'];
  return [
    '  live, without sample operations: roads, villages and facilities of the area, a list of four medicines to start',
    '  from; no vehicles, stock or counts until your people enter them'
  ];
}

function describeAccounts({ firstAccounts, firstCode, signInFile }: Served, address: string): string[] {
  if (firstCode !== null) {
    return [
      '  nobody has an account yet. The first administrator makes one with this code, once and within 24 hours:',
      `    ${firstCode}`,
      `    ${address}/sign-in#code=${firstCode}`,
      `  kept in ${signInFile}, readable by you alone; the next start without an account makes another`
    ];
  }
  if (firstAccounts.length > 0) {
    return [
      '  first sign-in, shown once; each password is changed at its first use:',
      ...firstAccounts.map((line) => `    ${line}`),
      `  kept in ${signInFile}, readable by you alone`
    ];
  }
  return [`  first passwords, while unchanged, and the console's: ${signInFile}`];
}

main().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof CliError) console.error(`greenlane: ${error.message}`);
  else if (code === 'ENOSPC') console.error('greenlane: the disk is full: free some space, then start again.');
  else if (code === 'EACCES' || code === 'EROFS') {
    console.error(`greenlane: ${(error as Error).message}: correct owner and rights, or set GREENLANE_DATA=DIR.`);
  } else console.error(error);
  process.exit(error instanceof CliError ? error.exitCode : 1);
});
