import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircleMm } from './length';

const lon = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
const lat = fc.integer({ min: -900_000_000, max: 900_000_000 });
const step = fc.integer({ min: -500_000, max: 500_000 });

/** Angle between unit vectors by atan2(|a × b|, a · b): another formula for the same arc. */
function byVectors(lonA: number, latA: number, lonB: number, latB: number): number {
  const vector = (lonE7: number, latE7: number): number[] => {
    const [x, y] = [(lonE7 / 1e7) * (Math.PI / 180), (latE7 / 1e7) * (Math.PI / 180)];
    return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
  };
  const [a, b] = [vector(lonA, latA), vector(lonB, latB)];
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  return 6_371_008_800 * Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

describe('greatCircleMm', () => {
  it('agrees with the vector formula within a millimetre on segments', () => {
    fc.assert(
      fc.property(lon, fc.integer({ min: -850_000_000, max: 850_000_000 }), step, step, (x, y, dx, dy) => {
        const millimetres = greatCircleMm(x, y, x + dx, y + dy);
        expect(Number.isInteger(millimetres)).toBe(true);
        expect(Math.abs(millimetres - byVectors(x, y, x + dx, y + dy))).toBeLessThanOrEqual(1);
      })
    );
  });

  it('is the same both ways, and 0 for a point to itself', () => {
    fc.assert(
      fc.property(lon, lat, lon, lat, (a, b, c, d) => {
        expect(greatCircleMm(a, b, c, d)).toBe(greatCircleMm(c, d, a, b));
        expect(greatCircleMm(a, b, a, b)).toBe(0);
      })
    );
  });

  it('measures a quarter of the equator', () => {
    expect(greatCircleMm(0, 0, 900_000_000, 0)).toBe(Math.round((6_371_008_800 * Math.PI) / 2));
  });
});
