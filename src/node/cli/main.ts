/** `greenlane <command> …`: finds the command's file, runs it, turns what it throws into one clear line. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '../../lib/i18n/late-messages';
import { CliError } from './cli-error';

interface Command {
  usage: string;
  run(argv: string[]): Promise<number>;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'commands');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();

async function load(name: string): Promise<Command> {
  return (await import(join(folder, `${name}.ts`))) as Command;
}

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === 'help' || name === '--help') {
    console.log('Usage: npm run -s greenlane -- <command> [options]\n');
    for (const each of names) console.log((await load(each)).usage);
    return name ? 0 : 2;
  }
  if (!names.includes(name)) {
    console.error(`greenlane: no command "${name}". Commands: ${names.join(', ')}.`);
    return 2;
  }
  const command = await load(name);
  if (rest.includes('--help')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`greenlane ${name}: ${error.message}`);
    return error.exitCode;
  }
}

// A reader that has seen enough, as `head`, ends the command without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));
