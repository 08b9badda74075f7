import { isRuleTrial, TRIAL_PACK_ID, tryRulePack } from '../core/change/rule-packs';
import type { Change } from '../core/model/situation';
import type { RulePack } from '../core/rules/rule-pack';
import { askChange } from '../state/ask-engine';
import { situation } from '../state/situation.svelte';
import { settleTrial } from './settle-trial';

/** Tries a rule pack on this screen as if it were in force now, in place of the one tried before: one planned change. */
export function tryRules(pack: RulePack): void {
  const { real, plan } = situation;
  if (!real || !plan) return;
  const now = Date.now();
  const step = tryRulePack(plan, { pack, now });
  situation.dropSettled(isRuleTrial);
  const whole: Change = {
    ...step,
    edits: step.edits.map((edit) => ({ ...edit, before: null }) as Change['edits'][number])
  };
  situation.applyPlanned(whole);
  void askChange(step, true);
}

/** Of what this screen has planned the trial of rules alone stays. */
export function discardOtherPlans(): void {
  settleTrial((change) => !isRuleTrial(change));
}

/** Ends the trial of this screen; the other planned changes stay. */
export function endRuleTrial(): void {
  if (situation.plan?.rulePacks.has(TRIAL_PACK_ID)) settleTrial(isRuleTrial);
}
