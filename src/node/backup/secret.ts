import { readFileSync, statSync } from 'node:fs';
import { CliError } from '../cli/cli-error';

const SHORTEST = 12;

export const SECRET_USAGE =
  'The passphrase is read from GREENLANE_BACKUP_PASSPHRASE or, with --key-file, from a file (at least 12 characters).';

/**
 * What a backup is sealed with: the content of a key file, or the passphrase of the environment; never an argument,
 * which every account of the machine can read.
 *
 * @throws CliError where there is none, or one that is guessed in no time.
 */
export function readSecret(keyFile: string | undefined, env: NodeJS.ProcessEnv): Buffer {
  const secret = keyFile === undefined ? Buffer.from(env.GREENLANE_BACKUP_PASSPHRASE ?? '') : readKeyFile(keyFile);
  if (secret.length === 0) throw new CliError(`No passphrase. ${SECRET_USAGE}`);
  if (secret.length < SHORTEST)
    throw new CliError(`The passphrase has ${secret.length} characters: take at least ${SHORTEST}.`);
  return secret;
}

function readKeyFile(path: string): Buffer {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new CliError(`${path} can be read by others: chmod 600 it first.`);
    // A line end at the end is an editor's, no part of the key.
    return Buffer.from(
      readFileSync(path)
        .toString('latin1')
        .replace(/\r?\n$/, ''),
      'latin1'
    );
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
