import { hasMessage, nameOf, t } from '$lib/i18n';
import type { LogLine } from '$lib/commands/log';
import { situation } from '$lib/state/situation.svelte';

/** Collections that acts of operations change, in the order of the choice. */
export const LOG_SUBJECTS = [
  'referrals',
  'assignments',
  'allocations',
  'vehicles',
  'driver_links',
  'facilities',
  'stock',
  'case_personal'
] as const;

/** Message of a verb of the log. */
export const verbCode = (verb: string): string =>
  [`ops-did-${verb}`, `log-did-${verb}`].find(hasMessage) ?? 'log-did-other';

export function subjectWords({ subject, subjectKey }: Pick<LogLine, 'subject' | 'subjectKey'>): string {
  const code = `log-subject-${subject}`;
  const kind = hasMessage(code) ? t(code) : subject;
  return t('log-subject-of', { kind, name: nameOfSubject(subject, subjectKey) });
}

function nameOfSubject(subject: string, key: string): string {
  const facts = situation.real;
  if (subject === 'vehicles' || subject === 'driver_links') return facts?.vehicles.get(key)?.callSign ?? key;
  if (subject === 'facilities') {
    const names = facts?.facilities.get(key)?.names;
    return names ? nameOf(names) : key;
  }
  // As people call a case on the telephone.
  if (subject === 'referrals' || subject === 'case_personal')
    return `R-${key.replace(/^r-/, '').slice(0, 4).toUpperCase()}`;
  return key;
}

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** Fields as they are stored, as they were and as they became. */
export function changesOf({ before, after }: Pick<LogLine, 'before' | 'after'>): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return fields.map((field) => ({ field, before: valueText(before?.[field]), after: valueText(after?.[field]) }));
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
