import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gap } from '$core/model/results';
import { gapText, gapUnit, shownNumber } from './gap-words';
import '$lib/i18n/late-messages';

const gap = (part: Partial<Gap>): Gap => ({ kind: 'gap-days-antipyretic', group: 'medicines', ...part }) as Gap;

describe('numbers of a gap', () => {
  it('never read as passing', () => {
    expect(gapText(gap({ have: 13.96, need: 14, shortBy: 0.04 }), 'have')).toBe('13.9 d');
    expect(gapText(gap({ kind: 'gap-share-antigen', have: 0.14999, need: 0.15, shortBy: 0.00001 }), 'have')).toBe(
      '14.9%'
    );
    expect(gapText(gap({ kind: 'gap-minutes', group: 'access', have: 60.01, need: 60, shortBy: 0.01 }), 'have')).toBe(
      '61 min'
    );
  });

  it('add up as printed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 13.999, noNaN: true }), (have) => {
        const days = gap({ have, need: 14, shortBy: 14 - have });
        const sum = shownNumber(days, 'have')! + shownNumber(days, 'shortBy')!;
        expect(sum).toBeCloseTo(14, 6);
      })
    );
    fc.assert(
      fc.property(fc.double({ min: 60.001, max: 400, noNaN: true }), (have) => {
        const far = gap({ kind: 'gap-minutes', group: 'access', have, need: 60, shortBy: have - 60 });
        expect(shownNumber(far, 'have')! - shownNumber(far, 'shortBy')!).toBe(60);
      })
    );
  });

  it('have the unit of their kind', () => {
    expect(gapUnit(gap({ need: 14 }))).toBe('days');
    expect(gapUnit(gap({ kind: 'gap-expiry-antigen', need: 0.15 }))).toBe('percent');
    expect(gapUnit(gap({ kind: 'gap-expiry-antigen', need: 21 }))).toBe('days');
    expect(gapUnit(gap({ kind: 'gap-oximeters', group: 'equipment', need: 2 }))).toBe('units');
    expect(gapUnit(gap({ kind: 'gap-fever-open', group: 'equipment', need: true }))).toBe('truth');
    expect(gapText(gap({ have: null, need: 14, shortBy: null }), 'have')).toBe('–');
  });
});
