import type { Page } from 'playwright-core';
import { allMessages as messages } from '../../src/lib/i18n/late-messages';
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
      // A choice of language is worded in that language.
      if (/^(SCRIPT|STYLE)$/.test(holder.tagName) || holder.closest('[lang]') !== document.documentElement) continue;
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

/** Texts that are data: names of places, people, sources, call signs. */
export function dataTexts(situation: Situation): string[] {
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
    situation.alliances,
    situation.zones,
    situation.posts,
    situation.dutyShifts
  ]) {
    for (const record of collection.values()) collect(record);
  }
  return [...new Set(texts)].filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
}

/** Pieces in the wrong language once the data in them are taken away. */
export function foreignWords(words: readonly string[], language: 'en' | 'zh-CN', data: readonly string[]): string[] {
  const strip = (text: string) => data.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  if (language === 'en') return words.filter((text) => /\p{Script=Han}/u.test(strip(text)));
  // A sentence in Latin letters without a Chinese word is one that was not translated.
  return words.filter((text) => {
    const own = strip(text);
    return !/\p{Script=Han}/u.test(own) && /\b[A-Za-z]{3,}\s+[a-z]{2,}\s+[A-Za-z]{2,}/.test(own);
  });
}
