import type { ParseArgsConfig } from 'node:util';
import { CliError } from './cli-error';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What `parseArgs` threw, in one line that names the option and the cure; anything else comes back as it is. */
export function parseFault(error: unknown, argv: readonly string[], options: Options): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || !code?.startsWith('ERR_PARSE_ARGS_')) return error;
  const [, word = argv[0]] = /'([^' ]+)/.exec(message) ?? [];
  const known = Object.keys(options).map((each) => `--${each}`);
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return new CliError(`"${word}" belongs to no option. Write it behind its option: ${known.join(', ')}.`);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new CliError(`${word}: no such option. Options: ${known.join(', ')}.`);
  if (options[word.replace(/^--/, '')]?.type === 'boolean')
    return new CliError(`${word} takes no value. Give ${word} alone.`);
  const next = argv[argv.indexOf(word) + 1];
  if (next === undefined || next.startsWith('--') || !next.startsWith('-'))
    return new CliError(`${word}: its value is missing. Give ${word} VALUE.`);
  return new CliError(
    `${word}: read "${next}", wanted a value. If it is one, write ${word}=${next}; a word that begins with "-" is taken for an option.`
  );
}
