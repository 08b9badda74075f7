import { nameLikeness, plainName } from '../../lib/core/pack/names';
import type { Names } from '../../lib/core/model/records';

const MOST = 5;
const LEAST_LIKENESS = 0.35;

/** Records whose id or one of whose names holds what was written, or is spelt much like it; the likest first. */
export function nearNames<T extends { id: string; names: Names }>(wanted: string, records: readonly T[]): T[] {
  const plain = plainName(wanted);
  if (plain === '') return [];
  return records
    .map((record) => {
      const words = [record.id, ...Object.values(record.names).flatMap((name) => name ?? [])];
      return { record, likeness: Math.max(...words.map((word) => likenessOf(plain, plainName(word)))) };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.record.id < b.record.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ record }) => record);
}

/** 1 for one that holds the other, else the greater of shared letter pairs and one minus the share of letters to edit. */
function likenessOf(a: string, b: string): number {
  if (b.length >= 3 && a.length >= 3 && (b.includes(a) || a.includes(b))) return 1;
  const edits = 1 - editDistance(a, b) / Math.max(1, a.length, b.length);
  return Math.max(nameLikeness(a, b), edits > 0.6 ? edits : 0);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}
