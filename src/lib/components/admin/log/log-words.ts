import { dateTime, hasMessage, nameOf, t } from '$lib/i18n';
import type { LogLine } from '$lib/commands/log';
import { situation } from '$lib/state/situation.svelte';

/** Collections that acts of operations change, in the order of the choice. */
export const LOG_SUBJECTS = [
  'referrals',
  'assignments',
  'allocations',
  'vehicles',
  'crews',
  'closures',
  'driver_links',
  'facilities',
  'stock',
  'case_personal'
] as const;

/** Message of a verb of the log. */
export const verbCode = (verb: string): string =>
  [`ops-did-${verb}`, `log-did-${verb}`].find(hasMessage) ?? 'log-did-other';

type Line = Pick<LogLine, 'subject' | 'subjectKey' | 'before' | 'after'>;

export function subjectWords(line: Line): string {
  const code = `log-subject-${line.subject}`;
  const kind = hasMessage(code) ? t(code) : line.subject;
  return t('log-subject-of', { kind, name: nameOfSubject(line) });
}

/** What an act on a vehicle, its crew or a road came to, in words; empty where the act says it all. */
export function outcomeWords({ subject, after }: Line): string {
  if (!after) return '';
  const text = (field: string) => (typeof after[field] === 'string' ? after[field] : '');
  const time = (field: string) => (text(field) === '' ? [] : [t('log-until', { time: dateTime(text(field)) })]);
  const words: Record<string, () => string[]> = {
    vehicles: () => (text('outOfServiceReason') ? [t(`out-of-service-${text('outOfServiceReason')}`)] : []),
    crews: () => [
      ...['driver', 'attendant'].map(text),
      ...(typeof after.onDuty === 'boolean' ? [t(after.onDuty ? 'log-on-duty' : 'log-off-duty')] : []),
      ...time('shiftEndsAt')
    ],
    closures: () => [text('reason'), ...time('endsAt')]
  };
  return (words[subject]?.() ?? []).filter(Boolean).join(' · ');
}

function nameOfSubject({ subject, subjectKey: key, before, after }: Line): string {
  const facts = situation.real;
  const vehicleName = (id: string) => facts?.vehicles.get(id)?.callSign ?? id;
  const said = (field: string) => (after ?? {})[field] ?? (before ?? {})[field];
  if (subject === 'vehicles' || subject === 'driver_links') return vehicleName(key);
  if (subject === 'crews') return vehicleName(String(said('vehicleId') ?? facts?.crews.get(key)?.vehicleId ?? key));
  if (subject === 'closures') {
    const way = said('wayId') ?? facts?.closures.get(key)?.wayId;
    return way === undefined ? key : t('log-way', { way: String(way) });
  }
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
