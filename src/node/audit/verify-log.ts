import { createHash } from 'node:crypto';
import { verifyChain, type Anchor, type ChainVerdict, type Sha256 } from '../../lib/core/operations/audit-chain';
import type { ReadLog } from './read-log';

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

export interface LogVerdict extends ChainVerdict {
  /** Cases whose ciphertext is not the one the log names last; with the log alone there is none to compare. */
  personalFaults: string[];
  /** Number of the last event that was noted outside the database; null without a note. */
  anchoredSeq: number | null;
}

/** The chain from its first event, against every note of it, and the ciphertexts against the chain. */
export function verifyLog({ events, personal }: ReadLog, anchors: readonly Anchor[]): LogVerdict {
  const chain = verifyChain(events, sha256, anchors);
  const named = new Map<string, string>();
  const cases = new Map<string, string>();
  for (const event of events) {
    const { area, subject, subjectKey, personalHash, after } = event;
    if (subject === 'referrals' && typeof after?.caseId === 'string') cases.set(`${area}/${subjectKey}`, after.caseId);
    if (personalHash === '') continue;
    const caseId = subject === 'case_personal' ? subjectKey : (cases.get(`${area}/${subjectKey}`) ?? subjectKey);
    named.set(`${area}/${caseId}`, personalHash);
  }
  const held = new Map((personal ?? []).map((each) => [`${each.area}/${each.caseId}`, each.personalHash]));
  const faults =
    personal === null
      ? []
      : [...new Set([...named.keys(), ...held.keys()])].filter((key) => named.get(key) !== held.get(key));
  return {
    ...chain,
    ok: chain.ok && faults.length === 0,
    personalFaults: faults.sort(),
    anchoredSeq: anchors.reduce<number | null>((most, { seq }) => Math.max(most ?? 0, seq), null)
  };
}
