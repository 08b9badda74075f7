import type { Page } from 'playwright-core';
import { allMessages as messages } from '../../src/lib/i18n/late-messages';
import type { PackManifest } from '../../src/lib/core/pack/manifest';
import type { Situation } from '../../src/lib/core/model/situation';

/** Every piece of text a person can meet on the page: text itself, names for screen readers, hints, placeholders. */
export async function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const add = (text: string | null) => {
      const plain = text?.replace(/\s+/g, ' ').trim();
      if (plain) found.add(plain);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement!;
      // A choice of language is worded in that language; the announcer has spoken when the page was opened.
      if (/^(SCRIPT|STYLE)$/.test(holder.tagName) || holder.closest('[lang]') !== document.documentElement) continue;
      if (holder.closest('#svelte-announcer')) continue;
      add(node.textContent);
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('[lang]') !== document.documentElement) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        if (!element.querySelector('[lang]')) add(element.getAttribute(name));
      }
    }
    add(document.title);
    return [...found];
  });
}

/** Pieces that show a message's key or another bare code instead of words. */
export function rawKeys(words: readonly string[], data: readonly string[]): string[] {
  const known = new Set(data);
  return words.filter((text) => {
    if (known.has(text)) return false;
    const codes = text.match(/[a-z]+(?:-[a-z0-9]+)+/g) ?? [];
    return codes.some((code) => code in messages || code === text);
  });
}

/** Texts that are data: names of places, people, medicines, call signs; of the pack, where its manifest is given. */
export function dataTexts(situation: Situation, manifest?: Pick<PackManifest, 'names' | 'sources'>): string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  for (const collection of [
    situation.villages,
    situation.facilities,
    situation.townships,
    situation.vehicles,
    situation.crews,
    situation.suppliers,
    situation.medicines,
    situation.alliances,
    situation.zones,
    situation.posts,
    situation.dutyShifts
  ]) {
    for (const record of collection.values()) collect(record);
  }
  collect([manifest?.names, manifest?.sources]);
  return [...new Set(texts)].filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
}

/** Names that stand as they are in every language: products, bodies, licences, formats, keys of the keyboard. */
const PROPER_NAMES = [
  'OpenStreetMap contributors',
  'OpenStreetMap',
  'Copernicus Global Land Service',
  'Open Database License',
  'Greenlane',
  'GeoJSON',
  'GitHub',
  'Tobler',
  'Enter',
  'English'
];

/** A word of a sentence: Latin letters, not an abbreviation. */
const LATIN_WORD = String.raw`(?<![\p{L}\d_-])\p{Script=Latin}*\p{Ll}\p{Script=Latin}*(?![\p{L}\d_-])`;
const LATIN_PHRASE = new RegExp(String.raw`${LATIN_WORD}[\s,’']+${LATIN_WORD}`, 'u');
const LONE_LATIN_WORD = /^[^\p{L}]*\p{Lu}?\p{Ll}{3,}[^\p{L}]*$/u;

/**
 * Pieces in the wrong language once names and the data in them are taken away. In Chinese two Latin words in a row are
 * foreign wherever they stand, one alone where it is the whole piece.
 */
export function foreignWords(words: readonly string[], language: 'en' | 'zh-CN', data: readonly string[]): string[] {
  const names = [...PROPER_NAMES, ...data];
  const strip = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ' · '), text);
  if (language === 'en') return words.filter((text) => /\p{Script=Han}/u.test(strip(text)));
  return words.filter((text) => {
    const own = strip(text);
    return LATIN_PHRASE.test(own) || LONE_LATIN_WORD.test(own);
  });
}
