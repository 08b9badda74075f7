import { untrack } from 'svelte';
import { operations } from '$lib/state/operations.svelte';
import { casesUi } from './cases-ui.svelte';

let context: AudioContext | null = null;

/** Short tones; a browser that has not been touched yet stays silent. */
function sound(tones: readonly number[]): void {
  try {
    context ??= new AudioContext();
    const begin = context.currentTime;
    for (const [i, hertz] of tones.entries()) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.15, begin + i * 0.2);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + i * 0.2 + 0.18);
      tone.connect(volume).connect(context.destination);
      tone.start(begin + i * 0.2);
      tone.stop(begin + i * 0.2 + 0.2);
    }
  } catch {
    return;
  }
}

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
