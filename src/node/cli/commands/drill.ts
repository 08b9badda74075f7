import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SPAN_NAMES } from '../../../lib/core/operations/clocks';
import { runDrill, type Drill, type Watch } from '../../drill/run-drill';
import { shippedFolder } from '../../supervisor/options';
import { areasToServe } from '../../supervisor/area-packs';
import { CliError } from '../cli-error';
import { readOptions } from '../travel-options';

export const usage = `drill [--area DIR] [--hours 12] [--seed 1] [--speed 200] [--clients 30] [--cases-per-hour N] [--json FILE]
      [--serve] [--keep DIR]
    A night of calls on a fresh server of its own, played through its API by many clients at once: referrals, refusals,
    redirections, vehicles that two dispatchers send at the same moment, breakdowns, closed roads. The area's operations
    are sample. Ends with a table (times in minutes of the night: at high speed the server's own answer times count in
    them) and a verdict from the log of operations alone. Exit code 0 when nothing was found. --serve prints an address
    and sign-ins, so that the night can be watched on the screens (with --speed 1 as it would be), and serves on after the
    verdict until Ctrl-C; --keep leaves the data in DIR, to be served again with GREENLANE_DATA=DIR npm start -- --live.
    JSON: options, counts, spans {p50, p90}, conflicts by code, faults, events, cases, verdict (how much was found, by kind), findings,
    chain, clean.`;

const OPTIONS = {
  area: { type: 'string' },
  hours: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
  clients: { type: 'string' },
  'cases-per-hour': { type: 'string' },
  json: { type: 'string' },
  serve: { type: 'boolean' },
  keep: { type: 'string' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const number = (
    name: Exclude<keyof typeof OPTIONS, 'serve'>,
    standard: number,
    test: (value: number) => boolean,
    wanted: string
  ) => {
    const value = options[name] === undefined ? standard : Number(options[name]);
    if (!test(value)) throw new CliError(`--${name} ${options[name]}: give ${wanted}.`);
    return value;
  };
  const positive = (value: number) => Number.isFinite(value) && value > 0;
  const areaDir = options.area ?? join(shippedFolder, 'ngazidja');
  const wanted = {
    areaDir,
    hours: number('hours', 12, positive, 'a number more than 0'),
    seed: number('seed', 1, Number.isSafeInteger, 'a whole number'),
    speed: number('speed', 200, positive, 'a number more than 0'),
    clients: number(
      'clients',
      30,
      (value) => Number.isInteger(value) && value >= 3 && value <= 90,
      'a number from 3 to 90'
    ),
    casesPerHour:
      options['cases-per-hour'] === undefined ? null : number('cases-per-hour', 1, positive, 'a number more than 0')
  };
  // A shipped area whose pack is not built yet is built now.
  await areasToServe(areaDir);
  const place = { withApp: options.serve === true, keep: options.keep ? resolve(options.keep) : null };
  const tell = (drill: Drill) => {
    if (options.json) writeFileSync(options.json, `${JSON.stringify(drill, null, 2)}\n`);
    console.log(describe(drill));
  };
  // With --serve the signal that ends the process ends this.
  const drill = await runDrill(wanted, place, options.serve ? watched(tell) : undefined);
  tell(drill);
  return drill.clean ? 0 : 1;
}

/** Lets people look on: signs them in, and serves until the signal that ends the process. */
function watched(tell: (drill: Drill) => void): Watch {
  let code = 130;
  return {
    async begin(server) {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.once(signal, () => void server.remove().finally(() => process.exit(code)));
      const people = [
        await server.enlist('watch-dispatch', 'dispatcher', 'county'),
        await server.enlist('watch-official', 'official', 'county')
      ];
      console.log(`watch at ${server.served.url}/dispatch`);
      for (const { username, password } of people) console.log(`  sign in as ${username} with ${password}`);
    },
    end(drill) {
      tell(drill);
      code = drill.clean ? 0 : 1;
      console.log('The night is over and can still be looked at; Ctrl-C ends everything.');
      return new Promise(() => undefined);
    }
  };
}

function describe({
  options,
  counts,
  spans,
  conflicts,
  faults,
  acknowledged,
  events,
  cases,
  findings,
  chain,
  clean
}: Drill): string {
  const row = (name: string, ...cells: (string | number)[]) =>
    `  ${name.padEnd(24)}${cells.map((each) => String(each).padStart(10)).join('')}`;
  const minutes = (value: number | null) => (value === null ? '–' : value.toFixed(1));
  const found = Object.entries(findings).flatMap(([name, each]: [string, string[]]) =>
    each.map((line) => `  ${name}: ${line}`)
  );
  return [
    `${options.area}, ${options.hours} h from seed ${options.seed}, ${options.clients} clients, ${options.speed} × the clock`,
    '',
    ...Object.entries(counts).map(([name, count]) => row(words(name), count)),
    '',
    row('minutes', 'count', 'p50', 'p90'),
    ...SPAN_NAMES.map((name) => row(name, spans[name].count, minutes(spans[name].p50), minutes(spans[name].p90))),
    '',
    row(
      'refused by the server',
      Object.values(conflicts).reduce((sum, each) => sum + each, 0)
    ),
    ...Object.entries(conflicts).map(([code, count]) => row(`  ${code}`, count)),
    '',
    `${acknowledged} acts acknowledged, ${events} events of ${cases} cases in the log, chain ${chain.ok ? 'whole' : `NOT WHOLE at event ${chain.firstBad?.seq}`}`,
    ...faults.slice(0, 20).map((each) => `  fault: ${each}`),
    ...found,
    clean
      ? 'verdict: no vehicle held twice, no write lost or doubled, no illegal step, no clock out of order'
      : 'verdict: NOT CLEAN'
  ].join('\n');
}

/** `handedOver` → `handed over`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
