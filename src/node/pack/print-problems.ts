import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackManifest, Problem } from '../../lib/core/pack/manifest';

const MOST = 40;

/** What the import made and found: counts, then one line a problem, warnings first. All are in problems.json. */
export function printProblems(out: string, manifest: PackManifest): void {
  const problems = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8')) as Problem[];
  const { counts, population } = manifest;
  const people = population ? `, ${population.total} persons (${population.source})` : '';
  console.log(
    `${manifest.id}: ${counts.edges} road segments, ${counts.settlements} settlements, ${counts.facilities} facilities${people}`
  );
  if (!counts.settlements)
    console.log('No settlement in the sources: the list is empty; roads and relief can be used.');
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  for (const each of sorted.slice(0, MOST)) console.log(describeProblem(each));
  if (sorted.length > MOST) console.log(`… and ${sorted.length - MOST} more in problems.json`);
  console.log(`Pack written: ${out}`);
}

export function describeProblem({ severity, where, field, read, wanted, cure }: Problem): string {
  const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
  const found = [field, read === null ? null : `read ${short(read)}`, wanted && `wanted ${wanted}`].filter(Boolean);
  return `${severity}: ${short(where)}: ${found.join('; ')}. ${cure}`;
}
