import { difference } from '../core/evaluate/difference';
import type { Results } from '../core/model/results';
import type { Difference, Evaluation } from '../engine/protocol';
import { situation } from './situation.svelte';

/** What an edit of this screen changed. */
export interface Effect {
  difference: Difference;
  before: Results;
  after: Results;
}

let baseline = $state.raw<Results | null>(null);
let plan = $state.raw<Results | null>(null);
let effect = $state.raw<Effect | null>(null);
let asked = $state(0);
let answered = $state(0);

/** What the engine last answered for the situation now on screen; answers to an older revision are dropped. */
export const results = {
  /** Of the facts. */
  get baseline() {
    return baseline;
  },
  /** With the planned changes; the same object while nothing is planned. */
  get plan() {
    return plan;
  },
  /** Of the planned changes; while nothing is planned, of this desk's last real act. Null where there is neither. */
  get effect() {
    return effect;
  },
  /** True while a newer answer is awaited: the figures shown are of a moment before. */
  get computing() {
    return asked !== answered;
  },
  ask() {
    asked += 1;
  },
  answer() {
    answered += 1;
  },
  /** `before` an own real act: the facts it was made from, so that its effect can be told. */
  accept(evaluation: Evaluation, before: Results | null = null) {
    if (evaluation.revision !== situation.revision) return;
    baseline = evaluation.baseline;
    plan = evaluation.plan;
    if (situation.planned.length > 0) effect = { difference: evaluation.difference, before: baseline, after: plan };
    else effect = before && effectOf(before, evaluation);
  },
  load(first: Results | null) {
    baseline = first;
    plan = first;
    effect = null;
  }
};

function effectOf(before: Results, { baseline: after, difference: told }: Evaluation): Effect | null {
  if (!situation.real) return null;
  const { careLevel, headlineMinutes } = told;
  const facts = { baseline: before, plan: after, situation: situation.real };
  return { difference: difference({ ...facts, careLevel, headlineMinutes }), before, after };
}
