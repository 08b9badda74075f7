import { findReach } from '../../lib/core/coverage/find-reach';
import type { VillageId } from '../../lib/core/model/ids';
import type { Situation } from '../../lib/core/model/situation';
import { judgeRemote } from '../../lib/core/people/judge-remote';
import type { Router } from '../../lib/core/routing/routing';
import type { RulePack } from '../../lib/core/rules/rule-pack';

/** Villages that are remote by the pack (`judgeRemote`) with the times of this router. */
export function remoteVillages(
  situation: Pick<Situation, 'villages' | 'facilities'>,
  router: Pick<Router, 'matrix' | 'snap'>,
  pack: RulePack
): Set<VillageId> {
  const villages = [...situation.villages.values()];
  const facilities = [...situation.facilities.values()];
  const snaps = villages.map((village) => router.snap(village));
  const reach = findReach({ villages, facilities, times: router.matrix(villages, facilities), snaps });
  return new Set(
    villages.flatMap(({ id }, v) => {
      const { snap } = snaps[v];
      const walkMetres = snap ? snap.walkMm / 1000 : null;
      return judgeRemote({ reach: reach[v], walkMetres }, pack).remote ? [id] : [];
    })
  );
}
