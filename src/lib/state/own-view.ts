import type { Gap, Phrase } from '../core/model/results';
import { session } from './session.svelte';

/** Groups of gaps that rest on records which a person of one unit is shown of that unit alone. */
const OF_UNIT_RECORDS: readonly Gap['group'][] = ['medicines', 'vehicles', 'reports'];

/** The finding without what would be said of records this person is not shown. */
export const shownFinding = (phrases: readonly Phrase[]): readonly Phrase[] =>
  session.onlyUnit === null ? phrases : phrases.filter(({ code }) => !/^finding-(no-vehicle|antipyretics)/.test(code));

/** The gaps without those of other units that rest on records this person is not shown. */
export const shownGaps = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter(
    ({ group, unit }) => session.onlyUnit === null || unit === session.onlyUnit || !OF_UNIT_RECORDS.includes(group)
  );
