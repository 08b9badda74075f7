import { applyChange, overlayPlan } from '../core/change/apply-change';
import type { Change, Situation } from '../core/model/situation';
import { scenario } from './scenario.svelte';

/** One act on the own stack; `real` acts are already saved. */
export interface Act {
  change: Change;
  real: boolean;
}

let real = $state.raw<Situation | null>(null);
let plan = $state.raw<Situation | null>(null);
let revision = $state(0);
let planned = $state.raw<Change[]>([]);
let done = $state.raw<Act[]>([]);
let undone = $state.raw<Act[]>([]);

/**
 * The facts as all desks know them, and beside them the trial of this screen. Immutable values; every step raises
 * `revision`, by which the answers of the engine are matched.
 */
export const situation = {
  get real() {
    return real;
  },
  /** Facts with the planned changes of this screen; the very same object while nothing is planned. */
  get plan() {
    return plan;
  },
  get revision() {
    return revision;
  },
  /** Planned changes in order. */
  get planned() {
    return planned;
  },
  get canUndo() {
    return done.length > 0;
  },
  get canRedo() {
    return undone.length > 0;
  },
  get lastDone(): Act | null {
    return done.at(-1) ?? null;
  },
  get lastUndone(): Act | null {
    return undone.at(-1) ?? null;
  },

  /** A freshly opened area; every trial is forgotten. */
  load(next: Situation | null) {
    real = next;
    plan = next;
    planned = [];
    done = [];
    undone = [];
    revision += 1;
  },

  /**
   * Facts changed: by this desk, by another, or caught up with. Planned changes stay on top.
   *
   * @throws ChangeConflict when another desk wrote the same fields; nothing is applied then.
   */
  applyReal(change: Change): number {
    if (!real) return revision;
    real = applyChange(real, change);
    rebuild();
    return (revision += 1);
  },

  /** Versions and notes of hand edits came back from the server: no figure depends on them. */
  applyBookkeeping(change: Change) {
    if (!real) return;
    real = applyChange(real, change);
    rebuild();
  },

  applyPlanned(change: Change): number {
    if (!real || !plan) return revision;
    replan([...planned, change]);
    return (revision += 1);
  },

  /** Forgets every planned change and the steps that made them; real acts stay undoable. */
  discardPlan(): number {
    replan([]);
    done = done.filter((act) => act.real);
    undone = undone.filter((act) => act.real);
    return (revision += 1);
  },

  /** Takes one planned change back. */
  dropPlanned(change: Change): number {
    replan(planned.filter((kept) => kept !== change));
    return (revision += 1);
  },

  /** Forgets the planned changes that have become facts, and the steps that made them. */
  dropSettled(settled: (change: Change) => boolean): number {
    const open = (act: Act) => act.real || !settled(act.change);
    done = done.filter(open);
    undone = undone.filter(open);
    replan(planned.filter((change) => !settled(change)));
    return (revision += 1);
  },

  record(act: Act) {
    done = [...done, act];
    undone = [];
  },
  markUndone() {
    const act = done.at(-1);
    if (!act) return;
    done = done.slice(0, -1);
    undone = [...undone, act];
  },
  markRedone() {
    const act = undone.at(-1);
    if (!act) return;
    undone = undone.slice(0, -1);
    done = [...done, act];
  },
  /** An act that the server refused leaves no step behind. */
  forget(act: Act) {
    done = done.filter((kept) => kept !== act);
    undone = undone.filter((kept) => kept !== act);
  },
  /** A step that could not be sent stands where it stood. */
  putBack(act: Act, where: 'done' | 'undone' = 'done') {
    if (where === 'done') done = [...done, act];
    else undone = [...undone, act];
  }
};

/** What is planned becomes something else than the saved scenario whose name it bore. */
function replan(next: Change[]): void {
  if (next.length !== planned.length) scenario.set(null);
  planned = next;
  rebuild();
}

function rebuild(): void {
  plan = real && overlayPlan(real, planned);
}
