import type { Messages } from './locale';
import { addMessages, topics } from './messages';
import { accounts } from './messages/accounts';
import { admin } from './messages/admin';
import { areas } from './messages/areas';
import { cards } from './messages/cards';
import { dispatch } from './messages/dispatch';
import { drive } from './messages/drive';
import { driverLink } from './messages/driver-link';
import { duty } from './messages/duty';
import { estimated } from './messages/estimated';
import { exports } from './messages/exports';
import { tableImport } from './messages/import';
import { invitation } from './messages/invitation';
import { operations } from './messages/operations';
import { keeping } from './messages/keeping';
import { log } from './messages/log';
import { organisation } from './messages/organisation';
import { report } from './messages/report';
import { reportHistory } from './messages/report-history';
import { explanations } from './messages/results-explain';
import { review } from './messages/review';
import { rulePacks } from './messages/rule-packs';
import { screen } from './messages/screen';
import { supplies } from './messages/supplies';
import { surface } from './messages/surface';
import { secondFactor } from './messages/second-factor';
import { travelTable } from './messages/travel-table';

/** Topics that a screen brings along when it is opened (`addMessages` in its own file); kept out of the first view. */
export const lateTopics: Record<string, Messages> = {
  admin,
  accounts,
  areas,
  cards,
  dispatch,
  drive,
  'driver-link': driverLink,
  duty,
  estimated,
  explanations,
  exports,
  import: tableImport,
  invitation,
  operations,
  keeping,
  log,
  organisation,
  report,
  'report-history': reportHistory,
  review,
  'rule-packs': rulePacks,
  screen,
  supplies,
  surface,
  'second-factor': secondFactor,
  'travel-table': travelTable
};

/** Every topic, for fonts and tests. */
export const allTopics: Record<string, Messages> = { ...topics, ...lateTopics };

/** Every message there is; importing this file makes them all known to `t`. */
export const allMessages: Messages = Object.assign({}, ...Object.values(allTopics));

for (const topic of Object.values(lateTopics)) addMessages(topic);
