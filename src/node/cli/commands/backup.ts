import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSecret, SECRET_USAGE } from '../../backup/secret';
import { writeBackup } from '../../backup/write-backup';
import { readOptions, required } from '../travel-options';
import { checkOut } from '../write-lines';

export const usage = `backup --data DIR --out FILE [--key-file FILE] [--json]
    Saves the data folder DIR into one sealed file (AES-256-GCM), while its server runs or when it is stopped; nobody's
    writes wait for it. In it: the database of one moment with the whole log of operations, its notes, uploads, own
    roads, certificates. Not in it: the keys under which patients' names can be read; see GREENLANE_KEY_COPY in
    README.md. ${SECRET_USAGE}
    JSON: takenAt, live, tables {rows, hash}, log {count, head, whole}, files.`;

const OPTIONS = {
  data: { type: 'string' },
  out: { type: 'string' },
  'key-file': { type: 'string' },
  json: { type: 'boolean' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const dataDir = resolve(required(options.data, 'data', usage));
  const out = resolve(required(options.out, 'out', usage));
  checkOut(out);
  const secret = readSecret(options['key-file'], process.env);
  const manifest = await writeBackup(dataDir, out, secret);
  const { takenAt, live, tables, log, files } = manifest;
  if (options.json) {
    console.log(JSON.stringify(manifest, null, 2));
    return 0;
  }
  const rows = Object.values(tables).reduce((sum, each) => sum + each.rows, 0);
  console.log(
    `${out}: ${(statSync(out).size / 1e6).toFixed(1)} MB, as of ${takenAt}, ${live ? 'the server running' : 'no server running'}\n` +
      `${rows} rows in ${Object.keys(tables).length} tables, ${files.length} files, ${log.count} events of the log` +
      `${log.whole ? '' : '\nCAUTION: the log of operations is NOT WHOLE; run: audit verify'}\n` +
      `Prove it now and then: restore --verify --in ${out}`
  );
  return 0;
}
