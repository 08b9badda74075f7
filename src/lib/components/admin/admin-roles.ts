import type { Role } from '$lib/state/session.svelte';

/**
 * Who has a page of Administration: all roles of `ADMIN_TABS`. Apart from it, because what the rail imports brings the
 * styles of whatever that may load later into the first view.
 */
export const ADMIN_ROLES: readonly Role[] = ['planner', 'dispatcher', 'official', 'reporter', 'admin'];
