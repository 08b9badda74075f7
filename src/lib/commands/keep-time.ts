import { lastCutOff, localDay } from '../core/report/local-time';
import { activeRulePack, isTakeover, numberRule } from '../core/rules/rule-pack';
import { askSettings } from '../state/ask-engine';
import { results } from '../state/results.svelte';
import { situation } from '../state/situation.svelte';

const LOOK_EVERY_MS = 15_000;

/**
 * Works the figures out anew once time alone has changed them: a closure that starts or ends, a new day for stock and
 * counts, a rule pack that takes over, the cut-off of the reports, a position that has grown too old for a ready vehicle, a shift that begins or ends.
 * @returns what stops it.
 */
export function keepTime(): () => void {
  const timer = setInterval(() => {
    const of = results.plan?.settings.now;
    const { plan } = situation;
    if (of === undefined || !plan || results.computing) return;
    const now = Date.now();
    const passed = (at: string | null) => at !== null && Date.parse(at) > of && Date.parse(at) <= now;
    const rules = activeRulePack(plan, now);
    const newDay = localDay(of, rules) !== localDay(now, rules) || isTakeover(plan, of, now);
    const reportsDue = lastCutOff(of, rules).dueAt !== lastCutOff(now, rules).dueAt;
    const handedOver = [...plan.dutyShifts.values()].some(({ startsAt, endsAt }) => passed(startsAt) || passed(endsAt));
    const oldest = numberRule(rules, 'position-stale-minutes') * 60_000;
    const aged = [...plan.vehicles.values()].some(({ positionAt }) => {
      const at = positionAt === null ? NaN : Date.parse(positionAt) + oldest;
      return at >= of && at < now;
    });
    const closures = [...plan.closures.values(), ...(situation.real?.closures.values() ?? [])];
    const closing = closures.some(({ startsAt, endsAt }) => passed(startsAt) || passed(endsAt));
    if (newDay || reportsDue || aged || handedOver || closing) void askSettings();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
