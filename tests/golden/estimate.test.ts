import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckRow } from '../../src/lib/core/estimate/check-estimates';
import { greenlane, greenlaneOk } from '../helpers/cli';
import { hasShared, SHARED } from '../helpers/shared-files';

const FILE = 'geodata/qianxinan/villages_clean.csv';
const path = join(SHARED, FILE);

/** Median errors over four counties published with the law, in per cent, by known times. */
const PUBLISHED = { 0: 33, 50: 26, 100: 24, 200: 21 } as const;

describe.skipIf(!hasShared(FILE))('greenlane estimate --check', () => {
  const answer = JSON.parse(greenlaneOk('estimate', '--check', path, '--json')) as {
    villages: number;
    rows: CheckRow[];
    means: Omit<CheckRow, 'county' | 'fitted' | 'judged'>[];
  };

  it('prints every county, law and number of known times', () => {
    expect(answer.villages).toBe(6888);
    expect(answer.rows).toHaveLength(4 * 2 * 4);
    expect(new Set(answer.rows.map(({ county }) => county))).toEqual(
      new Set(['Xingyi', 'Zhenfeng', "Pu'an", 'Qinglong'])
    );
  });

  it.each(['fixed', 'left-out'] as const)('medians of the %s law lie within 3 points of the published ones', (law) => {
    for (const [knownTimes, percent] of Object.entries(PUBLISHED)) {
      const mean = answer.means.find((each) => each.law === law && each.knownTimes === Number(knownTimes))!;
      expect(Math.abs(100 * mean.medianError - percent), `${law} with ${knownTimes}`).toBeLessThanOrEqual(3);
    }
  });

  it('the bands hold what they promise, known times or not', () => {
    for (const { withinHalf, withinEighty } of answer.means) {
      expect(Math.abs(withinHalf - 0.5)).toBeLessThan(0.05);
      expect(Math.abs(withinEighty - 0.8)).toBeLessThan(0.06);
    }
  });

  it('the same seed gives the same figures', () => {
    const text = greenlaneOk('estimate', '--check', path, '--seed', '7');
    expect(text).toMatch(/mean +0 +3\d\.\d %/);
    expect(greenlaneOk('estimate', '--check', path, '--seed', '7')).toBe(text);
  });
});

it('estimate names what is wrong with its file', () => {
  const { code, err } = greenlane('estimate', '--check', 'package.json');
  expect(code).toBe(2);
  expect(err).toContain('package.json');
  expect(greenlane('estimate').err).toContain('--check is missing');
});
