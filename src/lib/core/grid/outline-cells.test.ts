import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isochrones } from './isochrones';
import { frameLand, UNREACHED } from './land';
import { outlineCells, type CornerRing } from './outline-cells';

const grids = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 9 }) })
  .chain(({ columns, rows }) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: columns * rows, maxLength: columns * rows })
      .map((marks) => ({ columns, rows, marks: Uint8Array.from(marks) }))
  );

/** Even–odd rule: how often a ray to the east crosses the ring. */
function inside([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) odd = !odd;
  }
  return odd;
}

function turnsOf(ring: CornerRing): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0) / 2;
}

describe('outlineCells', () => {
  it('holds every marked cell and no other, in simple rings, holes within their polygon', () => {
    fc.assert(
      fc.property(grids, ({ columns, rows, marks }) => {
        const polygons = outlineCells(marks, columns, rows);
        marks.forEach((mark, cell) => {
          const centre = [(cell % columns) + 0.5, Math.floor(cell / columns) + 0.5] as const;
          const holding = polygons.filter(
            ({ outer, holes }) => inside(centre, outer) && !holes.some((hole) => inside(centre, hole))
          );
          expect(holding).toHaveLength(mark);
        });
        let area = 0;
        for (const { outer, holes } of polygons)
          for (const ring of [outer, ...holes]) {
            expect(ring.at(-1)).toEqual(ring[0]);
            expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
            ring.slice(1).forEach(([x, y], i) => expect(x === ring[i][0] || y === ring[i][1]).toBe(true));
            expect(turnsOf(ring) > 0).toBe(ring === outer);
            expect(Math.abs(turnsOf(ring))).toBeGreaterThanOrEqual(1);
            if (ring !== outer) for (const [x, y] of ring) expect(x * y >= 0 && inBox([x, y], outer)).toBe(true);
            area += turnsOf(ring);
          }
        expect(area).toBe(marks.reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: 500 }
    );
  });

  it('parts what touches at a corner alone, outside and in holes', () => {
    expect(outlineCells(Uint8Array.of(1, 0, 0, 1), 2, 2)).toHaveLength(2);
    // # # # #
    // # . # #
    // # # . #
    // # # # #
    const marks = new Uint8Array(16).fill(1);
    marks[5] = marks[10] = 0;
    const [{ holes }, ...more] = outlineCells(marks, 4, 4);
    expect(more).toEqual([]);
    expect(holes).toHaveLength(2);
  });
});

function inBox([x, y]: [number, number], ring: CornerRing): boolean {
  const [xs, ys] = [ring.map(([each]) => each), ring.map(([, each]) => each)];
  return x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys);
}

describe('isochrones', () => {
  it('takes a time equal to the limit in, nests, and goes counter-clockwise on the map', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 42, maxLength: 42 }), (times) => {
        const frame = frameLand([43, -12, 43.006, -11.994], 100);
        const cells = frame.columns * frame.rows;
        const ms = Uint32Array.from({ length: cells }, (_, i) => (i % 5 === 4 ? UNREACHED : times[i % 42]));
        ms[0] = 600_000;
        const land = { ...frame, cover: new Uint8Array(cells), elevation: null };
        const [more, less] = isochrones({ land, ms }, [10, 10.02]);
        expect([more.properties.minutes, less.properties.minutes]).toEqual([10.02, 10]);
        const within = (limit: number) => [...ms].filter((each) => each <= limit * 60_000).length;
        expect(less.properties.cells).toBe(within(10));
        expect(more.properties.cells).toBe(within(10.02));
        for (let cell = 0; cell < cells; cell++) {
          const lon = frame.west + ((cell % frame.columns) + 0.5) * frame.cellLon;
          const lat = frame.north - (Math.floor(cell / frame.columns) + 0.5) * frame.cellLat;
          const holds = ({ geometry }: typeof more) =>
            geometry.coordinates.some(
              ([outer, ...holes]) => inside([lon, lat], outer) && !holes.some((hole) => inside([lon, lat], hole))
            );
          expect(holds(less)).toBe(ms[cell] <= 600_000);
          expect(holds(more)).toBe(ms[cell] <= 601_200);
        }
        for (const [outer] of more.geometry.coordinates) expect(turnsOf(outer)).toBeGreaterThan(0);
      }),
      { numRuns: 50 }
    );
  });
});
