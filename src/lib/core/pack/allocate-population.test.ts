import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocatePopulation } from './allocate-population';
import { cellCentre, cellsOfArea, roundToWhole, sumPersons } from './population-grid';
import type { PopulationGrid } from './population-grid';

function grid(width: number, height: number, persons: number[]): PopulationGrid {
  return { width, height, west: 43, north: -11, cellLon: 0.001, cellLat: 0.001, persons: Float32Array.from(persons) };
}
const flat = { elevation: null, roadCells: null };
const everywhere = () => true;

describe('population shared out', () => {
  it('gives each cell to one settlement and keeps the sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 60, noNaN: true })), {
          minLength: 64,
          maxLength: 64
        }),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true })),
          {
            minLength: 1,
            maxLength: 6
          }
        ),
        (persons, points) => {
          const raster = grid(8, 8, persons);
          const cells = cellsOfArea(raster, everywhere);
          const settlements = points.map(([x, y]) => ({ lon: 43 + x * 0.008, lat: -11 - y * 0.008 }));
          const shared = allocatePopulation({ grid: raster, cells, settlements, ...flat });
          const sum = sumPersons(raster, cells);
          expect([...shared.owner].every((owner) => owner >= 0 && owner < settlements.length)).toBe(true);
          expect(shared.persons.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 3);
          expect(shared.cellsByWalk + shared.cellsByDistance).toBe(cells.length);
          expect(roundToWhole(shared.persons).reduce((a, b) => a + b, 0)).toBe(
            Math.round(shared.persons.reduce((a, b) => a + b, 0))
          );
        }
      )
    );
  });

  it('rounds by largest remainder: each within one person of its share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 40 }), (shares) => {
        const whole = roundToWhole(shares);
        expect(whole.every((persons, i) => Number.isInteger(persons) && Math.abs(persons - shares[i]) <= 1)).toBe(true);
        expect(Math.abs(whole.reduce((a, b) => a + b, 0) - shares.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(
          0.501
        );
      })
    );
  });

  it('on open flat ground agrees with the walk over a full search of every settlement alone', () => {
    const raster = grid(12, 12, Array(144).fill(1));
    const cells = cellsOfArea(raster, everywhere);
    const settlements = [2, 77, 140].map((cell) => ({
      lon: cellCentre(raster, cell)[0],
      lat: cellCentre(raster, cell)[1]
    }));
    const shared = allocatePopulation({ grid: raster, cells, settlements, ...flat });
    const metresEast = 111_195 * 0.001 * Math.cos((11 * Math.PI) / 180);
    const metresNorth = 111_195 * 0.001;
    const walk = (cell: number, seed: number) => {
      const dx = Math.abs((cell % 12) - (seed % 12));
      const dy = Math.abs(Math.floor(cell / 12) - Math.floor(seed / 12));
      const diagonal = Math.min(dx, dy);
      return (
        diagonal * Math.hypot(metresEast, metresNorth) + (dx - diagonal) * metresEast + (dy - diagonal) * metresNorth
      );
    };
    cells.forEach((cell, i) => {
      const metres = [2, 77, 140].map((seed) => walk(cell, seed));
      expect(metres[shared.owner[i]]).toBeLessThanOrEqual(Math.min(...metres) * 1.001 + 0.5);
    });
  });

  it('follows the way on foot, not the straight line: a cell behind a cliff goes to the far settlement', () => {
    const raster = grid(9, 1, Array(9).fill(1));
    const cells = cellsOfArea(raster, everywhere);
    const settlements = [0, 8].map((cell) => ({ lon: cellCentre(raster, cell)[0], lat: cellCentre(raster, cell)[1] }));
    const cliff = (lon: number) => (lon < 43.003 ? 0 : 300);
    const shared = allocatePopulation({ grid: raster, cells, settlements, elevation: cliff, roadCells: null });
    expect([...shared.owner]).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it('takes slivers along a coast and nothing across an inland border', () => {
    const sea = grid(10, 1, [1, 1, 1, 1, 1, 1, NaN, NaN, NaN, NaN]);
    expect(cellsOfArea(sea, (lon) => lon < 43.004)).toEqual([0, 1, 2, 3, 4, 5]);
    const inland = grid(12, 1, Array(12).fill(1));
    expect(cellsOfArea(inland, (lon) => lon < 43.004)).toEqual([0, 1, 2, 3]);
  });
});
