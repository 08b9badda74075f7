import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { CliError } from '../../cli/cli-error';

/** Names and addresses under which this machine may be called. */
export interface MachineNames {
  dns: string[];
  ip: string[];
}

const DNS_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/**
 * What the server's certificate must name: loopback, HOST, the host name (also under .local), every address of an
 * interface, and what TLS_NAMES adds. Sorted, so that two lists compare.
 */
export function machineNames(host: string, added: readonly string[] = []): MachineNames {
  const dns = new Set(['localhost']);
  const ip = new Set(['127.0.0.1', '::1']);
  const add = (name: string) => {
    const bare = name
      .trim()
      .replace(/^\[|\]$/g, '')
      .replace(/%.*$/, '')
      .toLowerCase();
    if (bare === '0.0.0.0' || bare === '::') return;
    if (isIP(bare)) ip.add(bare);
    else if (DNS_NAME.test(bare)) dns.add(bare);
  };
  add(host);
  const own = hostname().toLowerCase();
  add(own);
  if (!own.includes('.')) add(`${own}.local`);
  for (const each of Object.values(networkInterfaces()).flat()) {
    // Link-local IPv6 needs a zone that no certificate can name.
    if (each && !/^fe80:/i.test(each.address)) add(each.address);
  }
  added.forEach(add);
  return { dns: [...dns].sort(), ip: [...ip].sort() };
}

/** TLS_NAMES: names or addresses, separated by commas. */
export function parseAddedNames(text: string | undefined): string[] {
  const names = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const wrong = names.find((each) => !isIP(each) && !DNS_NAME.test(each.toLowerCase()));
  if (wrong) {
    throw new CliError(
      `TLS_NAMES: "${wrong}" is no name or address. Give names separated by commas, e.g. TLS_NAMES=greenlane.lan,10.1.2.3.`
    );
  }
  return names;
}
