import { expect, it } from 'vitest';
import { ROLES } from '../state/session.svelte';
import { ADMIN_ROLES } from './admin/admin-roles';
import { ADMIN_TABS } from './admin/admin-tabs';
import { homeFor, screensFor } from './screens';

it('every role begins on a screen it is offered: the dispatcher on Dispatch, the official on Review, the reporter on Report', () => {
  expect(ROLES.map((role) => homeFor(role))).toEqual(['/plan', '/dispatch', '/review', '/report', '/plan']);
  for (const role of ROLES) expect(screensFor(role).map(({ id }) => `/${id}`)).toContain(homeFor(role));
});

it('Administration is offered to whoever has a page of it', () => {
  expect([...ADMIN_ROLES].sort()).toEqual([...new Set(ADMIN_TABS.flatMap(({ roles }) => roles))].sort());
});
