import { describe, expect, it } from 'vitest';
import type { PatientCase } from '../model/results';
import { GRADES } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { decideCare } from './decide-care';

/**
 * Item 10 read by hand, one line per grade × severe underlying disease. Columns: aged stable, aged unstable, not aged
 * stable, not aged unstable; then the same with dialysis. H home, S sub-designated, D designated; lower case = not
 * settled by the document.
 */
const TABLE = `
asymptomatic no   H H H H  D D D D
asymptomatic yes  S d s d  D D D D
mild         no   H H H H  D D D D
mild         yes  S d s d  D D D D
ordinary     no   S S S S  D D D D
ordinary     yes  S S S S  D D D D
severe       no   D D D D  D D D D
severe       yes  D D D D  D D D D
critical     no   D D D D  D D D D
critical     yes  D D D D  D D D D
`;
const PLACES = { H: 'home', S: 'sub-designated', D: 'designated' } as const;

const cells = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [grade, disease, ...letters] = line.trim().split(/\s+/);
    return letters.map((letter, i) => {
      const patient = {
        grade,
        severeDisease: disease === 'yes',
        aged: i % 4 < 2,
        stable: i % 2 === 0,
        dialysis: i >= 4
      } as PatientCase;
      return { patient, letter };
    });
  });

describe('decideCare, all cells of item 10', () => {
  it('has 80 different cells', () => {
    expect(new Set(cells.map(({ patient }) => JSON.stringify(patient))).size).toBe(80);
    expect(new Set(cells.map(({ patient }) => patient.grade))).toEqual(new Set(GRADES));
  });

  it.each(cells)('$patient → $letter', ({ patient, letter }) => {
    const decision = decideCare(patient, DEFAULT_RULE_PACK);
    const place = PLACES[letter.toUpperCase() as keyof typeof PLACES];
    expect(decision).toMatchObject({
      carePlace: place,
      settledByDocument: letter === letter.toUpperCase(),
      rule: {
        requirement: { home: 46, 'sub-designated': 47, designated: 48 }[place],
        item: 'L10',
        packVersion: '2023-1'
      }
    });
    expect(decision.reason.code.startsWith('care-open-')).toBe(!decision.settledByDocument);
    const needs = [
      ...(place === 'home' ? [] : ['oxygen']),
      ...(patient.grade === 'severe' || patient.grade === 'critical' ? ['icu'] : []),
      ...(patient.dialysis ? ['dialysis'] : [])
    ];
    expect(decision.needs).toEqual(needs);
  });
});
