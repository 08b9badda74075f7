import type { AuditEvent } from './audit-chain';

export type ReplayedEvent = Pick<AuditEvent, 'seq' | 'subject' | 'subjectKey' | 'after'>;
/** Fields of a record by name, as the log tells them. */
export type ReplayedFields = Readonly<Record<string, unknown>>;
/** Records by collection and key. */
export type Replayed = ReadonlyMap<string, ReadonlyMap<string, ReplayedFields>>;

/**
 * How the records stood after event `seq`: each field as the events up to it told it last, what came later unknown. At the
 * end of the whole log that is what the server holds, but for versions, which the log does not bear. Events in the order of `seq`; what only was read changes nothing.
 */
export function replay(events: Iterable<ReplayedEvent>, seq = Number.POSITIVE_INFINITY): Replayed {
  const records = new Map<string, Map<string, ReplayedFields>>();
  for (const event of events) {
    if (event.seq > seq) break;
    if (event.after === null) continue;
    const held = records.get(event.subject) ?? new Map<string, ReplayedFields>();
    records.set(event.subject, held.set(event.subjectKey, { ...held.get(event.subjectKey), ...event.after }));
  }
  return records;
}
