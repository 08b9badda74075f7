import { number, t } from '$lib/i18n';
import { NEW_TOWN } from '$lib/commands/table-kinds';
import type { Candidate, Question } from '$core/tables/questions';

export interface QuestionOption {
  value: string;
  words: string;
  /** Why it is offered. */
  about?: string;
  /** Letter that answers with it; the candidates have digits. */
  key: string | null;
}

/** What is asked. */
export function questionWords(question: Question): string {
  switch (question.kind) {
    case 'match':
      return t('import-ask-match', { row: question.row, name: question.name, town: question.town || 'none' });
    case 'code':
      return t('import-ask-code', { row: question.row, name: question.name, read: question.read });
    case 'town':
      return t('import-ask-town', { read: question.read, count: question.rows });
    case 'medicine':
      return t('import-ask-medicine', { read: question.read, count: question.rows });
    case 'expiry':
      return t('import-ask-expiry', { count: question.rows });
  }
}

/** What one has to know to answer. */
export function questionAbout({ kind }: Question): string | null {
  return kind === 'medicine' ? t('import-ask-medicine-about') : null;
}

const SKIP = (): QuestionOption => ({ value: 'skip', words: t('import-answer-skip'), key: 's' });

/** What can be answered, the likeliest first. */
export function questionOptions(question: Question): QuestionOption[] {
  switch (question.kind) {
    case 'match':
      return [
        ...question.candidates.map((candidate) => ({
          value: candidate.id,
          words: t('import-answer-village', { name: candidate.name, town: candidate.town }),
          about: evidence(candidate),
          key: null
        })),
        { value: 'new', words: t('import-answer-new'), key: 'n' },
        SKIP()
      ];
    case 'code':
      return [
        ...question.candidates.map((code) => ({ value: code, words: code, key: null })),
        { value: '', words: t('import-answer-no-code'), key: 'n' }
      ];
    case 'town':
      return [
        ...question.candidates.map(({ id, name, code }) => ({
          value: id,
          words: name,
          ...(code ? { about: code } : {}),
          key: null
        })),
        ...question.offers.map((value) => ({
          value,
          words: t(`import-answer-town-${value}`),
          key: value === NEW_TOWN ? 'n' : 'm'
        }))
      ];
    case 'medicine':
      return [
        ...question.candidates.map(({ id, name }) => ({ value: id, words: name, key: null })),
        { ...SKIP(), words: t(question.wholeRows ? 'import-answer-medicine-skip' : 'import-answer-expiry-skip') }
      ];
    case 'expiry':
      return [{ ...SKIP(), words: t('import-answer-expiry-skip') }];
  }
}

function evidence({ by, code, metres }: Candidate): string {
  const parts = [t(`import-by-${by}`)];
  if (code) parts.push(code);
  if (metres !== null) parts.push(t('unit-metres', { value: number(metres) }));
  return parts.join(' · ');
}
