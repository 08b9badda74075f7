import { describe, expect, it } from 'vitest';
import { shadeRelief } from './relief';

const bounds: [number, number, number, number] = [43, -12, 43.4, -11.6];

/** A cone of 2,000 m in the middle, the sea around it. */
function cone(lon: number, lat: number): number | null {
  const metres = Math.hypot((lon - 43.2) * 108_800, (lat + 11.8) * 111_195);
  return metres > 12_000 ? 0 : 2000 * (1 - metres / 12_000);
}

describe('shaded relief', () => {
  const relief = shadeRelief({ elevation: cone, bounds, longestSide: 400 });
  const at = (x: number, y: number) => {
    const i = Math.round(y * relief.height) * relief.width + Math.round(x * relief.width);
    return relief.gray[i] ? relief.alpha[i] : 0 - relief.alpha[i];
  };

  it('has the proportions of Web Mercator and the longest side asked for', () => {
    expect([relief.width, relief.height]).toEqual([392, 400]);
  });

  it('lights the north-west, shades the south-east, and leaves the sea clear', () => {
    expect(at(0.4, 0.4)).toBeGreaterThan(15);
    expect(at(0.6, 0.6)).toBeLessThan(-15);
    expect(at(0.05, 0.05)).toBe(0);
    expect(at(0.95, 0.5)).toBe(0);
  });

  it('keeps a ridge on the shaded flank apart from the flank', () => {
    const ridged = shadeRelief({
      elevation: (lon, lat) => {
        const base = cone(lon, lat) as number;
        const across = Math.abs((lon - 43.2) * 108_800 + (lat + 11.8) * 111_195) / 400;
        return base > 100 && lon > 43.2 && across < 1 ? base + 120 * (1 - across) : base;
      },
      bounds,
      longestSide: 800
    });
    const signed = Array.from(ridged.alpha, (alpha, i) => (ridged.gray[i] ? alpha : -alpha));
    const line = [];
    for (let k = -30; k <= 30; k++) {
      const x = Math.round(0.62 * ridged.width) + k;
      const y = Math.round(0.62 * ridged.height) - k;
      line.push(signed[y * ridged.width + x]);
    }
    expect(Math.max(...line) - Math.min(...line)).toBeGreaterThan(50);
  });

  it('voids and unknown ground stay clear', () => {
    const empty = shadeRelief({ elevation: () => null, bounds, longestSide: 50 });
    expect(empty.alpha.every((value) => value === 0)).toBe(true);
  });
});
