/** `npm start`: brings the server up, says where it is, keeps it going, ends everything at Ctrl-C. */
import { CliError } from '../cli/cli-error';
import { parseOptions } from './options';
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

  served = await serve(options);
  const address = options.dev ? await (await import('./dev')).startDev(served.url) : served.url;
  announce(served, address, Date.now() - began);
  const line = await served.ended;
  if (ending) return;
  ending = true;
  await served.stop();
  throw new CliError(
    `${line}\nThe server has ended; start it again with npm start. Nothing that was saved is lost.`,
    1
  );
}

function announce({ firstAccounts, demo, areas, signInFile, tls }: Served, address: string, ms: number): void {
  const lines = [
    '',
    `  Greenlane 绿通   ${address}`,
    `  areas: ${areas.join(', ')}   ready in ${(ms / 1000).toFixed(1)} s`
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
  if (firstAccounts.length > 0) {
    lines.push('  first sign-in, shown once; each password is changed at its first use:');
    lines.push(...firstAccounts.map((line) => `    ${line}`));
    lines.push(`  kept in ${signInFile}, readable by you alone`);
  } else {
    lines.push(`  first passwords, while unchanged: ${signInFile}`);
  }
  lines.push('  Ctrl-C ends everything', '');
  console.log(lines.join('\n'));
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
