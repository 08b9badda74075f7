import type { Message } from '$lib/commands/as-message';
import { tableMessage, type CheckedTable, type TableProgress, type TableRequests } from '$lib/commands/open-table';
import { NO_ANSWERS } from '$lib/commands/table-kinds';
import type { Answers, ImportChoice, Question } from '$core/tables/questions';
import { answerTo, questionKey, withAnswer, withLeftOut } from './answers';
import { tableFile } from './table-file.svelte';

/** Up to so many rows a check is quick enough to follow every answer. */
const FOLLOWED_ROWS = 20_000;
const REST_MS = 400;

let result = $state.raw<CheckedTable | null>(null);
let checking = $state.raw<TableProgress | null>(null);
let failure = $state.raw<Message | null>(null);
let answers = $state.raw<Answers>(NO_ANSWERS);
/** Every question there was, in the order it came: an answered one stays in its place to be changed. */
let asked = $state.raw<Question[]>([]);
/** Grows with every finished check. */
let revision = $state(0);
/** Revision of the file that was checked last, and whether answers have come since. */
let checkedFile = $state(-1);
let waiting = $state(false);
let timer: ReturnType<typeof setTimeout> | undefined;
let serial = 0;

/** What the check of the file found, and what a person answers to it. */
export const tableCheck = {
  /** Null until the file as it is read now has been checked. */
  get result() {
    return checkedFile === tableFile.revision ? result : null;
  },
  get checking() {
    return checking;
  },
  get failure() {
    return failure;
  },
  get answers() {
    return answers;
  },
  get questions() {
    return asked;
  },
  /** Questions of `questions` without an answer. */
  get open() {
    return asked.filter((question) => answerTo(question, answers) === undefined).length;
  },
  /** Answers were given that the figures do not know yet. */
  get waiting() {
    return waiting;
  },
  get revision() {
    return revision;
  },

  async check(): Promise<void> {
    const own = ++serial;
    const of = tableFile.revision;
    clearTimeout(timer);
    waiting = false;
    failure = null;
    checking = { phase: 'checking', share: 0, rows: 0 };
    try {
      const found = await tableFile.worker.ask('check', choiceNow(), {
        onprogress: (progress) => {
          if (own === serial) checking = progress;
        }
      });
      if (own !== serial) return;
      result = found;
      checkedFile = of;
      asked = merge(found.questions);
      revision += 1;
    } catch (error) {
      if (own !== serial) return;
      failure = tableMessage(error);
      // The figures are still those of the answers before.
      waiting = result !== null;
    } finally {
      if (own === serial) checking = null;
    }
  },

  /** Takes an answer up; undefined takes it back. */
  answer(question: Question, answer: string | undefined): void {
    answers = withAnswer(answers, question, answer);
    changed();
  },

  /** Gives several questions the same answer. */
  answerAll(questions: readonly Question[], answer: string): void {
    for (const question of questions) answers = withAnswer(answers, question, answer);
    changed();
  },

  /** Keeps rows of the file out of the import, or takes them in again. */
  leaveOut(rows: readonly number[], out: boolean): void {
    answers = withLeftOut(answers, rows, out);
    changed();
  },

  rows: (input: TableRequests['rows']['input']) => tableFile.worker.ask('rows', input),
  rowNumbers: (input: TableRequests['rowNumbers']['input']) => tableFile.worker.ask('rowNumbers', input),

  /** Forgets what was answered, for another file or another way to read it; `kept` are the answers of an earlier screen. */
  reset(kept: Answers = NO_ANSWERS): void {
    serial += 1;
    clearTimeout(timer);
    result = failure = checking = null;
    answers = kept;
    asked = [];
    checkedFile = -1;
    waiting = false;
  }
};

export function choiceNow(): ImportChoice {
  const { kind, mapping, placed, crs, file } = tableFile;
  return { kind, mapping, crs: placed ? crs : null, answers, source: file?.name ?? '' };
}

function changed(): void {
  waiting = true;
  clearTimeout(timer);
  if ((tableFile.opened?.rows ?? 0) <= FOLLOWED_ROWS) timer = setTimeout(() => void tableCheck.check(), REST_MS);
}

function merge(found: readonly Question[]): Question[] {
  const now = new Map(found.map((question) => [questionKey(question), question]));
  const kept = asked.filter((question) => now.has(questionKey(question)) || answerTo(question, answers) !== undefined);
  const held = new Set(kept.map(questionKey));
  return [...kept, ...found.filter((question) => !held.has(questionKey(question)))];
}
