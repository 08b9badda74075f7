import { namesOf, pairKey } from './known-facts';
import { stemOf, townStem } from './name-stem';
import { answeredTown } from './new-town';
import type { PlanState } from './plan-state';
import { cellAt } from './table';

/**
 * Known villages that some row of the sheet names in full, in their own township: each has a row, so no other row means
 * it for sounding alike or lying near. An import that goes on thereby judges its rows as it did before it was cut off.
 */
export function namedVillages({ context, index }: PlanState): ReadonlySet<string> {
  const { sheet, columnOf } = context;
  const [nameColumn, townColumn] = [columnOf.get('name'), columnOf.get('town')];
  const named = new Set<string>();
  if (nameColumn === undefined || townColumn === undefined) return named;
  for (let at = 0; at < sheet.rowNumbers.length; at++) {
    const name = cellAt(sheet, at, nameColumn);
    const said = cellAt(sheet, at, townColumn);
    const towns = index.townsByStem.get(townStem(said)) ?? [];
    const town = answeredTown(context, said)?.id ?? (towns.length === 1 ? towns[0].id : undefined);
    if (name === '' || town === undefined) continue;
    for (const village of index.villagesByName.get(pairKey(town, stemOf(name))) ?? []) {
      if (namesOf(village).includes(name)) named.add(village.id);
    }
  }
  return named;
}

/** Stems of village names that stand under more than one township of the sheet: the name alone tells none of them. */
export function twinNames({ context }: PlanState): ReadonlySet<string> {
  const { sheet, columnOf } = context;
  const [nameColumn, townColumn] = [columnOf.get('name'), columnOf.get('town')];
  const townOf = new Map<string, string>();
  const twins = new Set<string>();
  if (nameColumn === undefined || townColumn === undefined) return twins;
  for (let at = 0; at < sheet.rowNumbers.length; at++) {
    const stem = stemOf(cellAt(sheet, at, nameColumn));
    const town = townStem(cellAt(sheet, at, townColumn));
    if ((townOf.get(stem) ?? town) !== town) twins.add(stem);
    townOf.set(stem, town);
  }
  return twins;
}
