import type { HospitalRefusal } from '$core/operations/refusals';
import type { FindingPhrase } from '$core/model/results';
import { asMessage, type Message } from '$lib/commands/as-message';
import { readRefusals } from '$lib/commands/refusals';
import { situation } from '$lib/state/situation.svelte';
import { reviewUi } from './review-ui.svelte';

let list = $state.raw<readonly HospitalRefusal[] | null>(null);
let more = $state(false);
let failure = $state.raw<Message | null>(null);

/** Of the township chosen: its hospital refused, or its site referred. */
const shown = $derived(
  (list ?? []).filter(({ facilityId, originFacilityId }) => {
    const towns = [facilityId, originFacilityId].map((id) => situation.real?.facilities.get(id ?? '')?.townshipId);
    return reviewUi.town === 'all' || towns.some((town) => town === reviewUi.town);
  })
);

/** The hospitals' refusals as the server told them last. */
export const refusals = {
  /** Null before an answer. */
  get list() {
    return list;
  },
  get shown() {
    return shown;
  },
  /** The server has earlier ones than it told. */
  get more() {
    return more;
  },
  get failure() {
    return failure;
  },
  get headline(): FindingPhrase[] {
    if (list === null) return [];
    const hospitals = shown.filter(
      ({ facilityId }, i) => shown.findIndex((each) => each.facilityId === facilityId) === i
    ).length;
    return [{ code: 'review-headline-refusals', params: { total: shown.length, hospitals } }];
  },
  /** Asks the server anew; what it told before stays if it does not answer. */
  async read() {
    failure = null;
    try {
      ({ refusals: list, more } = await readRefusals());
    } catch (error) {
      failure = asMessage(error);
    }
  },
  forget() {
    list = null;
    more = false;
    failure = null;
  }
};
