import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ciede2000, seenBy, SIGHTS } from './colour-distance';
import { minuteColours, PALETTE_TOKENS, PALETTES, rgba, statusColours } from './palette';
import type { Theme } from './model';

const css = readFileSync(new URL('../components/tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: Theme): Map<string, string> {
  const block = new RegExp(`\\[data-theme=['"]?${theme}['"]?\\]\\s*\\{([^}]*)\\}`).exec(css);
  if (!block) throw new Error(`tokens.css has no block for ${theme}`);
  return new Map(
    [...block[1].matchAll(/(--gl-[a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2].trim().toLowerCase()])
  );
}

const THEMES: Theme[] = ['dark', 'light'];

function smallestPair(colours: string[]): number {
  let least = Infinity;
  for (const sight of SIGHTS) {
    for (let i = 0; i < colours.length; i++) {
      for (let j = i + 1; j < colours.length; j++) {
        least = Math.min(least, ciede2000(seenBy(sight, colours[i]), seenBy(sight, colours[j])));
      }
    }
  }
  return least;
}

describe('palette', () => {
  it.each(THEMES)('equals tokens.css in %s', (theme) => {
    const tokens = tokensOf(theme);
    for (const [key, token] of Object.entries(PALETTE_TOKENS)) {
      const own = PALETTES[theme][key as keyof typeof PALETTE_TOKENS];
      const given = tokens.get(token);
      if (typeof own === 'number') expect(Number(given), token).toBe(own);
      else expect(given, token).toBe(own.toLowerCase());
    }
  });

  it.each(THEMES)('keeps statuses apart in three sights in %s', (theme) => {
    expect(smallestPair(Object.values(statusColours(PALETTES[theme])))).toBeGreaterThanOrEqual(15);
  });

  it.each([
    ['dark', 12],
    ['light', 15]
  ] as const)('keeps neighbouring minute classes apart in three sights in %s', (theme, least) => {
    const ramp = minuteColours(PALETTES[theme]);
    for (let i = 1; i < ramp.length; i++) expect(smallestPair([ramp[i - 1], ramp[i]])).toBeGreaterThanOrEqual(least);
  });

  it('reads bytes of a hex colour', () => {
    expect(rgba('#3DBE94', 0.5)).toEqual([61, 190, 148, 128]);
  });
});

describe('ciede2000', () => {
  // Pairs of Sharma, Wu and Dalal 2005, table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441]
  ] as [[number, number, number], [number, number, number], number][])('%j to %j', (a, b, wanted) => {
    expect(ciede2000(a, b)).toBeCloseTo(wanted, 3);
  });
});
