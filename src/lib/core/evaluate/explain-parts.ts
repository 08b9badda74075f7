import type { Names, RecordBase } from '../model/records';
import type { Explanation, FigureRef, Phrase } from '../model/results';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { hoursSince, nameParams } from './derived';

export type Figure<K extends FigureRef['kind']> = Extract<FigureRef, { kind: K }>;
export type ExplanationInput = Explanation['inputs'][number];

/** A record that must be there. @throws RangeError otherwise. */
export function held<T>(collection: ReadonlyMap<string, T>, id: string): T {
  const record = collection.get(id);
  if (record === undefined) throw new RangeError(`No record "${id}".`);
  return record;
}

export function named(names: Names | undefined, id: string): NonNullable<Phrase['params']> {
  return nameParams('place', names, id);
}

/**
 * An input taken from a record: its origin is the source, its being a sample is said. What was changed here is no longer
 * of the source that the record came from, unless its own source was changed with it, as an imported table does.
 */
export function fromRecord(
  record: Pick<RecordBase<string>, 'origin' | 'editedFields'>,
  field: string,
  input: { label: Phrase; value: Phrase; source?: string; date?: string | null }
): ExplanationInput {
  const edited = record.editedFields.includes(field);
  const sourced = !edited || record.editedFields.includes(`${field}Source`);
  const origin = edited ? 'hand' : record.origin;
  return {
    label: input.label,
    value: input.value,
    source: sourced && input.source ? input.source : `origin-${origin}`,
    date: input.date ?? null,
    sample: origin === 'sample'
  };
}

/** The same input, marked where it was reported longer before `now` (epoch ms) than a report holds (requirement 82). */
export function markOld(input: ExplanationInput, now: number, pack: RulePack): ExplanationInput {
  const hours = hoursSince(input.date, now);
  return hours !== null && hours > numberRule(pack, 'report-max-age-hours') ? { ...input, old: true } : input;
}

/** A number as a value, the unit in the code: `value-<unit>`. */
export function value(unit: string, number: number | null): Phrase {
  return number === null ? { code: 'value-unknown' } : { code: `value-${unit}`, params: { value: number } };
}

/** A figure of our own making, from others. */
export function computed(label: string, shown: ExplanationInput['value']): ExplanationInput {
  return { label: { code: label }, value: shown, source: 'source-computed', date: null, sample: false };
}
