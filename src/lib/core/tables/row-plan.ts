import { equalValues } from '../change/equal-values';
import type { CheckedRow } from './check-row';
import type { ImportEdit, Question } from './questions';
import type { Problem, ProblemCode, RowStatus, Severity } from './table';

/** What a row comes to. */
export interface RowPlan {
  row: number;
  status: RowStatus;
  problems: Problem[];
  edits: ImportEdit[];
  question: Question | null;
}

/** Gathers what one row means; `plan` closes it. */
export interface RowDraft {
  checked: CheckedRow;
  edits: ImportEdit[];
  question: Question | null;
  /** Record that no later row may take, and a facility that later rows of the village's name may share. */
  claimed: string | null;
  madeFacility: { key: string; id: string } | null;
  add(field: string | null, code: ProblemCode, severity: Severity, params?: Record<string, string | number>): void;
}

export function draftOf(
  checked: CheckedRow,
  columnOf: ReadonlyMap<string, number>,
  read: (field: string) => string
): RowDraft {
  return {
    checked,
    edits: [],
    question: null,
    claimed: null,
    madeFacility: null,
    add(field, code, severity, params = {}) {
      const column = field === null ? null : (columnOf.get(field) ?? null);
      checked.problems.push({
        row: checked.row,
        column,
        field,
        code,
        severity,
        read: field === null ? '' : read(field),
        params
      });
    }
  };
}

export function statusOf(problems: readonly Problem[]): RowStatus {
  for (const severity of ['refused', 'asked', 'repaired'] as const) {
    if (problems.some((each) => each.severity === severity)) return severity;
  }
  return 'good';
}

/** Whether the row waits for the answer which township it names: what is missing for want of it is no fault yet. */
export function townAsked({ checked }: Pick<RowDraft, 'checked'>): boolean {
  return checked.problems.some(({ code, severity }) => code === 'town-unsure' && severity === 'asked');
}

/** Fields that mean something only together. */
const TOGETHER: readonly (readonly string[])[] = [['lon', 'lat']];

/**
 * The edit that gives a record these fields: all of `blank` and `fields` for a new one, only what differs for a known
 * one; none when nothing differs. Undefined fields are left as they are.
 */
export function editOf(
  target: Pick<ImportEdit, 'collection' | 'id' | 'row'>,
  known: object | null,
  fields: Record<string, unknown>,
  blank: Record<string, unknown>
): ImportEdit[] {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (known === null) return [{ ...target, before: null, after: { ...blank, ...given } }];
  const current = known as Record<string, unknown>;
  const changed = Object.keys(given).filter((field) => {
    const together = TOGETHER.find((each) => each.includes(field)) ?? [field];
    return together.some((each) => each in given && !equalValues(given[each], current[each]));
  });
  if (changed.length === 0) return [];
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
  return [{ ...target, before: pick(current), after: pick(given) }];
}

/** Sixteen hex digits of a text (two FNV-1a of 32 bits), for keys of records whose source has no code of its own. */
export function shortHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
