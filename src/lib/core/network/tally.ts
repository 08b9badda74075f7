import type { Problem } from '../pack/manifest';
import { listObjects } from './osm';

/** Counts values the importer could not use, so that a report names each once, with how often and where. */
export interface Tally {
  add(key: TallyKey, value: string, id: number): void;
  problems(): Problem[];
}

export interface TallyKey {
  code: string;
  field: string;
  wanted: string;
  cure: string;
  /** Default: warning. */
  severity?: Problem['severity'];
  /** OSM type of the objects counted; default way. */
  kind?: 'node' | 'way';
}

const VALUES_PER_CODE = 20;

interface Entry extends TallyKey {
  value: string;
  ids: number[];
}

export function createTally(): Tally {
  const entries = new Map<string, Entry>();
  return {
    add(key, value, id) {
      const name = `${key.code}\n${key.field}\n${value}`;
      let entry = entries.get(name);
      if (!entry) entries.set(name, (entry = { ...key, value, ids: [] }));
      // A way asks once for each direction and vehicle, and is counted once.
      if (entry.ids[entry.ids.length - 1] !== id) entry.ids.push(id);
    },
    problems() {
      const byCode = new Map<string, Entry[]>();
      for (const entry of entries.values()) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry]);
      return [...byCode.values()].flatMap(problemsOfCode);
    }
  };
}

function problemsOfCode(entries: Entry[]): Problem[] {
  entries.sort((a, b) => b.ids.length - a.ids.length || (a.value < b.value ? -1 : 1));
  const shown = entries
    .slice(0, VALUES_PER_CODE)
    .map((entry) => toProblem(entry, `${entry.value} × ${entry.ids.length}`));
  const rest = entries.slice(VALUES_PER_CODE);
  if (rest.length) {
    const ids = rest.flatMap((entry) => entry.ids);
    shown.push(toProblem({ ...rest[0], ids }, `${rest.length} other values × ${ids.length}`));
  }
  return shown;
}

function toProblem(entry: Entry, read: string): Problem {
  const { severity = 'warning', kind = 'way', code, field, wanted, cure } = entry;
  return { severity, code, where: listObjects(kind, entry.ids), field, read, wanted, cure };
}
