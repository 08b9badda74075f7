import type { Role } from '$lib/state/session.svelte';
import { ADMIN_ROLES } from './admin/admin-roles';
import type { IconName } from './icons';

export interface ScreenEntry {
  id: string;
  icon: IconName;
  /** Who is offered it; everyone when absent. */
  roles?: readonly Role[];
}

/** Screens the rail offers, in order. One appears here once it does something. */
export const SCREENS: readonly ScreenEntry[] = [
  { id: 'plan', icon: 'plan' },
  { id: 'dispatch', icon: 'dispatch' },
  { id: 'review', icon: 'review' },
  { id: 'screen', icon: 'screen' },
  { id: 'report', icon: 'report' },
  { id: 'supplies', icon: 'supplies' },
  { id: 'admin', icon: 'admin', roles: ADMIN_ROLES }
];

/** Screen on which the work of a role begins. */
export const homeFor = (role: Role | undefined): string =>
  role === 'dispatcher' ? '/dispatch' : role === 'official' ? '/review' : role === 'reporter' ? '/report' : '/plan';

export const screensFor = (role: Role | undefined): readonly ScreenEntry[] =>
  SCREENS.filter(({ roles }) => !roles || (role !== undefined && roles.includes(role)));
