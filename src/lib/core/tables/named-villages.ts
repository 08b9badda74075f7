import { namesOf, pairKey } from './known-facts';
import { stemOf, townStem } from './name-stem';
import type { PlanState } from './plan-state';
import { cellAt } from './table';

/**
 * Known villages that some row of the sheet names in full, in their own township: each has a row, so no other row means
 * it for sounding alike or lying near. An import that goes on thereby judges its rows as it did before it was cut off.
 */
export function namedVillages({ context, index }: PlanState): ReadonlySet<string> {
  const { sheet, columnOf, choice } = context;
  const [nameColumn, townColumn] = [columnOf.get('name'), columnOf.get('town')];
  const named = new Set<string>();
  if (nameColumn === undefined || townColumn === undefined) return named;
  for (let at = 0; at < sheet.rowNumbers.length; at++) {
    const name = cellAt(sheet, at, nameColumn);
    const said = cellAt(sheet, at, townColumn);
    const towns = index.townsByStem.get(townStem(said)) ?? [];
    const town = choice.answers.town[said] ?? (towns.length === 1 ? towns[0].id : undefined);
    if (name === '' || town === undefined) continue;
    for (const village of index.villagesByName.get(pairKey(town, stemOf(name))) ?? []) {
      if (namesOf(village).includes(name)) named.add(village.id);
    }
  }
  return named;
}
