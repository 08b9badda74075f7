import { numberRule, type RulePack } from '../rules/rule-pack';

/** Acts that call people out: late, they would send somebody where nobody is needed any more. */
export const CALL_OUTS: readonly string[] = ['reserve', 'dispatch'];

/**
 * Whether a queued command has waited too long to be sent: a call-out that is older than the setting is shown as expired
 * instead. Exactly as old is still sent. One from the future is old as well: a device whose clock jumped back cannot say
 * how long it waited.
 *
 * @param queuedAt @param now epoch milliseconds
 */
export function isExpired(verb: string, queuedAt: number, now: number, pack: RulePack): boolean {
  if (!CALL_OUTS.includes(verb)) return false;
  const age = now - queuedAt;
  return age > expiryMs(pack) || age < -CLOCK_DRIFT_MS;
}

/** Longest that a call-out may wait, milliseconds. */
export function expiryMs(pack: RulePack): number {
  return numberRule(pack, 'call-out-expiry-minutes') * 60_000;
}

const CLOCK_DRIFT_MS = 5 * 60_000;
