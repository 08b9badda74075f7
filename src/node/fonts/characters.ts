import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_KIND_SPECS } from '../../lib/core/tables/table-kinds';
import { DEFAULT_RULE_PACK } from '../../lib/core/rules/rule-pack';
import { sampleMedicines } from '../../lib/core/sample/sample-stock';
import { allMessages as messages, lateTopics } from '../../lib/i18n/late-messages';

/** Latin letters with the accents that names of the area and of people take, punctuation, arrows and signs in use. */
const ALWAYS = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x203a]
] as const;
const SIGNS = '−×÷≤≥≈→←↑↓↵⌘°′″²³·•…✓€ŒœŸɓɗƁƊ';
/** Chinese that comes from the browser's own formats and from records typed by people. */
const CHINESE =
  '，。、；：？！（）《》“”‘’—…·年月日星期一二三四五六七八九十百千万亿零上午下周时分秒米公里个人村乡镇县市区路号医院卫生所室站';

/** Messages that stand on the screen when Plan opens; a budget test counts what their glyphs weigh. */
const FIRST_VIEW = new RegExp(
  '^(' +
    [
      'app-name|skip-to|language|rail-(?!label|publish)|bar-(demo$|season|vehicle|care-level|search$)',
      'connection-(live|connecting|catching)|role|sign-in-(title|tagline|role|demo-title|demo-body|with|have)',
      'care-level|vehicle-class-ambulance|season-dry|age-seconds|unit-(persons|villages|minutes|kilometres|metres|percent)',
      'finding|legend|loading|cancel|before|travel-provenance|map-(loading|legend|tag|unit|symbol|short|scale|expired)',
      'plan-(coverage|townships|town|date|changes|recomputed|computing|discard|symbols|care|open|panel|no-way|within)',
      'plan-(beyond|people|overview|thousand)'
    ].join('|') +
    ')'
);
const IN_DATES = '年月日';
const PUNCTUATION = '，。、；：？！（）“”‘’—…·';

/** Keys of topics that come with a screen opened later: their glyphs may wait too. */
const LATE = new Set(Object.values(lateTopics).flatMap((topic) => Object.keys(topic)));

/** Those of `charactersShown` whose glyphs every visit needs: a file of their own leaves the others unfetched. */
export function charactersAtFirst(root: string): Set<string> {
  const worded = Object.entries(messages).flatMap(([key, wording]) =>
    FIRST_VIEW.test(key) && !LATE.has(key) ? Object.values(wording) : []
  );
  return new Set([IN_DATES, PUNCTUATION, ...worded, ...areaNames(root, isFirst)].join(''));
}

/**
 * Every character that the interface, the rule pack, the list of medicines, known headings of tables and the names of the
 * built areas show, each once, in order.
 */
export function charactersShown(root: string): string[] {
  const shown = new Set<string>();
  const add = (text: string) => {
    for (const character of text) shown.add(character);
  };
  for (const [first, last] of ALWAYS) {
    for (let code = first; code <= last; code++) shown.add(String.fromCodePoint(code));
  }
  add(SIGNS + CHINESE);
  for (const wording of Object.values(messages)) for (const text of Object.values(wording)) add(text);
  add(JSON.stringify(DEFAULT_RULE_PACK));
  add(JSON.stringify(sampleMedicines(DEFAULT_RULE_PACK)));
  // Headings and words of the tables that offices bring.
  add(JSON.stringify(TABLE_KIND_SPECS));
  for (const names of areaNames(root)) add(names);
  return [...shown].filter((character) => character >= ' ').sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

/** Places of an area of estimated times are seen once it is opened, its own name in the list of areas before. */
const isFirst = (manifest: { times?: string }, file: string) =>
  file === 'manifest.json' || manifest.times !== 'estimated';

function areaNames(root: string, wanted: typeof isFirst = () => true): string[] {
  const areas = join(root, 'geodata', 'areas');
  if (!existsSync(areas)) return [];
  const found: string[] = [];
  for (const area of readdirSync(areas, { withFileTypes: true })) {
    if (!area.isDirectory()) continue;
    const manifest = join(areas, area.name, 'manifest.json');
    if (!existsSync(manifest)) continue;
    const facts = JSON.parse(readFileSync(manifest, 'utf8')) as { times?: string };
    for (const file of ['manifest.json', 'settlements.json', 'facilities.json', 'townships.json']) {
      const path = join(areas, area.name, file);
      if (wanted(facts, file) && existsSync(path)) found.push(...namesIn(JSON.parse(readFileSync(path, 'utf8'))));
    }
  }
  return found;
}

/** Texts under every `names` of a pack file. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'names' || key === 'doseUnit'
      ? Object.values(inner as object).filter((text) => typeof text === 'string')
      : namesIn(inner)
  );
}
