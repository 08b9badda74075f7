import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, fitPadding, scaleBar } from './camera';
import { locatorFrame } from './locator';
import { closureMiddle } from './plan-lines';

describe('camera', () => {
  it('bounds hold every position', () => {
    expect(boundsOf([])).toBeNull();
    expect(
      boundsOf([
        [43, -11],
        [42, -12],
        [44, -11.5]
      ])
    ).toEqual([42, -12, 44, -11]);
  });

  it('lets panels yield on a small map', () => {
    expect(fitPadding({ left: 400 }, 20, 1200, 800)).toEqual({ top: 20, right: 20, bottom: 20, left: 420 });
    expect(fitPadding({ left: 400 }, 20, 390, 800).left).toBe(20);
  });

  it('gives the longest round scale that fits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 5000, noNaN: true }), (mpp) => {
        const { metres, pixels } = scaleBar(mpp, 140);
        expect(pixels).toBeLessThanOrEqual(140 + 1e-9);
        expect(pixels * 2.5).toBeGreaterThan(140 - 1e-6);
        expect([1, 2, 5]).toContain(Math.round(metres / 10 ** Math.floor(Math.log10(metres) + 1e-9)));
      })
    );
  });
});

describe('locator', () => {
  it('goes to pixels and back', () => {
    const frame = locatorFrame([43.2, -11.95, 43.52, -11.36], { width: 136, height: 248 }, 10);
    fc.assert(
      fc.property(
        fc.double({ min: 43.2, max: 43.52, noNaN: true }),
        fc.double({ min: -11.95, max: -11.36, noNaN: true }),
        (lon, lat) => {
          const [backLon, backLat] = frame.unproject(...frame.project(lon, lat));
          expect(backLon).toBeCloseTo(lon, 9);
          expect(backLat).toBeCloseTo(lat, 9);
        }
      )
    );
    expect(frame.width).toBeLessThanOrEqual(136);
    expect(frame.height).toBeLessThanOrEqual(248.001);
  });
});

describe('closureMiddle', () => {
  it('stands half-way along the longest line', () => {
    const closure = {
      id: 'c',
      speedPercent: 0,
      planned: false,
      coordinates: [
        [
          [0, 0],
          [1, 0]
        ],
        [
          [0, 0],
          [0, 1],
          [0, 4]
        ]
      ] as [number, number][][]
    };
    expect(closureMiddle(closure)).toEqual([0, 2]);
    expect(closureMiddle({ ...closure, coordinates: [] })).toBeNull();
  });
});
