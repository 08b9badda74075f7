import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newerFix, nextFix, type DriveFix } from './next-fix';
import { isNewerFix } from './parse-acts';

const clockTimes = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 1, maxLength: 20 });

it('each fix of a device is newer than the one before, whatever its clock does', () => {
  fc.assert(
    fc.property(clockTimes, (times) => {
      let last: DriveFix | null = null;
      for (const now of times) {
        const fix = nextFix(last, { lon: 1, lat: 2 }, now);
        if (last) expect(isNewerFix(fix, { positionAt: last.deviceAt, positionSeq: last.seq })).toBe(true);
        last = fix;
      }
    })
  );
});

it('of the fixes that waited the newest goes, in whatever order they come', () => {
  fc.assert(
    fc.property(clockTimes, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (times, order) => {
      const fixes: DriveFix[] = [];
      for (const now of times) fixes.push(nextFix(fixes.at(-1) ?? null, { lon: 1, lat: 2 }, now));
      const shuffled = fixes.map((fix) => ({ fix, at: order.next().value as number })).sort((a, b) => a.at - b.at);
      expect(shuffled.reduce<DriveFix | null>((held, { fix }) => newerFix(held, fix), null)).toEqual(fixes.at(-1));
    })
  );
});
