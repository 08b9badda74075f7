import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from '../../../../tests/bench/bench';
import { areasToServe } from '../../supervisor/area-packs';
import { CliError } from '../cli-error';
import { readOptions } from '../travel-options';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../tests/bench');
const benches = ['import', 'travel', 'table-import', 'ranking', 'realtime'];

export const usage = `bench [--only ${benches.join('|')}] [--clients 300] [--seconds 180] [--cut 60] [--json FILE]
    Seeded benches of tests/bench; each asserts its answer and prints reference ÷ ours of the same run.
    Sizes are those of realtime: screens, seconds of ten updates each, seconds without a line.
    JSON: one array of {name, graph, value, unit, reference, ratio}.`;

export async function run(argv: string[]): Promise<number> {
  const values = readOptions(argv, {
    only: { type: 'string' },
    clients: { type: 'string' },
    seconds: { type: 'string' },
    cut: { type: 'string' },
    json: { type: 'string' }
  });
  const size = (name: 'clients' | 'seconds' | 'cut', standard: number) => {
    const value = Number(values[name] ?? standard);
    if (Number.isInteger(value) && value > 0) return value;
    throw new CliError(`--${name} ${values[name]}: give a whole number more than 0.`);
  };
  const sizes = { clients: size('clients', 300), seconds: size('seconds', 180), cutSeconds: size('cut', 60) };
  const chosen = values.only === undefined ? benches : benches.filter((name) => name === values.only);
  if (chosen.length === 0) throw new CliError(`No bench "${values.only}". Benches: ${benches.join(', ')}.`);
  await areasToServe(null);
  const figures: Figure[] = [];
  for (const name of chosen) {
    const bench = (await import(join(folder, `${name}.ts`))) as { run: Bench };
    for (const figure of await bench.run(sizes)) {
      figures.push(figure);
      const ratio = figure.ratio === null ? '' : `  ${figure.ratio.toFixed(1)} × the reference`;
      console.log(
        `${figure.name.padEnd(28)}${figure.value.toFixed(2).padStart(12)} ${figure.unit}  ${figure.graph}${ratio}`
      );
    }
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}
