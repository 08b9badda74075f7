import type { Messages } from './locale';
import { explain } from './messages/explain';
import { fleet } from './messages/fleet';
import { gapValues } from './messages/gap-values';
import { map } from './messages/map';
import { plan } from './messages/plan';
import { results } from './messages/results';
import { rules } from './messages/rules';
import { shell } from './messages/shell';
import { signIn } from './messages/sign-in';
import { travelTable } from './messages/travel-table';
import { trouble } from './messages/trouble';
import { words } from './messages/words';

/**
 * Topics of the first view by file; others are in late-messages.ts. A key lives in one topic only; the tests see to it.
 */
export const topics: Record<string, Messages> = {
  words,
  shell,
  'sign-in': signIn,
  trouble,
  plan,
  results,
  'gap-values': gapValues,
  explain,
  map,
  rules,
  fleet,
  'travel-table': travelTable
};

export const messages: Messages = Object.assign({}, ...Object.values(topics));

/** Makes a topic known that came with a screen opened later. */
export function addMessages(topic: Messages): void {
  Object.assign(messages, topic);
}
