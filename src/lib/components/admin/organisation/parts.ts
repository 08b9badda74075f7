import type { Component } from 'svelte';
import type { Organisation } from '$core/duty/assess-organisation';

/** A part of the page; its title is the message `org-part-<id>`. */
export interface Part {
  id: 'posts' | 'duty' | 'zones' | 'alliances' | 'suppliers';
  /** How many things it lacks. */
  lacking: (organisation: Organisation) => number;
  load: () => Promise<{ default: Component }>;
}

export const PARTS: readonly Part[] = [
  {
    id: 'posts',
    lacking: ({ posts }) => posts.filter(({ lack }) => lack !== null).length,
    load: () => import('./PostsPart.svelte')
  },
  {
    id: 'duty',
    lacking: ({ duty }) => duty.reduce((sum, { uncovered }) => sum + uncovered.length, 0),
    load: () => import('./DutyPart.svelte')
  },
  {
    id: 'zones',
    lacking: ({ zones: { zones, missing, double } }) =>
      missing.length + double.length + zones.filter(({ facilityId }) => facilityId === null).length,
    load: () => import('./ZonesPart.svelte')
  },
  { id: 'alliances', lacking: ({ unlinked }) => unlinked.length, load: () => import('./AlliancesPart.svelte') },
  {
    id: 'suppliers',
    lacking: ({ supply }) => supply.filter(({ have, need }) => have < need).length,
    load: () => import('./SuppliersPart.svelte')
  }
];
