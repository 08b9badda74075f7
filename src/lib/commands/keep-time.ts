import { askSettings } from '../state/ask-engine';
import { results } from '../state/results.svelte';
import { situation } from '../state/situation.svelte';

const LOOK_EVERY_MS = 15_000;

/**
 * Works the figures out anew once time alone has changed them: a closure that starts or ends, a new day for stock and
 * counts. @returns what stops it.
 */
export function keepTime(): () => void {
  const timer = setInterval(() => {
    const of = results.plan?.settings.now;
    const { plan } = situation;
    if (of === undefined || !plan || results.computing) return;
    const now = Date.now();
    const passed = (at: string | null) => at !== null && Date.parse(at) > of && Date.parse(at) <= now;
    const newDay = new Date(of).toISOString().slice(0, 10) !== new Date(now).toISOString().slice(0, 10);
    const closures = [...plan.closures.values(), ...(situation.real?.closures.values() ?? [])];
    if (newDay || closures.some(({ startsAt, endsAt }) => passed(startsAt) || passed(endsAt))) void askSettings();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
