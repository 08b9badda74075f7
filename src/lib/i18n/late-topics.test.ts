import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { lateTopics } from './late-messages';

const SOURCE = join(import.meta.dirname, '..', '..');

interface File {
  /** Files that are there as soon as this one is. */
  needs: string[];
  /** Files that come when asked for. */
  later: string[];
  /** Late topics it makes known, and keys of late topics it may ask for. */
  adds: string[];
  asks: string[];
}

/** Comes with an area of estimated times before anything of it is shown (`commands/open-area.ts`). */
const WITH_AREA = 'estimated';
const topicOf = new Map(
  Object.entries(lateTopics).flatMap(([topic, own]) => Object.keys(own).map((key) => [key, topic]))
);
const files = new Map(sources(SOURCE).map((path) => [path, read(path)]));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node' ? [] : sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

function resolve(from: string, name: string): string[] {
  const base = name.startsWith('$lib')
    ? join(SOURCE, 'lib', name.slice(4))
    : name.startsWith('$core')
      ? join(SOURCE, 'lib', 'core', name.slice(5))
      : name.startsWith('.')
        ? join(dirname(from), name)
        : null;
  if (!base) return [];
  return ['', '.ts', '/index.ts']
    .map((end) => base + end)
    .filter((path) => /\.(ts|svelte)$/.test(path) && existsSync(path));
}

function read(path: string): File {
  const text = readFileSync(path, 'utf8');
  const inMessages = path.includes(join('i18n', 'messages'));
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, name]) => resolve(path, name));
  const topicFiles = Object.keys(lateTopics).map((topic) => [
    topic,
    topic === 'explanations' ? 'results-explain' : topic
  ]);
  return {
    needs: found(/^\s*(?:import|export) (?!type\b)(?:[^'()]*? from )?'([^']+)'/gm),
    later: found(/\bimport\('([^']+)'\)/g),
    adds: text.includes('addMessages(')
      ? topicFiles.filter(([, file]) => text.includes(`messages/${file}'`)).map(([topic]) => topic)
      : [],
    asks: inMessages
      ? []
      : [...text.matchAll(/\bt\((?:[^'()]*\? )?'([^']+)'(?: : '([^']+)')?/g)]
          .flatMap(([, one, other]) => [one, other])
          .filter((key) => topicOf.has(key))
  };
}

/** All that is there as soon as `path` is. */
function closure(path: string): Set<string> {
  const reached = new Set<string>();
  const walk = (each: string) => {
    if (reached.has(each)) return;
    reached.add(each);
    files.get(each)?.needs.forEach(walk);
  };
  walk(path);
  return reached;
}

it('a topic that comes late is there wherever a key of it is asked for', () => {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const visit = (root: string, known: ReadonlySet<string>) => {
    const own = closure(root);
    const topics = new Set([...known, ...[...own].flatMap((path) => files.get(path)?.adds ?? [])]);
    const state = `${root} ${[...topics].sort().join(' ')}`;
    if (seen.has(state)) return;
    seen.add(state);
    for (const path of own) {
      const { asks = [], later = [] } = files.get(path) ?? {};
      for (const key of asks) {
        if (!topics.has(topicOf.get(key)!)) missing.add(`${relative(SOURCE, path)}: ${key} (${topicOf.get(key)})`);
      }
      for (const target of later) if (!target.includes(join('i18n', 'messages'))) visit(target, topics);
    }
  };
  const routes = [...files.keys()].filter((path) => /routes.*\+(page|layout|error)\.svelte$/.test(path));
  expect(routes.length).toBeGreaterThan(6);
  for (const route of routes) visit(route, new Set([WITH_AREA]));
  expect([...missing]).toEqual([]);
});
