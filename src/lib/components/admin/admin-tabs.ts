import type { Component } from 'svelte';
import type { Role } from '$lib/state/session.svelte';
import type { IconName } from '../icons';

/** A page of Administration; its title is the message `admin-tab-<id>`. */
export interface AdminTab {
  id: 'accounts' | 'areas' | 'organisation' | 'rules' | 'import' | 'log' | 'keeping';
  icon: IconName;
  /** Who may open it; the panel itself shows what the role may change. */
  roles: readonly Role[];
  /** Waits until an area is open; the others work on an empty server too. */
  needsArea: boolean;
  load: () => Promise<{ default: Component }>;
}

/** In the order of the list. One appears here once it does something. */
export const ADMIN_TABS: readonly AdminTab[] = [
  {
    id: 'accounts',
    icon: 'user',
    roles: ['admin'],
    needsArea: false,
    load: () => import('./accounts/AccountsPanel.svelte')
  },
  { id: 'areas', icon: 'area', roles: ['admin'], needsArea: false, load: () => import('./AreasPanel.svelte') },
  {
    id: 'organisation',
    icon: 'phone',
    roles: ['planner', 'dispatcher', 'official', 'reporter', 'admin'],
    needsArea: true,
    load: () => import('./organisation/OrganisationPanel.svelte')
  },
  {
    id: 'rules',
    icon: 'rule',
    roles: ['admin'],
    needsArea: true,
    load: () => import('./rules/RulesPanel.svelte')
  },
  {
    id: 'import',
    icon: 'table',
    roles: ['planner', 'admin'],
    needsArea: true,
    load: () => import('../import/ImportPanel.svelte')
  },
  {
    id: 'log',
    icon: 'report',
    roles: ['official', 'admin'],
    needsArea: true,
    load: () => import('./log/LogPanel.svelte')
  },
  {
    id: 'keeping',
    icon: 'ledger',
    roles: ['admin'],
    needsArea: false,
    load: () => import('./keeping/KeepingPanel.svelte')
  }
];

export const tabsFor = (role: Role | undefined): readonly AdminTab[] =>
  ADMIN_TABS.filter(({ roles }) => role !== undefined && roles.includes(role));
