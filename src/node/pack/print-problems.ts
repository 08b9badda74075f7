import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackManifest, Problem } from '../../lib/core/pack/manifest';

const MOST = 40;

/**
 * What the import made and found: counts, then one line for each kind of problem with its first example, warnings first,
 * then how many there are. All are in problems.json.
 */
export function printProblems(out: string, manifest: PackManifest): void {
  const problems = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8')) as Problem[];
  const { counts, population } = manifest;
  const people = population ? `, ${population.total} persons (${population.source})` : '';
  console.log(
    `${manifest.id}: ${counts.edges} road segments, ${counts.settlements} settlements, ${counts.facilities} facilities${people}`
  );
  if (!counts.settlements)
    console.log('No settlement in the sources: the list is empty; roads and relief can be used.');
  const kinds = groupProblems(problems);
  for (const { first, count } of kinds.slice(0, MOST))
    console.log(`${describeProblem(first)}${count > 1 ? ` (and ${count - 1} more of this kind)` : ''}`);
  if (kinds.length > MOST) console.log(`… and ${kinds.length - MOST} more kinds`);
  console.log(sumUp(problems, join(out, 'problems.json')));
  console.log(`Pack written: ${out}`);
}

const SEVERITIES: readonly Problem['severity'][] = ['error', 'warning', 'note'];

/** Problems of one severity, code and field together, gravest first, then in the order found. */
export function groupProblems(problems: readonly Problem[]): { first: Problem; count: number }[] {
  const kinds = new Map<string, { first: Problem; count: number }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.severity, problem.code, problem.field]);
    const kind = kinds.get(key);
    if (kind) kind.count++;
    else kinds.set(key, { first: problem, count: 1 });
  }
  return [...kinds.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.first.severity) - SEVERITIES.indexOf(b.first.severity)
  );
}

function sumUp(problems: readonly Problem[], path: string): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((each) => each.severity === severity).length;
    return count > 0 ? [`${count} ${severity}${count === 1 ? '' : 's'}`] : [];
  });
  return counts.length > 0 ? `${counts.join(', ')}; each one in ${path}` : 'Nothing was found wanting.';
}

export function describeProblem({ severity, where, field, read, wanted, cure }: Problem): string {
  const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
  const found = [field, read === null ? null : `read ${short(read)}`, wanted && `wanted ${wanted}`].filter(Boolean);
  return `${severity}: ${short(where)}: ${found.join('; ')}. ${cure}`;
}
