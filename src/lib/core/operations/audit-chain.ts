/** What a change or a read of personal data leaves behind. The chain goes over all areas, in the order of `seq`. */
export interface AuditEvent {
  /** From 1, without a gap. */
  seq: number;
  /** ISO date-time of the server. */
  at: string;
  actorId: string;
  actorName: string;
  actorRole: string;
  area: string;
  verb: string;
  /** Collection and key of what was changed or read. */
  subject: string;
  subjectKey: string;
  /** Key of the command that asked for it; empty where the server acted by itself. */
  command: string;
  /** Fields that changed, as they were and as they became; null before something exists, and for a read. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** SHA-256 of the ciphertext where personal data were written; never the data. */
  personalHash: string;
  /** Hash of the event before; empty for the first. */
  prevHash: string;
  hash: string;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

const HASHED = [
  'seq',
  'at',
  'actorId',
  'actorName',
  'actorRole',
  'area',
  'verb',
  'subject',
  'subjectKey',
  'command',
  'before',
  'after',
  'personalHash'
] as const satisfies readonly (keyof AuditEvent)[];

/** A value as JSON whose keys stand in the order of their code units, whatever order they were given in. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === undefined ? null : value);
  const fields = value as Record<string, unknown>;
  const parts = Object.keys(fields)
    .filter((key) => fields[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(fields[key])}`);
  return `{${parts.join(',')}}`;
}

/** Hash of an event behind the one whose hash is given: every field but the two hashes themselves is in it. */
export function hashEvent(prevHash: string, event: Omit<AuditEvent, 'prevHash' | 'hash'>, sha256: Sha256): string {
  const content: Record<string, unknown> = {};
  for (const field of HASHED) content[field] = event[field];
  return sha256(`${prevHash}\n${canonicalText(content)}`);
}

/** The head of the chain as it was noted elsewhere. */
export interface Anchor {
  at: string;
  seq: number;
  hash: string;
}

export type ChainFault = 'sequence' | 'link' | 'content' | 'anchor' | 'missing-tail';
export interface ChainVerdict {
  ok: boolean;
  count: number;
  /** Hash of the last event read; empty without one. */
  head: string;
  /** The first event at fault; of a missing tail the first that is not there. */
  firstBad: { seq: number; fault: ChainFault } | null;
}

/**
 * Recomputes the chain from its first event. A changed field shows in the event's own hash, a removed or inserted one in
 * the sequence or the link, a rewritten chain and a cut tail against the anchors: of these each must be met by the event
 * of its number.
 */
export function verifyChain(
  events: Iterable<AuditEvent>,
  sha256: Sha256,
  anchors: readonly Anchor[] = []
): ChainVerdict {
  const anchored = new Map<number, string[]>();
  for (const { seq, hash } of anchors) anchored.set(seq, [...(anchored.get(seq) ?? []), hash]);
  let count = 0;
  let head = '';
  for (const event of events) {
    const fault = faultOf(event, count + 1, head, sha256);
    const wanted = anchored.get(event.seq) ?? [];
    if (fault === null && wanted.every((hash) => hash === event.hash)) {
      count += 1;
      head = event.hash;
      continue;
    }
    return { ok: false, count, head, firstBad: { seq: count + 1, fault: fault ?? 'anchor' } };
  }
  const missing = anchors.some(({ seq }) => seq > count);
  return { ok: !missing, count, head, firstBad: missing ? { seq: count + 1, fault: 'missing-tail' } : null };
}

function faultOf(event: AuditEvent, seq: number, head: string, sha256: Sha256): ChainFault | null {
  if (event.seq !== seq) return 'sequence';
  if (event.prevHash !== head) return 'link';
  return hashEvent(head, event, sha256) === event.hash ? null : 'content';
}
