import { NEW_TOWN } from '$lib/commands/table-kinds';
import type { Answers, Question } from '$core/tables/questions';

/** What a question is told apart by: one for each row, spelling or table. */
export function questionKey(question: Question): string {
  if ('row' in question) return `${question.kind}/${question.row}`;
  return 'read' in question ? `${question.kind}/${question.read}` : question.kind;
}

/** What was answered; undefined while nothing was. */
export function answerTo(question: Question, answers: Answers): string | undefined {
  if (question.kind === 'expiry') return answers.expiry ?? undefined;
  if ('row' in question) return answers[question.kind][question.row];
  return answers[question.kind][question.read];
}

/** The answers with one more, or without one where it is taken back. */
export function withAnswer(answers: Answers, question: Question, answer: string | undefined): Answers {
  if (question.kind === 'expiry') return { ...answers, expiry: answer ?? null };
  const key = 'row' in question ? question.row : question.read;
  const { [key]: _held, ...others } = answers[question.kind] as Record<string | number, string>;
  return { ...answers, [question.kind]: answer === undefined ? others : { ...others, [key]: answer } };
}

/** Questions without an answer about a township that bears the name of no known one. */
export function unknownTowns(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(
    (question) =>
      question.kind === 'town' &&
      question.offers.includes(NEW_TOWN) &&
      !question.candidates.some(({ by }) => by === 'name') &&
      answerTo(question, answers) === undefined
  );
}

/** The answers with rows of the file kept out of the import, or taken in again. */
export function withLeftOut(answers: Answers, rows: readonly number[], out: boolean): Answers {
  const named = new Set(rows);
  const others = answers.leaveOut.filter((row) => !named.has(row));
  return { ...answers, leaveOut: out ? [...others, ...named].sort((a, b) => a - b) : others };
}
