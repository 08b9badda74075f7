import { resolve } from 'node:path';
import { checkEstimates, type CheckRow, type CheckVillage } from '../../../lib/core/estimate/check-estimates';
import { POWER_LAW } from '../../../lib/core/estimate/power-law';
import { parseNumber } from '../../../lib/core/pack/table';
import { readTable } from '../../pack/read-table';
import { CliError } from '../cli-error';
import { readOptions, required } from '../travel-options';

export const usage = `estimate --check FILE.csv [--seed N] [--json]
    How far the times of an area without roads are off: FILE has villages with columns county, lat, lon,
    eta_township_s (car seconds to the nearest township) and pop (equal for the villages of a township). Per county left
    out: median and 90 % relative error with 0, 50, 100 and 200 known times, and how often the true time lies in the
    bands shown (50 %, 80 %), with the law that ships and with one fitted on the other counties.`;

const OPTIONS = { check: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const;
const KNOWN_TIMES = [0, 50, 100, 200];
const DRAWS = 5;

export function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const path = resolve(required(options.check, 'check', usage));
  const seed = Number(options.seed ?? 1);
  if (!Number.isSafeInteger(seed)) throw new CliError(`--seed ${options.seed}: give a whole number.`);
  const villages = readVillages(path);
  const rows = checkEstimates(villages, { seed, knownTimes: KNOWN_TIMES, draws: DRAWS });
  const means = meansOf(rows);
  if (options.json)
    console.log(JSON.stringify({ villages: villages.length, seed, draws: DRAWS, rows, means }, null, 2));
  else print(villages.length, rows, means);
  return Promise.resolve(0);
}

function readVillages(path: string): CheckVillage[] {
  return readTable(path).map(({ where, values }) => {
    const number = (column: string): number => {
      const value = parseNumber(values[column] ?? '');
      if (value !== null) return value;
      throw new CliError(`${where}: ${column} is "${values[column] ?? ''}", wanted a number. Correct the list.`);
    };
    const seconds = number('eta_township_s');
    if (!(seconds > 0)) throw new CliError(`${where}: eta_township_s is ${seconds}, wanted seconds above 0.`);
    const county = (values.county ?? '').trim();
    if (county === '') throw new CliError(`${where}: no county. Add the column "county".`);
    return { county, group: values.pop ?? '', lon: number('lon'), lat: number('lat'), minutes: seconds / 60 };
  });
}

/** Means over the counties. */
function meansOf(rows: readonly CheckRow[]) {
  return (['fixed', 'left-out'] as const).flatMap((law) =>
    KNOWN_TIMES.flatMap((knownTimes) => {
      const own = rows.filter((row) => row.law === law && row.knownTimes === knownTimes);
      if (own.length === 0) return [];
      const mean = (pick: (row: CheckRow) => number) => own.reduce((sum, row) => sum + pick(row), 0) / own.length;
      return [
        {
          law,
          knownTimes,
          medianError: mean((row) => row.medianError),
          p90Error: mean((row) => row.p90Error),
          withinHalf: mean((row) => row.withinHalf),
          withinEighty: mean((row) => row.withinEighty)
        }
      ];
    })
  );
}

function print(villages: number, rows: readonly CheckRow[], means: ReturnType<typeof meansOf>): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
  const line = (name: string, row: Omit<CheckRow, 'county' | 'law' | 'fitted' | 'judged'>) =>
    `  ${name.padEnd(16)}${String(row.knownTimes).padStart(5)}${percent(row.medianError)}${percent(row.p90Error)}` +
    `   ${percent(row.withinHalf)}${percent(row.withinEighty)}`;
  console.log(`${villages} villages, relative error of estimated minutes`);
  for (const law of ['fixed', 'left-out'] as const) {
    const own = rows.filter((row) => row.law === law);
    if (own.length === 0) continue;
    const { minutesAtOneKm, exponent } = POWER_LAW;
    const words = law === 'fixed' ? `${minutesAtOneKm} × km^${exponent}` : 'fitted on the other counties';
    console.log(`\nLaw: ${words}`);
    console.log('  county left out known  median     p90    in 50 %  in 80 %');
    for (const row of own) {
      console.log(line(row.county, row));
      if (law === 'left-out' && row.knownTimes === 0)
        console.log(`    law ${row.fitted.minutesAtOneKm.toFixed(2)} × km^${row.fitted.exponent.toFixed(3)}`);
    }
    for (const mean of means.filter((each) => each.law === law)) console.log(line('mean', mean));
  }
}
