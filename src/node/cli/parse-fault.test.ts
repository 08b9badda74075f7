import { expect, it } from 'vitest';
import { CliError } from './cli-error';
import { readOptions } from './travel-options';

const OPTIONS = { area: { type: 'string' }, thresholds: { type: 'string' }, json: { type: 'boolean' } } as const;
const fault = (argv: string[]): string => {
  try {
    readOptions(argv, OPTIONS);
  } catch (error) {
    expect(error).toBeInstanceOf(CliError);
    return (error as Error).message;
  }
  throw new Error('was read');
};

it.each([
  [['--thresholds', '-5'], '--thresholds: read "-5", wanted a value. If it is one, write --thresholds=-5;'],
  [['--thresholds', '-5,10', '--area', 'x'], 'write --thresholds=-5,10;'],
  [['--thresholds', '--area', 'x'], '--thresholds: its value is missing. Give --thresholds VALUE.'],
  [['--area', 'x', '--thresholds'], '--thresholds: its value is missing.'],
  [['--json=yes'], '--json takes no value. Give --json alone.'],
  [['--treshold', '5'], '--treshold: no such option. Options: --area, --thresholds, --json.'],
  [['-t', '5'], '-t: no such option.'],
  [['geodata'], '"geodata" belongs to no option. Write it behind its option: --area']
])('%j: one line that names the option and the cure', (argv, words) => {
  const message = fault(argv);
  expect(message).toContain(words);
  expect(message).not.toContain('\n');
});

it('reads a value that begins with a dash behind an equals sign', () => {
  expect(readOptions(['--thresholds=-5'], OPTIONS).thresholds).toBe('-5');
});
