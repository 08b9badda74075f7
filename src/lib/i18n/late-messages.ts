import type { Messages } from './locale';
import { addMessages, topics } from './messages';
import { accounts } from './messages/accounts';
import { admin } from './messages/admin';
import { areas } from './messages/areas';
import { dispatch } from './messages/dispatch';
import { duty } from './messages/duty';
import { estimated } from './messages/estimated';
import { invitation } from './messages/invitation';
import { organisation } from './messages/organisation';
import { report } from './messages/report';
import { review } from './messages/review';
import { screen } from './messages/screen';

/** Topics that a screen brings along when it is opened (`addMessages` in its own file); kept out of the first view. */
export const lateTopics: Record<string, Messages> = {
  admin,
  accounts,
  areas,
  dispatch,
  duty,
  estimated,
  invitation,
  organisation,
  report,
  review,
  screen
};

/** Every topic, for fonts and tests. */
export const allTopics: Record<string, Messages> = { ...topics, ...lateTopics };

/** Every message there is; importing this file makes them all known to `t`. */
export const allMessages: Messages = Object.assign({}, ...Object.values(allTopics));

for (const topic of Object.values(lateTopics)) addMessages(topic);
