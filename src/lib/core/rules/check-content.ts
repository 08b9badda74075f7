import { ChangeError, parseChange } from '../change/parse-change';
import type { Phrase } from '../model/results';
import { parseTravelScenario, ScenarioError } from '../routing/scenario';
import { parseRulePack, RulePackError } from './parse-rule-pack';

/** What is wrong with a record's content: the path of the first bad entry, and a line that names it and the cure. */
export interface ContentFault {
  field: string;
  message: string;
  /** The same for a person at the screen, where the kind of content has words for it. */
  phrase?: Phrase;
}

/** The content of a rule pack record; null when it can be used. */
export function checkRulePack(content: unknown): ContentFault | null {
  return faultOf(() => parseRulePack(content));
}

/** The content of a scenario record: a change for a plan, a travel table with its `active` flag; null when it is good. */
export function checkScenario(kind: string, content: unknown): ContentFault | null {
  if (kind === 'plan') return faultOf(() => parseChange(content));
  if (kind !== 'travel') return { field: 'kind', message: `kind is "${kind}", wanted plan or travel` };
  return faultOf(() => {
    parseTravelScenario(content);
    const { active } = content as { active?: unknown };
    if (active !== undefined && typeof active !== 'boolean')
      throw new ScenarioError('active', JSON.stringify(active), 'true or false');
  });
}

export function faultOf(parse: () => unknown): ContentFault | null {
  try {
    parse();
    return null;
  } catch (error) {
    if (error instanceof RulePackError || error instanceof ScenarioError)
      return { field: error.field, message: error.message, phrase: error.phrase };
    if (error instanceof ChangeError) return { field: error.field, message: error.message };
    throw error;
  }
}
