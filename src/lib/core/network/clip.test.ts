import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideTest } from './clip';

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south]
];

describe('insideTest', () => {
  it('knows holes and several polygons', () => {
    const inside = insideTest({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10), square(4, 4, 2)], [square(20, 0, 1)]]
    });
    expect([inside(1, 1), inside(5, 5), inside(20.5, 0.5), inside(15, 0.5), inside(1, 11)]).toEqual([
      true,
      false,
      true,
      false,
      false
    ]);
  });

  it('answers as the plain even-odd rule over all edges does', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 12 }),
        fc.array(point, { minLength: 20, maxLength: 20 }),
        (ring, places) => {
          const inside = insideTest({ type: 'Polygon', coordinates: [ring] });
          for (const [x, y] of places.map(([x, y]) => [x + 0.37, y + 0.41])) {
            let crossings = 0;
            ring.forEach(([ax, ay], i) => {
              const [bx, by] = ring[(i + 1) % ring.length];
              if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) crossings++;
            });
            expect(inside(x, y)).toBe(crossings % 2 === 1);
          }
        }
      )
    );
  });
});
