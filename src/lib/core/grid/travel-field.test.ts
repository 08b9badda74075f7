import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oracleSeconds } from '../../../../tests/helpers/grid-oracle';
import { BARRIER, TRAVEL_MODES, type GridGround } from './grid-ground';
import { wholeMinutes } from './minutes';
import { modeSpeed } from './mode-speed';
import { travelField } from './travel-field';

const [WALKING, BICYCLING, MOTORIZED] = TRAVEL_MODES.keys();

/** Small raster of every mode, with barriers and heights steep enough to matter. */
const grounds: fc.Arbitrary<GridGround> = fc
  .record({
    columns: fc.integer({ min: 1, max: 7 }),
    rows: fc.integer({ min: 1, max: 7 }),
    cellMetres: fc.constantFrom(30, 100, 1000),
    level: fc.boolean()
  })
  .chain(({ columns, rows, cellMetres, level }) =>
    fc
      .array(
        fc.record({
          mode: fc.constantFrom(WALKING, BICYCLING, MOTORIZED, WALKING, BICYCLING, MOTORIZED, BARRIER),
          kmh: fc.integer({ min: 1, max: 100 }),
          rise: fc.double({ min: -0.6, max: 0.6, noNaN: true })
        }),
        { minLength: columns * rows, maxLength: columns * rows }
      )
      .map((cells) => ({
        columns,
        rows,
        cellMetres,
        mode: Uint8Array.from(cells, ({ mode }) => mode),
        kmh: Float64Array.from(cells, ({ kmh }) => kmh),
        elevation: level ? null : Float64Array.from(cells, ({ rise }) => rise * cellMetres)
      }))
  );

function plain(
  columns: number,
  rows: number,
  mode: number,
  kmh: number,
  elevation: number[] | null = null
): GridGround {
  return {
    columns,
    rows,
    cellMetres: 1000,
    mode: new Uint8Array(columns * rows).fill(mode),
    kmh: new Float64Array(columns * rows).fill(kmh),
    elevation: elevation && Float64Array.from(elevation)
  };
}

function secondsFrom(
  ground: GridGround,
  cell: number,
  neighbours: 8 | 16,
  toward: 'away' | 'seeds' = 'away'
): Float64Array {
  return travelField(ground, { seeds: [{ cell, time: 0 }], neighbours, toward, unit: 'seconds' }).time;
}

describe('travelField', () => {
  it('equals the textbook on an explicit graph, in every mode, both directions, 8 and 16 neighbours', () => {
    fc.assert(
      fc.property(grounds, fc.nat(), fc.nat(), (ground, a, b) => {
        const sources = [a % ground.mode.length, b % ground.mode.length];
        for (const neighbours of [8, 16] as const)
          for (const toward of ['away', 'seeds'] as const) {
            const field = travelField(ground, {
              seeds: sources.map((cell) => ({ cell, time: 0 })),
              neighbours,
              toward,
              unit: 'seconds'
            });
            const wanted = oracleSeconds(ground, sources, neighbours, toward);
            wanted.forEach((seconds, cell) => {
              if (seconds === Infinity) expect(field.time[cell]).toBe(Infinity);
              else expect(Math.abs(field.time[cell] - seconds)).toBeLessThan(1e-6 * Math.max(1, seconds));
              expect(field.seed[cell] >= 0).toBe(seconds < Infinity);
            });
          }
      }),
      { numRuns: 300 }
    );
  });

  it('turned round answers the same pairs: to a cell what leads away from each other one', () => {
    fc.assert(
      fc.property(grounds, fc.nat(), (ground, pick) => {
        const end = pick % ground.mode.length;
        const back = secondsFrom(ground, end, 16, 'seeds');
        ground.mode.forEach((_, start) => {
          const there = secondsFrom(ground, start, 16)[end];
          if (there === Infinity) expect(back[start]).toBe(Infinity);
          else expect(Math.abs(back[start] - there)).toBeLessThan(1e-6 * Math.max(1, there));
        });
      }),
      { numRuns: 50 }
    );
  });

  it('keeps to the limit, and counts what a seed has already spent', () => {
    const ground = plain(9, 1, MOTORIZED, 60);
    const { time, metres, seed } = travelField(ground, {
      seeds: [
        { cell: 0, time: 0 },
        { cell: 8, time: 90 }
      ],
      neighbours: 8,
      toward: 'away',
      unit: 'seconds',
      most: 240
    });
    expect([...time]).toEqual([0, 60, 120, 180, 240, Infinity, 210, 150, 90]);
    expect([...seed]).toEqual([0, 0, 0, 0, 0, -1, 1, 1, 1]);
    expect(metres[4]).toBe(4000);
  });

  it('moves diagonally between two barriers, and no knight over one', () => {
    const ground = plain(3, 2, MOTORIZED, 60);
    ground.mode[1] = BARRIER;
    ground.mode[3] = BARRIER;
    // . # .
    // # . .
    expect(secondsFrom(ground, 0, 16)[4]).toBeCloseTo(60 * Math.SQRT2, 9);
    expect(secondsFrom(ground, 0, 16)[5]).toBeCloseTo(60 * (1 + Math.SQRT2), 9);
    ground.mode[1] = MOTORIZED;
    expect(secondsFrom(ground, 0, 16)[5]).toBeCloseTo(60 * Math.sqrt(5), 9);
  });

  it('is quicker down than up on foot and by bicycle, and by motor the same', () => {
    const slope = [0, 100, 200];
    for (const mode of [WALKING, BICYCLING]) {
      const ground = plain(3, 1, mode, 6, slope);
      expect(secondsFrom(ground, 2, 8)[0]).toBeLessThan(secondsFrom(ground, 0, 8)[2]);
      expect(secondsFrom(ground, 2, 8, 'seeds')[0]).toBe(secondsFrom(ground, 0, 8)[2]);
    }
    expect(secondsFrom(plain(3, 1, MOTORIZED, 50, slope), 0, 8)[2]).toBe(144);
  });
});

describe('modeSpeed', () => {
  it('is the speed of the table on the level, and a bicycle never goes more than twice as fast', () => {
    for (const mode of [WALKING, BICYCLING, MOTORIZED]) expect(modeSpeed(mode, 7, 0)).toBeCloseTo(7, 12);
    expect(modeSpeed(BICYCLING, 12, -0.3)).toBe(24);
    expect(modeSpeed(WALKING, 4, -0.05)).toBeCloseTo(4 / Math.exp(-0.175), 12);
    expect(modeSpeed(MOTORIZED, 80, 0.4)).toBe(80);
  });

  it('falls steadily with the climb by bicycle', () => {
    const speeds = Array.from({ length: 200 }, (_, i) => modeSpeed(BICYCLING, 12, -0.5 + i / 100));
    speeds.slice(1).forEach((each, i) => expect(each).toBeLessThanOrEqual(speeds[i]));
    expect(speeds.at(-1)).toBeGreaterThan(0);
  });
});

describe('wholeMinutes', () => {
  it('rounds to a millionth of a second first, then up', () => {
    expect(wholeMinutes(0)).toBe(0);
    expect(wholeMinutes(3600 + 4e-7)).toBe(60);
    expect(wholeMinutes(3600 + 6e-7)).toBe(61);
    expect(wholeMinutes(Infinity)).toBe(Infinity);
  });
});
