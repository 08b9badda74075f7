import type { Phrase, Reach, RemoteVerdict } from '../model/results';
import type { CareLevel } from '../model/situation';
import { isNoSite } from '../routing/routing';
import { numberRule, type RulePack } from '../rules/rule-pack';

/** Levels whose travel time makes a village remote. */
const LEVELS = ['township', 'severe'] as const;

/**
 * Requirement 6: remote is who has no way to a township or severe-case hospital, is over the minutes set from one, or
 * walks farther to the road than set; exactly the limit is not remote. Where a level has no open site at all that is the
 * county's want, not the village's remoteness.
 */
export function judgeRemote(
  input: {
    reach: Pick<Record<CareLevel, Reach>, (typeof LEVELS)[number]>;
    walkMetres: number | null;
    /** Without roads only measured minutes make a village remote. */
    estimated?: boolean;
  },
  pack: RulePack
): RemoteVerdict {
  const { reach, walkMetres, estimated = false } = input;
  const minutes = numberRule(pack, 'remote-minutes');
  const metres = numberRule(pack, 'remote-walk-metres');
  const reasons: Phrase[] = [];
  const noWay = LEVELS.map((level) => reach[level].reason).find((reason) => reason && !isNoSite(reason));
  if (noWay && !estimated) reasons.push({ code: 'remote-no-way', params: { reason: noWay } });
  for (const level of LEVELS) {
    const { ms } = reach[level];
    if (estimated && !isMeasured(reach[level])) continue;
    if (ms !== null && ms > minutes * 60_000)
      reasons.push({ code: `remote-minutes-${level}`, params: { minutes: ms / 60_000, limit: minutes } });
  }
  if (walkMetres !== null && walkMetres > metres)
    reasons.push({ code: 'remote-walk', params: { metres: walkMetres, limit: metres } });
  return { remote: reasons.length > 0, reasons };
}

/** Whether a time without roads was measured; over roads times are neither measured nor estimated. */
export function isMeasured({ ms, estimate }: Reach): boolean {
  return ms !== null && estimate === null;
}
