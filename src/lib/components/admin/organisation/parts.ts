import type { Component } from 'svelte';
import type { Organisation } from '$core/duty/assess-organisation';
import AlliancesPart from './AlliancesPart.svelte';
import DutyPart from './DutyPart.svelte';
import PostsPart from './PostsPart.svelte';
import SuppliersPart from './SuppliersPart.svelte';
import ZonesPart from './ZonesPart.svelte';

/** A part of the page; its title is the message `org-part-<id>`. */
export interface Part {
  id: 'posts' | 'duty' | 'zones' | 'alliances' | 'suppliers';
  /** How many things it lacks. */
  lacking: (organisation: Organisation) => number;
  component: Component;
}

export const PARTS: readonly Part[] = [
  {
    id: 'posts',
    lacking: ({ posts }) => posts.filter(({ lack }) => lack !== null).length,
    component: PostsPart
  },
  {
    id: 'duty',
    lacking: ({ duty }) => duty.reduce((sum, { uncovered }) => sum + uncovered.length, 0),
    component: DutyPart
  },
  {
    id: 'zones',
    lacking: ({ zones: { zones, missing, double } }) =>
      missing.length + double.length + zones.filter(({ facilityId }) => facilityId === null).length,
    component: ZonesPart
  },
  { id: 'alliances', lacking: ({ unlinked }) => unlinked.length, component: AlliancesPart },
  {
    id: 'suppliers',
    lacking: ({ supply }) => supply.filter(({ have, need }) => have < need).length,
    component: SuppliersPart
  }
];
