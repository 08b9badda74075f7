import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CliError } from '../cli/cli-error';
import { parseAddedNames } from './tls/machine-names';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const shippedFolder = join(projectRoot, 'geodata', 'areas');
/** Areas built from the raw files in the project; the first is what a newcomer sees. */
export const SHIPPED_AREAS = ['ngazidja', 'comoros', 'youyang'] as const;

/** Value of `--area` for a server that serves no area yet. */
export const NO_AREA = 'none';

export interface StartOptions {
  host: string;
  port: number;
  /** Holds database, sign-in file, lock and compressed packs. */
  dataDir: string;
  /** Folder of one pack to serve instead of the shipped ones; `none` serves no area yet. */
  areaDir: string | null;
  live: boolean;
  dev: boolean;
  /** Folder of an app built elsewhere, served as it is; null builds and serves our own. */
  appDir: string | null;
  /** Folder on another disk for a second copy of the case keys; null for none. */
  keyCopy: string | null;
  /** HTTPS front; the plain port then shows how to trust it. */
  tls: { port: number; addedNames: string[] } | null;
}

const USAGE = `Usage: npm start [-- --area DIR] [--live] [--tls] [--dev]
  --area DIR   serve this area pack instead of the shipped areas; "none" serves no area: bring your own roads
  --live       for real work: no one-click roles, no sample operations; an empty server prints a code for the first
               administrator
  --tls        HTTPS on TLS_PORT (8443) with an authority of its own; PORT shows how to install it. Implies --live
  --dev        hot reload (same as npm run dev)
Environment: HOST (127.0.0.1), PORT (8090), GREENLANE_DATA (.greenlane), POCKETBASE_BIN,
  TLS_PORT (8443), TLS_NAMES (more names of this machine for the certificate, separated by commas),
  GREENLANE_KEY_COPY (folder on another disk for a second copy of the case keys),
  GREENLANE_APP (folder of an app built already; otherwise it is built here)`;

/** Options of a start from argument list and environment; a CliError names what is wrong and the cure. */
export function parseOptions(argv: string[], env: NodeJS.ProcessEnv): StartOptions | { help: string } {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        area: { type: 'string' },
        live: { type: 'boolean', default: false },
        tls: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false }
      }
    }));
  } catch (error) {
    throw new CliError(`${(error as Error).message}\n${USAGE}`);
  }
  if (values.help) return { help: USAGE };
  const port = parsePort('PORT', env.PORT, 8090);
  if (values.tls && values.dev) throw new CliError('--dev has no HTTPS front: leave out --tls or --dev.');
  const tls = values.tls
    ? { port: parsePort('TLS_PORT', env.TLS_PORT, 8443), addedNames: parseAddedNames(env.TLS_NAMES) }
    : null;
  if (tls?.port === port) throw new CliError(`PORT and TLS_PORT are both ${port}: choose two, e.g. TLS_PORT=8443.`);
  const host = env.HOST || '127.0.0.1';
  const dataDir = env.GREENLANE_DATA ? resolve(env.GREENLANE_DATA) : join(projectRoot, '.greenlane');
  return {
    host,
    port,
    dataDir,
    areaDir: values.area ? findPack(values.area) : null,
    live: values.live || values.tls,
    tls,
    dev: values.dev,
    appDir: env.GREENLANE_APP ? resolve(env.GREENLANE_APP) : null,
    keyCopy: env.GREENLANE_KEY_COPY ? resolve(env.GREENLANE_KEY_COPY) : null
  };
}

function parsePort(name: string, text: string | undefined, standard: number): number {
  const port = Number(text ?? standard);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new CliError(
    `${name}=${text} is no port; give a number from 1 to 65535, for example ${name}=${standard + 1} npm start.`
  );
}

/** A pack's folder, given as a path or as the name of a shipped area. */
function findPack(given: string): string {
  if (given === NO_AREA) return NO_AREA;
  const path = isAbsolute(given) ? given : resolve(process.env.INIT_CWD ?? process.cwd(), given);
  for (const each of [path, resolve(projectRoot, given), join(shippedFolder, given)]) {
    if (existsSync(join(each, 'manifest.json'))) return each;
  }
  if ((SHIPPED_AREAS as readonly string[]).includes(given)) return join(shippedFolder, given);
  const shipped = existsSync(shippedFolder) ? readdirSync(shippedFolder) : [];
  throw new CliError(
    `--area ${given}: no manifest.json in ${path}. Give a folder made by "npm run -s greenlane -- import"` +
      `${shipped.length > 0 ? `, or one of ${shipped.join(', ')}` : ''}.`
  );
}

export function isLoopback(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|::1)$/i.test(host);
}

export function hostForUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
