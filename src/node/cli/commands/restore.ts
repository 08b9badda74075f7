import { resolve } from 'node:path';
import { restoreBackup, verifyBackup, type Verified } from '../../backup/restore-backup';
import { readSecret, SECRET_USAGE } from '../../backup/secret';
import { CliError } from '../cli-error';
import { readOptions, required } from '../travel-options';
import { checkOut } from '../write-lines';

export const usage = `restore --in FILE --data DIR [--keys DIR] [--key-file FILE] [--json]
restore --verify --in FILE [--data DIR] [--key-file FILE] [--json]
    Makes the data folder DIR, which must be empty or not exist, from a backup. It is proven first: seal, hashes of all
    rows, chain of the log. --keys brings back the case keys from GREENLANE_KEY_COPY; without them patients' names stay
    unreadable. With --verify nothing is restored: the backup is proven and, with --data, compared row by row with that
    folder, whose server may run. Exit code 0 when it is whole (and equal), 1 otherwise. ${SECRET_USAGE}
    JSON: manifest, and readableCases, cases or differences {table, changed, onlyHere, onlyThere}.`;

const OPTIONS = {
  in: { type: 'string' },
  data: { type: 'string' },
  keys: { type: 'string' },
  verify: { type: 'boolean' },
  'key-file': { type: 'string' },
  json: { type: 'boolean' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const file = resolve(required(options.in, 'in', usage));
  const secret = readSecret(options['key-file'], process.env);
  if (options.verify) {
    if (options.keys !== undefined) throw new CliError(`--keys belongs to a restore, not to --verify.\n${usage}`);
    const verified = await verifyBackup(file, secret, options.data === undefined ? null : resolve(options.data));
    console.log(options.json ? JSON.stringify(verified, null, 2) : describe(verified));
    return verified.differences === null || verified.differences.length === 0 ? 0 : 1;
  }
  const dataDir = resolve(required(options.data, 'data', usage));
  checkOut(dataDir);
  const keys = options.keys === undefined ? null : resolve(options.keys);
  const restored = await restoreBackup(file, dataDir, secret, keys);
  const { manifest, cases, readableCases } = restored;
  console.log(
    options.json
      ? JSON.stringify(restored, null, 2)
      : `${dataDir} is as it was at ${manifest.takenAt}, ${manifest.log.count} events in the log.\n` +
          `Patients' names can be read of ${readableCases} of ${cases} cases.\n` +
          'Accounts are those of that day: disable again who was disabled since. Start with: ' +
          `GREENLANE_DATA=${dataDir} npm start -- --live`
  );
  return 0;
}

function describe({ manifest, differences }: Verified): string {
  const rows = Object.values(manifest.tables).reduce((sum, each) => sum + each.rows, 0);
  const whole = `The backup of ${manifest.takenAt} is whole: ${rows} rows, ${manifest.log.count} events of the log.`;
  if (differences === null) return whole;
  if (differences.length === 0) return `${whole}\nThe folder holds the same rows.`;
  return [
    whole,
    'The folder has moved on since (or is another):',
    ...differences.map(
      ({ table, changed, onlyHere, onlyThere }) =>
        `  ${table.padEnd(20)}${changed} changed, ${onlyThere} added, ${onlyHere} gone`
    )
  ].join('\n');
}
