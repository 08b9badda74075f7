import { untrack } from 'svelte';
import { operations } from '$lib/state/operations.svelte';
import { sound } from '../../sound';
import { casesUi } from './cases-ui.svelte';

const NEW_CASE = [660, 880];
const ALERT = [880, 440, 880];

/**
 * Sounds when a case comes in and when a clock runs over its limit; what was there when the list came stays silent. Call
 * it while a component is set up.
 */
export function soundCases(): void {
  let known: readonly string[] | null = null;
  let over: readonly string[] = [];
  const ids = $derived(operations.cases.map(({ referral }) => referral.id));
  const alerts = $derived(
    operations.cases.filter(({ clock }) => clock?.level === 'alert').map(({ referral }) => referral.id)
  );

  $effect(() => {
    if (operations.dataAt === null) return;
    const fresh = known !== null && ids.some((id) => !known!.includes(id));
    const worse = known !== null && alerts.some((id) => !over.includes(id));
    known = ids;
    over = alerts;
    if (!untrack(() => casesUi.sound)) return;
    if (worse) sound(ALERT);
    else if (fresh) sound(NEW_CASE);
  });
}
