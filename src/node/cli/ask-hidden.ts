import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CliError } from './cli-error';

/**
 * A line typed on the terminal and not shown there; the question goes to standard error, so that output can be piped.
 * @throws CliError where there is no terminal.
 */
export function askHidden(question: string, setting = 'GREENLANE_PASSWORD'): Promise<string> {
  if (!process.stdin.isTTY) throw new CliError(`No terminal to ask on: put it in ${setting}.`);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      lines.removeAllListeners('close');
      lines.close();
      process.stderr.write('\n');
      resolve(line);
    });
    lines.once('close', () => reject(new CliError('No password was given.')));
  });
}
