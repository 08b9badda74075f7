import type { Results } from '../core/model/results';
import type { Difference, Evaluation } from '../engine/protocol';
import { situation } from './situation.svelte';

let baseline = $state.raw<Results | null>(null);
let plan = $state.raw<Results | null>(null);
let difference = $state.raw<Difference | null>(null);
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
  /** Before → after; null while nothing is planned. */
  get difference() {
    return difference;
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
  accept(evaluation: Evaluation) {
    if (evaluation.revision !== situation.revision) return;
    baseline = evaluation.baseline;
    plan = evaluation.plan;
    difference = situation.planned.length > 0 ? evaluation.difference : null;
  },
  load(first: Results | null) {
    baseline = first;
    plan = first;
    difference = null;
  }
};
