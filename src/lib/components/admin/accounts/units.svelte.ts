import { untrack } from 'svelte';
import { listUnits } from '$lib/commands/accounts';
import { nameOf, t } from '$lib/i18n';
import { area } from '$lib/state/area.svelte';
import type { Names } from '$core/model/records';

export interface Unit {
  key: string;
  names: Names;
}

let known = $state.raw<Readonly<Record<string, Unit[]>>>({});

/** Townships by area, fetched once each. */
export const units = {
  /** Empty until they are here. */
  of: (areaId: string): Unit[] => known[areaId] ?? [],
  /** @throws Trouble with a code that has a message. */
  async fetch(areaIds: readonly string[]): Promise<void> {
    const held = untrack(() => known);
    const missing = areaIds.filter((id, i) => id !== '*' && !(id in held) && areaIds.indexOf(id) === i);
    if (missing.length === 0) return;
    const found = await Promise.all(missing.map(async (id) => [id, await listUnits(id)] as const));
    known = { ...known, ...Object.fromEntries(found) };
  },
  name(areaId: string, unit: string): string {
    if (unit === 'county') return t('accounts-unit-county');
    const found = units.of(areaId).find(({ key }) => key === unit);
    return found ? nameOf(found.names) : unit;
  }
};

export function areaName(id: string): string {
  if (id === '*') return t('accounts-all-areas');
  const manifest = area.list.find((each) => each.id === id);
  return manifest ? nameOf(manifest.names) : id;
}
