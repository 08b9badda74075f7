import { sameReserveBasis, type ReserveBasis } from '../core/fleet/reserve-basis';
import type { ReservePlan } from '../core/model/results';
import { AreaNotOpen } from '../state/engine.svelte';
import { settings } from '../state/settings.svelte';
import { situation } from '../state/situation.svelte';
import { planReserve } from './ask';

/** A reserve plan with what it was solved from. */
export interface SolvedReserve {
  plan: ReservePlan;
  basis: ReserveBasis;
  /** Whether villages, candidates, roads, vehicle or season are others by now: the plan must be solved anew. */
  outdated(): boolean;
}

/** The plan and settings of this screen as they stand; null before an area is open. */
function basisNow(): ReserveBasis | null {
  const { vehicle, season } = settings;
  return situation.plan && { situation: situation.plan, vehicle, season };
}

/** As `planReserve` of `ask`; each answer with the basis at the moment of asking. @throws AreaNotOpen */
export async function solveReserve(
  input: Parameters<typeof planReserve>[0],
  options: { onanswer: (solved: SolvedReserve) => void; signal: AbortSignal }
): Promise<void> {
  const { onanswer, signal } = options;
  const basis = basisNow();
  if (!basis) throw new AreaNotOpen();
  const outdated = () => {
    const now = basisNow();
    return !now || !sameReserveBasis(basis, now);
  };
  const give = (plan: ReservePlan) => onanswer({ plan, basis, outdated });
  give(await planReserve(input, { onpartial: give, signal }));
}
