import type { ClockName } from './clocks';
import { stageOf, type AssignmentState, type MachineName, type ReferralState, type Stage } from './states';
import {
  COUPLED,
  judge,
  NEW,
  nextState,
  type Actor,
  type MachineVerbs,
  type Needed,
  type Transition,
  type Verdict
} from './transitions';

/** A referral and the vehicle that is open for it, null without one: an act on either may move both. */
export interface Pair {
  referral: ReferralState | typeof NEW;
  assignment: { state: AssignmentState; handedOverAt: string | null } | null;
}

/** One record moved by an act. */
export interface Step {
  machine: MachineName;
  verb: string;
  to: string;
  clock?: ClockName;
}

type Fault = Extract<Verdict<MachineName>, { ok: false }>;
export type Together = { ok: true; needs: readonly Needed[]; steps: Step[] } | Fault;

/** What an act on the referral does to both; the referral's step stands first. */
export function actOnReferral(pair: Pair, verb: MachineVerbs['referral'], actor: Actor): Together {
  const stage = stageOf(pair.assignment);
  const verdict = judge({ machine: 'referral', state: pair.referral, verb, stage }, actor);
  if (!verdict.ok) return verdict;
  const steps = [stepOf('referral', verdict.row)];
  const consequence = consequenceOf(verb, stage, pair);
  if (consequence && pair.assignment) {
    const to = nextState('assignment', pair.assignment.state, consequence, stage);
    if (to === null) return { ok: false, status: 409, code: 'wrong_state' };
    steps.push({ machine: 'assignment', verb: consequence, to });
  }
  return { ok: true, needs: verdict.row.needs, steps };
}

/** What an act on the assignment does to both. To `reserve` one, the pair has none yet. */
export function actOnAssignment(pair: Pair, verb: MachineVerbs['assignment'], actor: Actor): Together {
  const stage = stageOf(pair.assignment);
  const state = pair.assignment?.state ?? NEW;
  const verdict = judge({ machine: 'assignment', state, verb, stage }, actor);
  if (!verdict.ok) return verdict;
  const coupled = COUPLED[verb];
  const steps: Step[] = [];
  if (coupled) {
    const beside = judge({ machine: 'referral', state: pair.referral, verb: coupled, stage }, actor, { coupled: true });
    if (!beside.ok) return beside;
    steps.push(stepOf('referral', beside.row));
  }
  return { ok: true, needs: verdict.row.needs, steps: [...steps, stepOf('assignment', verdict.row)] };
}

/** A case that is called off lets its vehicle go; one that goes on from the door takes it along. */
function consequenceOf(verb: MachineVerbs['referral'], stage: Stage, { assignment }: Pair) {
  if (verb === 'cancel' && assignment && stage !== 'none') return 'stand-down' as const;
  if (verb === 'redirect' && assignment?.state === 'at-hospital' && stage === 'aboard') return 'divert' as const;
  return null;
}

function stepOf(machine: MachineName, { verb, to, clock }: Pick<Transition, 'verb' | 'to' | 'clock'>): Step {
  return clock ? { machine, verb, to, clock } : { machine, verb, to };
}
