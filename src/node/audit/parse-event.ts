import type { AuditEvent } from '../../lib/core/operations/audit-chain';

const TEXTS = [
  ...['at', 'actorId', 'actorName', 'actorRole', 'area', 'verb', 'subject', 'subjectKey', 'command', 'personalHash'],
  ...['prevHash', 'hash']
] as const;

/**
 * An event as a row holds it. Nothing is refused here: what was tampered with comes through as it is, and does not match
 * its hash.
 */
export function parseEvent(row: Record<string, unknown>): AuditEvent {
  const event: Record<string, unknown> = { seq: Number(row.seq), before: fields(row.before), after: fields(row.after) };
  for (const name of TEXTS) event[name] = String(row[name] ?? '');
  return event as unknown as AuditEvent;
}

/** Offline the column is text, over the network it is parsed already. */
function fields(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return value === '' ? null : JSON.parse(value);
  } catch {
    return value;
  }
}
