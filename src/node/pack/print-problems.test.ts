import { expect, it } from 'vitest';
import type { Problem } from '../../lib/core/pack/manifest';
import { groupProblems } from './print-problems';

it('puts problems of one kind together, gravest first, with the first as the example', () => {
  const problem = (severity: Problem['severity'], code: string, where: string): Problem => {
    return { severity, code, where, field: null, read: null, wanted: null, cure: '' };
  };
  const kinds = groupProblems([
    problem('note', 'a', '1'),
    problem('warning', 'b', '2'),
    problem('warning', 'b', '3'),
    problem('error', 'c', '4'),
    problem('warning', 'd', '5')
  ]);
  expect(kinds.map(({ first, count }) => `${first.severity} ${first.where} ${count}`)).toEqual([
    'error 4 1',
    'warning 2 2',
    'warning 5 1',
    'note 1 1'
  ]);
});
