import { readFileSync } from 'node:fs';
import { CliError } from './cli/cli-error';

/** Text of a UTF-8 file without its byte-order mark. @throws CliError when it cannot be read or is not UTF-8. */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new CliError(
      `Cannot read ${path} (${(error as NodeJS.ErrnoException).code}). Check the path and its rights.`
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${path} is not UTF-8 text. Save it again as "CSV UTF-8".`);
  }
}
