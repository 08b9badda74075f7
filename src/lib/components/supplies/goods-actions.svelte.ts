import type { Allocation } from '$core/model/records';
import { actOnGoods, actsOnGoods, type Acted } from '$lib/commands/goods';
import { notices } from '$lib/state/notices.svelte';
import type { CommandRefusal } from '$lib/state/queue.svelte';
import { actLabel, refusalWords, requestName } from './goods-words';
import { suppliesUi } from './supplies-ui.svelte';

/** One act on the open request: a key and a button. */
export interface GoodsAction {
  verb: string;
  key: string;
  label: string;
  /** It moves the request on. */
  next: boolean;
  run: () => void;
}

export const GOODS_KEYS: Record<string, string> = {
  submit: 'E',
  approve: 'Y',
  pick: 'P',
  ship: 'S',
  receive: 'C',
  reject: 'R',
  cancel: 'X'
};
/** Acts that a form states more of; the others go at once. */
const WITH_FORM = ['approve', 'reject', 'pick', 'receive', 'cancel'];
const BACKWARD = ['reject', 'cancel'];

let inFlight = $state.raw<readonly string[]>([]);
let refusal = $state.raw<CommandRefusal | null>(null);

/** What is being sent, and why the last act was refused. */
export const goodsSending = {
  sends: (id: string, verb: string): boolean => inFlight.includes(`${id} ${verb}`),
  get refusal() {
    return refusal;
  },
  forget() {
    refusal = null;
  }
};

/** Everything that can be done with a request now, what moves it on first. */
export function goodsActions(allocation: Allocation): GoodsAction[] {
  // Picked by this device's queue alone: the lots to be counted are not known yet.
  const unknown = allocation.lines.every(({ lots }) => lots.length === 0);
  const allowed = actsOnGoods(allocation).filter(({ verb }) => verb !== 'receive' || !unknown);
  const acts = allowed.map(({ verb }): GoodsAction => {
    const run = () => {
      refusal = null;
      if (WITH_FORM.includes(verb)) suppliesUi.ask(verb);
      else void carryOut(allocation.id, verb, {});
    };
    return { verb, key: GOODS_KEYS[verb], label: actLabel(verb), next: !BACKWARD.includes(verb), run };
  });
  return acts.sort((a, b) => Number(b.next) - Number(a.next));
}

/** Carries an act out, the same one not twice at once; a refused one stays open with its reason. */
export async function carryOut(id: string, verb: string, said: Record<string, unknown>): Promise<void> {
  const key = `${id} ${verb}`;
  if (inFlight.includes(key)) return;
  inFlight = [...inFlight, key];
  refusal = null;
  try {
    tell(await actOnGoods(id, verb, said), { id, verb });
  } finally {
    inFlight = inFlight.filter((each) => each !== key);
  }
}

function tell(acted: Acted, { id, verb }: { id: string; verb: string }): void {
  const act = `${requestName(id)} · ${actLabel(verb)}`;
  const here = suppliesUi.requestId === id;
  if (acted.kind === 'refused') {
    if (here) refusal = acted.refusal;
    else notices.say('alarm', 'supplies-refused-act', { act, why: refusalWords(acted.refusal) });
    return;
  }
  notices.takeBack('supplies-refused-act');
  if (acted.kind === 'queued') notices.say('attention', 'supplies-queued', { act });
  if (here && suppliesUi.asked === verb) suppliesUi.ask(null);
}
