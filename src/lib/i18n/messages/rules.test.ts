import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EQUIPMENT_RULES } from '../../core/equipment/assess-equipment';
import { GRADES } from '../../core/model/records';
import { decideCare } from '../../core/referral/decide-care';
import { MATRIX_REASONS } from '../../core/routing/routing';
import { DEFAULT_RULE_PACK } from '../../core/rules/rule-pack';
import { rules } from './rules';

const flags = [true, false];
const decisions = GRADES.flatMap((grade) =>
  flags.flatMap((severeDisease) =>
    flags.flatMap((aged) =>
      flags.flatMap((stable) =>
        flags.map((dialysis) => decideCare({ grade, severeDisease, aged, stable, dialysis }, DEFAULT_RULE_PACK))
      )
    )
  )
);

describe('wording of the rules', () => {
  it('has words for every decision of the referral table', () => {
    for (const { reason, carePlace, needs } of decisions)
      for (const code of [reason.code, `care-place-${carePlace}`, ...needs.map((each) => `passed-lacks-${each}`)])
        expect(rules, code).toHaveProperty(code);
  });

  it('says which decisions the document does not settle', () => {
    for (const { reason, settledByDocument } of decisions)
      expect(rules[reason.code].en.includes('ot settled by the document'), reason.code).toBe(!settledByDocument);
  });

  it('has words for every code the referral writes and every equipment rule', () => {
    const source = readFileSync('src/lib/core/referral/refer.ts', 'utf8');
    const written = [...source.matchAll(/'((?:passed|refer)-[a-z-]+)'/g)].map((match) => match[1]);
    expect(written.length).toBeGreaterThan(10);
    const codes = written.filter((code) => !code.endsWith('-'));
    for (const reason of MATRIX_REASONS) if (reason) codes.push(`passed-no-way-${reason}`);
    for (const rule of EQUIPMENT_RULES) codes.push(`equipment-${rule}`);
    for (const code of codes.filter((each) => each !== 'passed-no-way')) expect(rules, code).toHaveProperty(code);
  });
});
