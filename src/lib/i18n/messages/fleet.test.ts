import { describe, expect, it } from 'vitest';
import { CAPABILITIES, OUT_OF_SERVICE_REASONS, VEHICLE_STATUSES } from '../../core/model/records';
import { MATRIX_REASONS } from '../../core/routing/routing';
import { LOCALES } from '../locale';
import { translate } from '../t';
import { fleet } from './fleet';

describe('fleet messages', () => {
  it('word every reason a ranking can give', () => {
    const codes = [
      ...VEHICLE_STATUSES.filter((each) => each !== 'available' && each !== 'out-of-service').map(
        (each) => `vehicle-busy-${each}`
      ),
      ...OUT_OF_SERVICE_REASONS.map((each) => `vehicle-out-of-service-${each}`),
      ...CAPABILITIES.map((each) => `vehicle-lacks-${each}`),
      ...MATRIX_REASONS.flatMap((each) => (each ? [`vehicle-no-way-${each}`] : []))
    ];
    for (const code of codes) expect(Object.keys(fleet)).toContain(code);
  });

  it('read as sentences in both languages', () => {
    const params = { base: 'B', minutes: 4, limit: 3 };
    for (const locale of LOCALES)
      for (const code of Object.keys(fleet)) {
        const words = translate(locale, code, { ...params, ...(code.includes('severity') ? GRADES : {}) });
        expect(words, code).not.toMatch(/[{}]/);
      }
    expect(translate('en', 'vehicle-severity-limit', GRADES)).toBe('carries at most mild cases, this one is severe');
  });
});

const GRADES = { limit: 'mild', grade: 'severe' };
