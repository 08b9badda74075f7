import type { FigureRef, FindingPhrase } from '$core/model/results';
import { phraseParts } from '$lib/i18n';

export interface ExplainedPart {
  text: string;
  /** Marked as a figure. */
  marked: boolean;
  /** What explains it, where that can be asked. */
  figure: FigureRef | null;
}

/** A phrase in pieces, each figure with what explains it. */
export function explainedParts(phrase: FindingPhrase): ExplainedPart[] {
  let seen = 0;
  return phraseParts(phrase).map(({ text, figure: marked }) => ({
    text,
    marked,
    figure: marked ? (phrase.figures?.[seen++] ?? null) : null
  }));
}
