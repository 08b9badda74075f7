import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error';
import { runOffline } from '../offline/run-offline';

/** Hash of each row by table and the row's own key. */
export type RowHashes = Map<string, Map<string, string>>;

/** How many rows a table has, and one hash over all of theirs, in no order. */
export type TableSums = Record<string, { rows: number; hash: string }>;

/**
 * Hashes of every row of a database file that nobody else has open; `out` takes the lines on their way.
 *
 * @throws CliError where SQLite finds the file damaged.
 */
export async function hashRows(file: string, out: string): Promise<RowHashes> {
  mkdirSync(out);
  const list = join(out, 'tables.json');
  await runOffline(`${out}.own`, ['hash-rows', file, out], list);
  const { tables, integrity } = JSON.parse(readFileSync(list, 'utf8')) as { tables: string[]; integrity: string[] };
  if (integrity.join() !== 'ok') throw new CliError(`The database is damaged: ${integrity.slice(0, 3).join('; ')}.`, 1);
  const found: RowHashes = new Map(tables.map((table) => [table, new Map<string, string>()]));
  for (const file of readdirSync(out).filter((name) => name.startsWith('rows-')))
    for (const line of readFileSync(join(out, file), 'utf8').split('\n')) {
      if (line === '') continue;
      const { table, key, hash } = JSON.parse(line) as { table: string; key: string; hash: string };
      found.get(table)?.set(key, hash);
    }
  return found;
}

export function sumTables(hashes: RowHashes): TableSums {
  const sums: TableSums = {};
  for (const [table, rows] of hashes) {
    const sum = createHash('sha256');
    for (const hash of [...rows.values()].sort()) sum.update(hash);
    sums[table] = { rows: rows.size, hash: sum.digest('hex') };
  }
  return sums;
}

/** Tables in which two databases are not the same, with how. */
export interface TableDifference {
  table: string;
  /** Rows that both have, with other values. */
  changed: number;
  onlyHere: number;
  onlyThere: number;
}

/** What differs between a backup (`here`) and a system (`there`), table by table; none where they are equal. */
export function compareRows(here: RowHashes, there: RowHashes): TableDifference[] {
  return [...new Set([...here.keys(), ...there.keys()])].sort().flatMap((table) => {
    const [mine, theirs] = [
      here.get(table) ?? new Map<string, string>(),
      there.get(table) ?? new Map<string, string>()
    ];
    const shared = [...mine].filter(([key]) => theirs.has(key));
    const changed = shared.filter(([key, hash]) => theirs.get(key) !== hash).length;
    const difference = {
      table,
      changed,
      onlyHere: mine.size - shared.length,
      onlyThere: theirs.size - shared.length
    };
    return changed + difference.onlyHere + difference.onlyThere === 0 ? [] : [difference];
  });
}
