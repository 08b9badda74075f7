import type { Situation } from '../model/situation';
import type { Router } from '../routing/routing';
import { stateReserve, type ReserveInput, type ReserveProblem } from './plan-reserve';
import { reserveCandidates } from './reserve-candidates';

/** The covering problem of an area as it stands, with the drives of this router. */
export function areaReserve(
  situation: Pick<Situation, 'villages' | 'facilities' | 'vehicles'>,
  router: Pick<Router, 'matrix'>,
  wanted: Pick<ReserveInput, 'vehicles' | 'minutes' | 'existing'>
): ReserveProblem {
  const candidates = reserveCandidates(situation);
  const villages = [...situation.villages.values()];
  const drive = router.matrix(candidates, villages);
  return stateReserve({ ...wanted, villages, candidates, drive });
}
