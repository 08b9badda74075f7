import { expect, it } from 'vitest';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { remoteStockDate } from './remote-stock-date';

const pack = (day: string, lead: number) => {
  const made = structuredClone(DEFAULT_RULE_PACK);
  made.rules['remote-stocked-by'].value = day;
  made.rules['remote-lead-days'].value = lead;
  return made;
};

it.each([
  ['2026-11-16', '12-01', 14, '2026-12-01', false],
  ['2026-11-17', '12-01', 14, '2026-12-01', true],
  ['2026-11-17', '12-01', 13, '2026-12-01', false],
  ['2026-12-01', '12-01', 0, '2026-12-01', true],
  ['2027-01-20', '12-01', 14, '2026-12-01', true],
  ['2027-06-10', '12-01', 14, '2027-12-01', false],
  ['2026-12-30', '01-05', 14, '2027-01-05', true],
  ['2027-02-20', '02-29', 14, '2027-03-01', true],
  ['2028-02-20', '02-29', 14, '2028-02-29', true]
])('on %s, stocked by %s with %i days ahead: %s, due %s', (today, by, lead, day, due) => {
  expect(remoteStockDate(pack(by, lead), today)).toEqual({ day, due });
});
