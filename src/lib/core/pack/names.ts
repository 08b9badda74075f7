import type { OsmTags } from '../network/osm';
import type { Names } from '../model/records';

/**
 * Names of an OSM object, null when it has none. `zh` comes from `name:zh*` alone; `en` from `name:en`, `name:fr`,
 * the Latin part of a name written in two scripts, or `int_name` and `name:*-Latn` of one in neither Latin nor Chinese. Nothing is transliterated.
 */
export function namesFromTags(tags: OsmTags): Names | null {
  const local = (tags.name ?? tags['name:en'] ?? tags['name:fr'] ?? tags['name:zh'] ?? '').trim();
  if (!local) return null;
  const names: Names = { local };
  const en = tags['name:en'] ?? tags['name:fr'] ?? latinPart(local) ?? latinInstead(tags, local);
  if (en && en !== local) names.en = en;
  const zh = tags['name:zh-Hans'] ?? tags['name:zh-CN'] ?? tags['name:zh'];
  if (zh) names.zh = zh;
  return names;
}

/** Latin words of a name that also holds another script; null for a name in one script. */
function latinPart(name: string): string | null {
  const words = name.split(/[\s/]+/).filter(Boolean);
  const latin = words.filter(
    (word) => /^[\p{Script=Latin}\p{Nd}\p{P}]+$/u.test(word) && /\p{Script=Latin}/u.test(word)
  );
  return latin.length && latin.length < words.length ? latin.join(' ') : null;
}

/** Latin form of a name in another script, of the same object; Chinese names stand for themselves. */
function latinInstead(tags: OsmTags, local: string): string | null {
  if (/\p{Script=Latin}|\p{Script=Han}/u.test(local)) return null;
  const forms = [
    tags.int_name,
    ...Object.keys(tags).flatMap((key) => (/^name:[a-z]+-Latn/.test(key) ? tags[key] : []))
  ];
  return forms.find((form) => form !== undefined && /\p{Script=Latin}/u.test(form)) ?? null;
}

/** Lower-case letters and digits without marks, for comparing names across sources. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** Stable text key of a name: `Foumbouni Centre de Santé` → `foumbouni-centre-de-sante`. */
export function slug(name: string): string {
  const text = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return text || 'unnamed';
}

/** Gives each key once: a repeated one gets `-2`, `-3` … `isNew` tells whether the key itself was free. */
export function createKeyRegister(): (key: string) => { key: string; isNew: boolean } {
  const used = new Set<string>();
  const tried = new Map<string, number>();
  return (key) => {
    const isNew = !used.has(key);
    let free = key;
    let n = tried.get(key) ?? 2;
    for (; used.has(free); n++) free = `${key}-${n}`;
    if (!isNew) tried.set(key, n);
    used.add(free);
    return { key: free, isNew };
  };
}

/** Share of letter pairs two plain names have in common (Dice), 0–1. */
export function nameLikeness(a: string, b: string): number {
  const x = plainName(a);
  const y = plainName(b);
  if (!x || !y) return 0;
  if (x === y) return 1;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 2 <= x.length; i++) pairs.set(x.slice(i, i + 2), (pairs.get(x.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 2 <= y.length; i++) {
    const left = pairs.get(y.slice(i, i + 2)) ?? 0;
    if (!left) continue;
    pairs.set(y.slice(i, i + 2), left - 1);
    shared++;
  }
  return (2 * shared) / Math.max(1, x.length + y.length - 2);
}
