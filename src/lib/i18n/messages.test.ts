import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { foreignWords } from '../../../tests/helpers/page-words';
import { LOCALES } from './locale';
import { allMessages as messages, allTopics as topics } from './late-messages';

/** Importers word their problems for the command line themselves; rule packs carry their own words. */
const WORDED_THERE = /core[/\\](network|pack|terrain|rules)[/\\]/;
const SOURCE = join(import.meta.dirname, '..', '..');

/** Names of the values a message takes, `#` and the like left aside. */
function params(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type !== TYPE.tag) found.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) walk(value);
      }
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  walk(parse(message, { ignoreTag: true }));
  // A place carries its name in each language; a wording takes its own.
  return [...new Set([...found].map((name) => name.replace(/(Zh|En)$/, '')))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

describe('messages', () => {
  it('are worded in every language, with text, and take the same values', () => {
    const faults: string[] = [];
    for (const [key, wording] of Object.entries(messages)) {
      for (const locale of LOCALES) {
        if (!wording[locale]?.trim()) faults.push(`${key}: no ${locale}`);
      }
      const [first, ...others] = LOCALES.map((locale) => params(wording[locale] ?? '').join(' '));
      if (others.some((other) => other !== first)) faults.push(`${key}: values differ (${first} / ${others})`);
      if (Object.keys(wording).length !== LOCALES.length) faults.push(`${key}: a language too many`);
    }
    expect(faults).toEqual([]);
  });

  it('are Chinese in Chinese, but for proper names', () => {
    const bare = (text: string): string => {
      const inner = text.replaceAll(/\{[^{}]*\}|<\/?f>/g, '1');
      return inner === text ? text : bare(inner);
    };
    const texts = Object.values(messages).map((wording) => bare(wording['zh-CN']));
    expect(foreignWords(texts, 'zh-CN', [])).toEqual([]);
    const caught = ['Reserve vehicle', '出错：The area is not open yet', 'Planner', '车辆 ready now'];
    expect(foreignWords([...caught, '车辆 A-01', 'DR 设备', 'CSV (UTF-8)', 'Esc'], 'zh-CN', [])).toEqual(caught);
  });

  it('stand in one topic each', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const [topic, own] of Object.entries(topics)) {
      for (const key of Object.keys(own)) {
        if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${topic}`);
        seen.set(key, topic);
      }
    }
    expect(twice).toEqual([]);
  });

  it('exist for every code that the source names', () => {
    const missing: string[] = [];
    for (const path of sources(SOURCE)) {
      if (path.includes(join('i18n', 'messages')) || WORDED_THERE.test(path)) continue;
      const text = readFileSync(path, 'utf8');
      const place = path.slice(SOURCE.length);
      const interfacePart = /[/\\](components|routes|map|i18n|commands|state)[/\\]/.test(place);
      const uses = [
        ...(interfacePart ? text.matchAll(/\bt\(\s*'([^']+)'/g) : []),
        ...text.matchAll(/\bt\(\s*[^'`()]*\?\s*'([^']+)'\s*:\s*'[^']+'/g),
        ...text.matchAll(/\bt\(\s*[^'`()]*\?\s*'[^']+'\s*:\s*'([^']+)'/g),
        ...(/[/\\](core|engine|commands|state|components|routes)[/\\]/.test(place)
          ? text.matchAll(/\b(?:code|kind):\s*'([a-z]+(?:-[a-z0-9]+)+)'/g)
          : [])
      ];
      for (const [use, code] of uses) {
        if (use.startsWith('kind') && !code.startsWith('gap-')) continue;
        if (!worded(code)) missing.push(`${path.slice(SOURCE.length + 1)}: ${code}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

/** Some codes stand behind a prefix in the message, e.g. `uplift-high-risk`. */
function worded(code: string): boolean {
  return code in messages || Object.keys(messages).some((key) => key.endsWith(`-${code}`));
}
