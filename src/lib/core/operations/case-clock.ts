import type { Assignment, Referral } from '../model/records';
import { GRADES } from '../model/records';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { NO_CLOCKS, SPAN_LIMITS, spansOf, type Clocks, type SpanLevel, type SpanName } from './clocks';
import { isEnded } from './states';

/** What runs for a case at this moment. */
export interface CaseClock {
  span: SpanName;
  ms: number;
  limitMs: number;
  level: SpanLevel;
}

/** Clocks of a case: those of its vehicle, else the notice alone. */
export function clocksOf(referral: Pick<Referral, 'requestedAt'>, assignment: Clocks | null): Clocks {
  return assignment ?? { ...NO_CLOCKS, eventNotifiedAt: referral.requestedAt };
}

const LEVELS: readonly SpanLevel[] = ['quiet', 'warn', 'alert'];
/** Of the spans that run, the one of the step that is under way comes before the long ones. */
const NEAREST: readonly SpanName[] = ['turnout', 'travel', 'scene', 'transport', 'hand-over', 'response', 'total'];

/** The running span that is worst, of equals the one of the step under way; null while none runs. */
export function caseClock(
  referral: Pick<Referral, 'requestedAt' | 'state'>,
  assignment: (Clocks & Pick<Assignment, 'state'>) | null,
  pack: RulePack,
  now: number
): CaseClock | null {
  const ended = isEnded('referral', referral.state) || (assignment !== null && isEnded('assignment', assignment.state));
  const spans = spansOf(clocksOf(referral, assignment), pack, now, ended);
  const running = NEAREST.filter((name) => spans[name].running);
  const [first] = running.sort((a, b) => LEVELS.indexOf(spans[b].level) - LEVELS.indexOf(spans[a].level));
  if (first === undefined) return null;
  const limitMs = numberRule(pack, SPAN_LIMITS[first]) * 60_000;
  return { span: first, ms: spans[first].ms as number, limitMs, level: spans[first].level };
}

export type CaseGroup = 'waiting' | 'under-way' | 'ended';

/** Whether a case waits for somebody at the desk, is on its way, or needs nobody any more. */
export function caseGroup({ state }: Pick<Referral, 'state'>, assignment: Pick<Assignment, 'open'> | null): CaseGroup {
  if (isEnded('referral', state)) return 'ended';
  if (assignment?.open && state !== 'rejected' && state !== 'redirected') return 'under-way';
  return state === 'arrived' || state === 'handed-over' ? 'under-way' : 'waiting';
}

export interface QueuedCase {
  referral: Referral;
  assignment: Assignment | null;
  group: CaseGroup;
  clock: CaseClock | null;
}

/** The queue: worst clock first, then the green channel, the graver case, the longer wait; of equals the lower id. */
export function inUrgency(a: QueuedCase, b: QueuedCase): number {
  const level = ({ clock }: QueuedCase) => (clock ? LEVELS.indexOf(clock.level) : -1);
  const since = ({ referral }: QueuedCase) => Date.parse(referral.requestedAt ?? referral.stateAt);
  return (
    level(b) - level(a) ||
    Number(b.referral.greenChannel) - Number(a.referral.greenChannel) ||
    GRADES.indexOf(b.referral.grade) - GRADES.indexOf(a.referral.grade) ||
    since(a) - since(b) ||
    (a.referral.id < b.referral.id ? -1 : 1)
  );
}
