import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillUnknown, gradeOfSegment, type RoadProfile } from './grade';

const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: -60, max: 60 })), {
  minLength: 1,
  maxLength: 15
});

function profileOf(parts: [number, number][]): RoadProfile {
  const along = [0];
  const elevation = [500];
  for (const [length, rise] of parts) {
    along.push(along[along.length - 1] + length);
    elevation.push(elevation[elevation.length - 1] + (length === 0 ? 0 : rise));
  }
  return { along: Float64Array.from(along), elevation: Float64Array.from(elevation) };
}

/** The same road as a function of the distance, searched from the start. */
function heightAt({ along, elevation }: RoadProfile, distance: number): number {
  for (let i = 1; i < along.length; i++) {
    if (distance > along[i] || along[i] === along[i - 1]) continue;
    const share = (distance - along[i - 1]) / (along[i] - along[i - 1]);
    return elevation[i - 1] * (1 - share) + elevation[i] * share;
  }
  return elevation[elevation.length - 1];
}

describe('gradeOfSegment', () => {
  it('is the rise over ±100 m of the middle, within the road, over at least 100 m', () => {
    fc.assert(
      fc.property(steps, (parts) => {
        const profile = profileOf(parts);
        const end = profile.along[parts.length];
        for (let i = 0; i < parts.length; i++) {
          const middle = (profile.along[i] + profile.along[i + 1]) / 2;
          const [a, b] = [Math.max(0, middle - 100_000), Math.min(end, middle + 100_000)];
          const percent = (100 * (heightAt(profile, b) - heightAt(profile, a))) / (Math.max(b - a, 100_000) / 1000);
          const wanted = Math.max(-30, Math.min(30, percent)) * 100;
          expect(Math.abs(gradeOfSegment(profile, i) - wanted)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      })
    );
  });

  it('is the opposite on the way back, but for the half-up of exact halves', () => {
    fc.assert(
      fc.property(steps, (parts) => {
        const there = profileOf(parts);
        const end = there.along[parts.length];
        const back = {
          along: Float64Array.from(there.along, (each) => end - each).reverse(),
          elevation: Float64Array.from(there.elevation).reverse()
        };
        for (let i = 0; i < parts.length; i++) {
          const sum = gradeOfSegment(there, i) + gradeOfSegment(back, parts.length - 1 - i);
          expect(Math.abs(sum)).toBeLessThanOrEqual(1);
        }
      })
    );
  });
});

describe('fillUnknown', () => {
  it('is linear between known nodes, level beyond, and leaves all-unknown alone', () => {
    const fill = (elevation: number[]): number[] => {
      const profile = {
        along: Float64Array.from(elevation, (_, i) => i * 10),
        elevation: Float64Array.from(elevation)
      };
      fillUnknown(profile);
      return [...profile.elevation];
    };
    expect(fill([NaN, 10, NaN, NaN, 40, NaN])).toEqual([10, 10, 20, 30, 40, 40]);
    expect(fill([NaN, NaN])).toEqual([NaN, NaN]);
  });
});
