import type { Phrase, Reach, RemoteVerdict } from '../model/results';
import type { CareLevel } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';

/** Levels whose travel time makes a village remote. */
const LEVELS = ['township', 'severe'] as const;

/**
 * Requirement 6: remote is who has no way to a township or severe-case hospital, is over the minutes set from one, or
 * walks farther to the road than set; exactly the limit is not remote. Where a level has no open site at all that is the
 * county's want, not the village's remoteness.
 */
export function judgeRemote(
  { reach, walkMetres }: { reach: Record<CareLevel, Reach>; walkMetres: number | null },
  pack: RulePack
): RemoteVerdict {
  const minutes = numberRule(pack, 'remote-minutes');
  const metres = numberRule(pack, 'remote-walk-metres');
  const reasons: Phrase[] = [];
  const noWay = LEVELS.map((level) => reach[level].reason).find((reason) => reason && reason !== 'no-open-facility');
  if (noWay) reasons.push({ code: 'remote-no-way', params: { reason: noWay } });
  for (const level of LEVELS) {
    const { ms } = reach[level];
    if (ms !== null && ms > minutes * 60_000)
      reasons.push({ code: `remote-minutes-${level}`, params: { minutes: ms / 60_000, limit: minutes } });
  }
  if (walkMetres !== null && walkMetres > metres)
    reasons.push({ code: 'remote-walk', params: { metres: walkMetres, limit: metres } });
  return { remote: reasons.length > 0, reasons };
}
