import { expect, it } from 'vitest';
import { ROLES } from '../state/session.svelte';
import { homeFor, screensFor } from './screens';

it('every role begins on a screen it is offered: the dispatcher on Dispatch, the official on Review, the reporter on Report', () => {
  expect(ROLES.map((role) => homeFor(role))).toEqual(['/plan', '/dispatch', '/review', '/report', '/plan']);
  for (const role of ROLES) expect(screensFor(role).map(({ id }) => `/${id}`)).toContain(homeFor(role));
});
