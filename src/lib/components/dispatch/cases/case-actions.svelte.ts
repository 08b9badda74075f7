import { tick } from 'svelte';
import type { Needed } from '$core/operations/transitions';
import { actsOf, mayReadPatient, type CaseAct } from '$lib/commands/case-acts';
import { actOnAssignment, actOnCase, type Acted, type Said } from '$lib/commands/operations';
import { notices } from '$lib/state/notices.svelte';
import { operations } from '$lib/state/operations.svelte';
import type { CommandRefusal } from '$lib/state/queue.svelte';
import { theme } from '$lib/state/theme.svelte';
import { actLabel, caseName, refusalWords } from './case-words';
import { casesUi } from './cases-ui.svelte';

/** One act on the open case: a key, a button and an entry of the command bar. */
export interface CaseAction {
  id: string;
  key: string;
  label: string;
  needs: readonly Needed[];
  /** The next step of the transport. */
  next: boolean;
  run: () => void;
}

/** Keys of the acts; digits are the eight clocks in their order, then closing. */
export const ACT_KEYS: Record<string, string> = {
  request: 'E',
  accept: 'Y',
  reject: 'R',
  assign: 'A',
  dispatch: '1',
  depart: '2',
  'reach-scene': '3',
  'leave-scene': '4',
  'reach-hospital': '5',
  arrive: '5',
  'hand-over': '6',
  return: '7',
  'back-in-service': '8',
  close: '9',
  redirect: 'T',
  'stand-down': 'U',
  'counter-refer': 'B',
  cancel: 'X',
  patient: 'P',
  print: 'O'
};
/** What usually comes next, in order. */
const CHAIN = Object.keys(ACT_KEYS).slice(0, 14);

let inFlight = $state.raw<readonly string[]>([]);
let refusal = $state.raw<CommandRefusal | null>(null);

/**
 * What is being sent, and why the last act was refused. The next act need not wait for the answer to the one before, whose
 * outcome is foreseen; the same one is not sent twice.
 */
export const caseSending = {
  sends(id: string): boolean {
    return inFlight.includes(keyOf(id));
  },
  get refusal() {
    return refusal;
  },
  forget() {
    refusal = null;
  }
};

const keyOf = (id: string) => `${casesUi.caseId} ${id}`;

/** Everything that can be done about the open case now. */
export function caseActions(): CaseAction[] {
  const referral = casesUi.subject?.referral;
  if (!referral) return [];
  const acts = actsOf(referral, operations.assignmentOf(referral.id)).map((act) => toAction(act));
  const order = Object.keys(ACT_KEYS);
  const sorted = acts.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const first = sorted.find(({ id }) => CHAIN.includes(id) && id !== 'reject');
  const screen = (id: string, run: () => void): CaseAction => ({
    ...{ id, key: ACT_KEYS[id], label: actLabel(id), needs: [], next: false, run }
  });
  return [
    ...sorted.map((each) => ({ ...each, next: each === first })),
    ...(mayReadPatient() ? [screen('patient', () => casesUi.ask('patient'))] : []),
    screen('print', () => void printCase())
  ];
}

function toAction(act: CaseAct): CaseAction {
  const id = act.verb === 'reserve' ? 'assign' : act.verb;
  const run = () => {
    refusal = null;
    if (id === 'assign') casesUi.assign(true);
    else if (act.needs.length > 0) casesUi.ask(id);
    else void carryOut(id, {});
  };
  return { id, key: ACT_KEYS[id], label: actLabel(id), needs: act.needs, next: false, run };
}

/** Carries an act on the open case out; true unless it was refused. */
export async function carryOut(id: string, said: Said): Promise<boolean> {
  const referral = casesUi.subject?.referral;
  if (!referral) return false;
  const sent = operations.assignmentOf(referral.id);
  const act = actsOf(referral, sent).find(({ verb }) => verb === id);
  if (!act) return false;
  const acted = await sending(id, () =>
    act.machine === 'referral' ? actOnCase(referral.id, id, said) : actOnAssignment(sent!.id, id, said)
  );
  return acted !== null && tell(acted, { caseId: referral.id, id, label: actLabel(id) });
}

/** Sends an act on the open case; null where the very same is on its way already. */
export async function sending(id: string, send: () => Promise<Acted>): Promise<Acted | null> {
  const key = keyOf(id);
  if (inFlight.includes(key)) return null;
  inFlight = [...inFlight, key];
  refusal = null;
  try {
    return await send();
  } finally {
    inFlight = inFlight.filter((each) => each !== key);
  }
}

/**
 * Says what became of an act that is not done: the drawer shows one that is. A refused one stays open with its reason. The
 * form of another act, opened before this one was answered, stays as it is.
 */
export function tell(acted: Acted, { caseId, id, label }: { caseId: string; id: string; label: string }): boolean {
  const act = `${caseName(caseId)} · ${label}`;
  const here = casesUi.caseId === caseId && casesUi.asked === id;
  if (acted.kind === 'refused') {
    if (here) refusal = acted.refusal;
    else notices.say('alarm', 'ops-refused-act', { act, why: refusalWords(acted.refusal) });
    return false;
  }
  notices.takeBack('ops-refused-act');
  if (acted.kind === 'queued') notices.say('attention', 'ops-queued', { act });
  if (here) casesUi.ask(null);
  return true;
}

/** On paper by day: the colours of the light theme, whatever the screen bears. */
async function printCase(): Promise<void> {
  const before = theme.current;
  theme.set('light');
  await tick();
  print();
  theme.set(before);
}
