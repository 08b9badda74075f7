import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSecret } from './accounts';

/**
 * The server's own key, 32 characters, made at the first start: the secrets of second factors are enciphered by it. It
 * lies beside the database and belongs to a backup, which is sealed.
 */
export function takeServerKey(dataDir: string): string {
  const file = join(dataDir, SERVER_KEY);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = makeSecret(32);
  writeFileSync(`${file}.new`, `${key}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return key;
}

export const SERVER_KEY = 'server.key';
