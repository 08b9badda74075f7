import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createElevationGrid, type ElevationTile } from './elevation';

function tile(part: Partial<ElevationTile> = {}): ElevationTile {
  const data = Int16Array.of(0, 10, 20, 100, 110, 120, 200, 210, 220);
  return { name: 'a', width: 3, height: 3, west: 10, north: 5, dx: 0.5, dy: 0.5, data, noData: -32768, ...part };
}

describe('createElevationGrid', () => {
  it('is bilinear: exact on a plane, everywhere', () => {
    const grid = createElevationGrid([tile()]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (x, y) => {
        expect(grid.sample(10 + x, 5 - y)).toBeCloseTo(20 * x + 200 * y, 6);
      })
    );
  });

  it('answers half a cell beyond the outermost samples, and nothing further', () => {
    const grid = createElevationGrid([tile()]);
    expect(grid.sample(9.8, 5.2)).toBe(0);
    expect(grid.sample(9.7, 5)).toBeNull();
    expect(grid.sample(NaN, 5)).toBeNull();
    expect(grid.bounds).toEqual([10, 4, 11, 5]);
  });

  it('knows nothing beside a void, yet all on a sample that is none', () => {
    const data = Int16Array.of(0, 10, 20, 100, -32768, 120, 200, 210, 220);
    const grid = createElevationGrid([tile({ data })]);
    expect(grid.sample(10.25, 4.75)).toBeNull();
    expect(grid.sample(10, 4.5)).toBe(100);
    expect(grid.sample(10.25, 5)).toBe(5);
  });

  it('takes heights no land has as void', () => {
    const data = Float32Array.of(NaN, 20_000, -3000, 1, 1, 1, 1, 1, 1);
    const grid = createElevationGrid([tile({ data, noData: null })]);
    expect([10, 10.5, 11].map((lon) => grid.sample(lon, 5))).toEqual([null, null, null]);
  });

  it('asks the finest tile first, the coarser one in its voids', () => {
    const coarse = tile({ name: 'coarse', data: new Int16Array(9).fill(7) });
    const fine = tile({ name: 'fine', dx: 0.25, dy: 0.25, data: Int16Array.of(1, 1, 1, 1, 1, 1, 1, 1, -32768) });
    const grid = createElevationGrid([coarse, fine]);
    expect([grid.sample(10, 5), grid.sample(10.5, 4.5), grid.sample(11, 4)]).toEqual([1, 7, 7]);
  });

  it('at a seam interpolates in the tile around the point, not from the edge of its neighbour', () => {
    const west = tile({ name: 'a', data: new Int16Array(9).fill(20) });
    const east = tile({ name: 'b', west: 11, data: Int16Array.of(20, 60, 60, 20, 60, 60, 20, 60, 60) });
    const grid = createElevationGrid([west, east]);
    expect(grid.sample(11.1, 4.7)).toBeCloseTo(28, 6);
  });
});
