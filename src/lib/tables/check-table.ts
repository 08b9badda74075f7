import { indexFacts, type FactIndex } from '../core/tables/known-facts';
import { metresBetween } from '../core/tables/metres-between';
import { missingFields, planRows } from '../core/tables/plan-import';
import type { ImportChoice, ImportEdit, Question } from '../core/tables/questions';
import type { RowPlan } from '../core/tables/row-plan';
import type { Problem, RowCounts, RowStatus, Sheet } from '../core/tables/table';
import type { CheckedTable, PlaceChange, PlaceChangeKind, TableProgress } from './protocol';

export interface CheckState {
  result: CheckedTable;
  statuses: readonly RowStatus[];
  /** By row of the file; rows without a problem are absent. */
  problemsOf: ReadonlyMap<number, Problem[]>;
  questions: readonly Question[];
  places: readonly PlaceChange[];
  /** A stretch of the edits, planned anew: cheap when stretches are asked for in order. */
  edits(from: number, count: number): ImportEdit[];
}

/** Rows between two words of progress. */
const STEP = 1000;
const QUESTIONS_AT_ONCE = 500;
/** A row with more problems than this is told by its first ones. */
const MOST_PER_ROW = 8;

/** Checks every row once and keeps what was found; the edits are only counted, and planned again when they are written. */
export function checkTable(
  sheet: Sheet,
  choice: ImportChoice,
  index: FactIndex,
  tell: (progress: TableProgress) => void
): CheckState {
  const rows = sheet.rowNumbers.length;
  const statuses: RowStatus[] = [];
  const problemsOf = new Map<number, Problem[]>();
  const questions = new Map<string, Question>();
  const counts: RowCounts = { rows, good: 0, repaired: 0, asked: 0, refused: 0 };
  const tally = new Map<string, CheckedTable['problems'][number]>();
  const editsOf: Record<string, number> = {};
  const places: PlaceChange[] = [];
  let edits = 0;
  let creates = 0;
  for (const plan of planRows(sheet, choice, index)) {
    for (const edit of plan.edits) {
      edits++;
      if (edit.before === null) creates++;
      editsOf[edit.collection] = (editsOf[edit.collection] ?? 0) + 1;
      const place = placeChange(edit, index);
      if (place) places.push(place);
    }
    if (plan.row === 0) continue;
    statuses.push(plan.status);
    counts[plan.status]++;
    if (plan.problems.length > 0) problemsOf.set(plan.row, plan.problems.slice(0, MOST_PER_ROW));
    for (const { code, severity } of plan.problems) {
      const key = `${severity}/${code}`;
      const held = tally.get(key) ?? { code, severity, rows: 0 };
      held.rows++;
      tally.set(key, held);
    }
    if (plan.question) addQuestion(questions, plan.question);
    if (statuses.length % STEP === 0) tell({ phase: 'checking', share: statuses.length / rows, rows: statuses.length });
  }
  const asked = [...questions.values()];
  return {
    result: {
      counts,
      problems: [...tally.values()].sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1)),
      questions: asked.slice(0, QUESTIONS_AT_ONCE),
      questionsInAll: asked.length,
      missingFields: missingFields(choice),
      edits,
      creates,
      editsOf,
      places: countPlaces(places)
    },
    statuses,
    problemsOf,
    questions: asked,
    places,
    edits: editCursor(sheet, choice, index)
  };
}

/** Less is the same place written otherwise. */
const MOVED_METRES = 50;

function placeChange({ collection, id, before, after }: ImportEdit, { facts }: FactIndex): PlaceChange | null {
  const { lon, lat } = after;
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  const at = (kind: PlaceChangeKind, names: object | undefined, called: unknown) => {
    const { zh, local } = (names ?? {}) as { zh?: string; local?: string };
    return { collection, id, name: zh ?? local ?? String(called ?? ''), kind, lon, lat };
  };
  if (before === null) return at('made', after.names as object | undefined, after.callSign);
  const held = facts.situation[collection].get(id as never) as { names?: object; callSign?: string } | undefined;
  const was = { lon: before.lon, lat: before.lat };
  if (typeof was.lon !== 'number' || typeof was.lat !== 'number') return at('placed', held?.names, held?.callSign);
  const metres = metresBetween({ lon: was.lon, lat: was.lat }, { lon, lat });
  return metres < MOVED_METRES ? null : at('moved', held?.names, held?.callSign);
}

function countPlaces(places: readonly PlaceChange[]): CheckedTable['places'] {
  const counts = new Map<string, CheckedTable['places'][number]>();
  for (const { collection, kind } of places) {
    const key = `${collection}/${kind}`;
    const held = counts.get(key) ?? { collection, kind, records: 0 };
    held.records++;
    counts.set(key, held);
  }
  return [...counts.values()];
}

/** One question for all rows that ask the same. */
function addQuestion(questions: Map<string, Question>, question: Question): void {
  const key =
    'row' in question
      ? `row/${question.row}`
      : 'read' in question
        ? `${question.kind}/${question.read}`
        : question.kind;
  const held = questions.get(key);
  if (held && 'rows' in held) held.rows++;
  else questions.set(key, { ...question });
}

function editCursor(sheet: Sheet, choice: ImportChoice, index: FactIndex): CheckState['edits'] {
  // Its own index: what is asked for while writing must not depend on what was learned since.
  const own = indexFacts(index.facts);
  let plans: Generator<RowPlan> | null = null;
  let waiting: ImportEdit[] = [];
  let at = 0;
  return (from, count) => {
    if (!plans || from < at) [plans, waiting, at] = [planRows(sheet, choice, own), [], 0];
    while (waiting.length < from - at + count) {
      const next = plans.next();
      if (next.done) break;
      waiting.push(...next.value.edits);
      const passed = Math.min(from - at, waiting.length);
      if (passed > 0) [waiting, at] = [waiting.slice(passed), at + passed];
    }
    const passed = Math.min(from - at, waiting.length);
    const taken = waiting.slice(passed, passed + count);
    [waiting, at] = [waiting.slice(passed), at + passed];
    return taken;
  };
}
