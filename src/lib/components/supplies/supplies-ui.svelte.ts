import { suggestedDoses } from '$lib/commands/goods';
import { forgetWithAccount } from '$lib/state/account-memory';
import { writeParams } from '../review/write-params';
import { createRequestDraft } from './request-draft.svelte';

export const SHOWN = ['open', 'mine', 'ended'] as const;
export type Shown = (typeof SHOWN)[number];

let shown = $state<Shown>('open');
let requestId = $state<string | null>(null);
/** Verb whose form is open, of the request that is open. */
let asked = $state<string | null>(null);
/** Site that is being asked for; empty while none is chosen, null while nothing is asked. */
let site = $state<string | null>(null);
/** Site that the draft is of. */
let drafted = '';
const draft = createRequestDraft((medicineId) =>
  site ? (suggestedDoses(site).get(medicineId as never) ?? null) : null
);

/** How Supplies is being used; the address holds list and request, and may bring a shortage that is to be asked for. */
export const suppliesUi = {
  get shown() {
    return shown;
  },
  get requestId() {
    return requestId;
  },
  get asked() {
    return asked;
  },
  get site() {
    return site;
  },
  draft,

  show(next: Shown) {
    shown = next;
  },
  open(id: string | null) {
    requestId = id;
    asked = null;
    site = null;
  },
  ask(verb: string | null) {
    asked = verb;
  },
  /** Begins or goes on with a request of a site; what was typed for that site stays. */
  begin(next: string, medicineId: string | null = null) {
    requestId = null;
    asked = null;
    if (next !== drafted) draft.clear();
    if (next !== '') drafted = next;
    site = next;
    if (medicineId !== null) draft.follow(medicineId);
  },
  /** The request was sent: nothing of it is left to be asked. */
  sent() {
    draft.clear();
    drafted = '';
    site = null;
  },
  leave() {
    site = null;
  },
  read(params: URLSearchParams) {
    shown = SHOWN.find((each) => each === params.get('show')) ?? 'open';
    requestId = params.get('request');
    const wanted = params.get('ask');
    if (wanted !== null) suppliesUi.begin(wanted, params.get('medicine'));
  },
  /** `base` with this use of the screen put in. */
  write: (base: string): string =>
    writeParams(base, {
      show: shown === 'open' ? null : shown,
      request: requestId,
      ask: site,
      medicine: null
    })
};
forgetWithAccount(() => {
  draft.clear();
  drafted = '';
  shown = 'open';
  requestId = asked = site = null;
});
