import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOf, overlap, SKETCH, sketchWay } from './way-sketch';

const degrees = {
  lon: fc.double({ min: 100, max: 100.5, noNaN: true }),
  lat: fc.double({ min: 28, max: 28.5, noNaN: true })
};
const stop = fc.record(degrees);
const place = fc.record({ ...degrees, name: fc.constantFrom('Mitsamiouli', '酉酬镇', 'Foumbouni Centre', '一') });

it('shows every stop, and names that stand free', () => {
  fc.assert(
    fc.property(fc.array(stop, { minLength: 1, maxLength: 3 }), fc.array(place, { maxLength: 40 }), (stops, places) => {
      const { stops: drawn, labels } = sketchWay(stops, places);
      for (const { x, y } of drawn) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(SKETCH.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(SKETCH.height);
      }
      for (const [i, one] of labels.entries())
        for (const other of labels.slice(i + 1)) expect(overlap(boxOf(one), boxOf(other))).toBe(false);
      expect(labels.length).toBeLessThanOrEqual(7);
    })
  );
});

it('runs from left to right, keeps angles and distances, and says where north lies', () => {
  const [south, north, east] = [
    { lon: 100, lat: 0 },
    { lon: 100, lat: 0.1 },
    { lon: 100.05, lat: 0 }
  ];
  const up = sketchWay([south, north, east], []);
  expect(up.north).toBeCloseTo(90);
  const [from, to, aside] = up.stops;
  expect(to.y).toBeCloseTo(from.y);
  expect(to.x).toBeGreaterThan(from.x);
  // East lies clockwise of north, at half its distance.
  expect(aside.x).toBeCloseTo(from.x, 3);
  expect(aside.y - from.y).toBeCloseTo((to.x - from.x) / 2, 3);
  expect(sketchWay([south, east], []).north).toBeCloseTo(0);
});
