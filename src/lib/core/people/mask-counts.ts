import type { KeptReport } from '../report/daily-report';
import { COUNT_FIELDS, type CountField, type PeopleCount } from '../model/records';
import { isUnknown } from '../model/unknown-fields';

/** Counts from 1 to one less than this are withheld from roles that need no more: so few persons could be known by them. */
export const SMALL_COUNT = 3;

/** Those whose sum is the aged, from the first to be withheld beside another one to the last. */
const LABELS = ['green', 'yellow', 'red'] as const satisfies readonly CountField[];
/** Counts from which a withheld label would follow. */
const BY_LABEL: readonly CountField[] = [...LABELS, 'contactsDone'];
/** A small label and the one beside it, of this sum or more, might as well be another small one beside a large one. */
const LEAST_PAIR = SMALL_COUNT + (SMALL_COUNT - 1);

type Counts = Partial<Record<CountField, number>>;

/**
 * Fields to withhold of a village's counts: those of one or two. A count of 0 names nobody and stands. What is withheld
 * must not follow from what is told, by one who knows this rule: the three labels together are the aged, so one alone
 * would follow, and so would two whose sum allows for one way only. A second label therefore goes with the only small
 * one (green before yellow, for nothing is reckoned from green), and all three go where two are small or the sum of the
 * two is too low. The contacts of the week, which are due by label, go with red and yellow.
 */
export function smallCounts(counts: Counts): CountField[] {
  const masked = new Set(COUNT_FIELDS.filter((field) => isSmall(counts[field])));
  for (const field of smallLabels(counts)) masked.add(field);
  if (masked.has('red') || masked.has('yellow')) masked.add('contactsDone');
  return COUNT_FIELDS.filter((field) => masked.has(field) && counts[field] !== undefined);
}

function smallLabels(counts: Counts): readonly CountField[] {
  const small = LABELS.filter((field) => isSmall(counts[field]));
  if (small.length === 0) return small;
  const beside = LABELS.find((field) => field !== small[0])!;
  const [one, other] = [counts[small[0]], counts[beside]];
  const hidden = small.length === 1 && one !== undefined && other !== undefined && one + other >= LEAST_PAIR;
  return hidden ? [small[0], beside] : LABELS;
}

/**
 * A count as one may see it who needs no single persons: withheld fields are 0 and named in `masked`. What nobody entered
 * is nothing to withhold, and stands beside the others as little as in a report that does not state it.
 */
export function maskCount<C extends Pick<PeopleCount, CountField | 'unknown'>>(count: C): C & { masked: CountField[] } {
  const entered = COUNT_FIELDS.filter((field) => !isUnknown(count, field));
  const masked = smallCounts(Object.fromEntries(entered.map((field) => [field, count[field]])));
  return { ...count, ...Object.fromEntries(masked.map((field) => [field, 0])), masked };
}

/**
 * A kept report for the same reader: withheld counts are left out of it and named. A report may state some labels and not
 * the others, which then stand in the village's own record: what is withheld there would follow from what is told here, so
 * labels and contacts of the week are told only beside all three labels.
 */
export function maskReport(report: KeptReport): KeptReport {
  const people = report.people.map(({ villageId, counts }) => {
    const whole = LABELS.every((field) => counts[field] !== undefined);
    const small = smallCounts(counts);
    const masked = COUNT_FIELDS.filter(
      (field) => small.includes(field) || (!whole && counts[field] !== undefined && BY_LABEL.includes(field))
    );
    const left = Object.entries(counts).filter(([field]) => !masked.includes(field as CountField));
    return { villageId, counts: Object.fromEntries(left), masked };
  });
  return { ...report, people };
}

function isSmall(count: number | undefined): boolean {
  return count !== undefined && count > 0 && count < SMALL_COUNT;
}
