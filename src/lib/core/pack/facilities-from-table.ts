import type { FacilityTier, Names } from '../model/records';
import type { AreaExtent } from './check-position';
import { createPositionCheck } from './check-position';
import { parseTier } from './facility-tiers';
import type { Imported, Problem } from './manifest';
import { createKeyRegister } from './names';
import type { ListOutcome } from './settlements-from-table';
import { keyOfRow, leftOutProblem, namesFromRow } from './settlements-from-table';
import { fieldReader, hasField, parseNumber } from './table';
import type { TableRow } from './table';

/** A facility before township and parent are known. */
export interface FacilityDraft {
  id: string;
  names: Names;
  tier: FacilityTier;
  lon: number | null;
  lat: number | null;
  address: string;
  telephone: string;
  open24h: boolean;
  /** Beds the source states; null when it does not. */
  beds: number | null;
}

/** Facilities of a list; an unknown tier is taken as the lowest, so that no place seems better served than it is. */
export function facilitiesFromTable(
  rows: readonly TableRow[],
  extent: AreaExtent
): Imported<ListOutcome<FacilityDraft>> {
  const read = fieldReader(rows);
  const check = createPositionCheck(extent, read);
  const register = createKeyRegister();
  const problems: Problem[] = [];
  const kept: FacilityDraft[] = [];
  const left: string[] = [];
  let outside = 0;
  if (rows.length && !hasField(rows, 'tier')) problems.push(noTierColumn(rows));
  for (const row of rows) {
    const names = namesFromRow(row, read);
    const position = check(row, names.local);
    if (position.outside) outside++;
    if (position.outside && !position.problem) {
      left.push(names.local);
      continue;
    }
    if (position.problem) problems.push(position.problem);
    const tierText = read(row, 'tier');
    const tier = parseTier(tierText);
    if (!tier && hasField(rows, 'tier')) problems.push(unknownTier(row, names.local, tierText));
    const beds = parseNumber(read(row, 'beds'));
    kept.push({
      id: keyOfRow(row, read, names, register, problems),
      names,
      tier: tier ?? 'village-clinic',
      lon: position.at?.[0] ?? null,
      lat: position.at?.[1] ?? null,
      address: read(row, 'address'),
      telephone: read(row, 'telephone'),
      open24h: false,
      beds: beds !== null && beds >= 0 ? Math.round(beds) : null
    });
  }
  problems.push(...leftOutProblem('facility-left-out', left));
  return { result: { kept, outside, placed: kept.filter(({ lon }) => lon !== null).length }, problems };
}

const TIERS_WANTED = '1–4, or village-clinic, township-hospital, sub-designated, designated';

function unknownTier(row: TableRow, name: string, read: string): Problem {
  return {
    severity: 'warning',
    code: 'facility-unknown-tier',
    where: `${row.where} (${name})`,
    field: 'tier',
    read: read || '(empty)',
    wanted: TIERS_WANTED,
    cure: 'It is taken as a village clinic, the lowest tier. Correct the tier in the list.'
  };
}

function noTierColumn(rows: readonly TableRow[]): Problem {
  return {
    severity: 'warning',
    code: 'facility-no-tier-column',
    where: rows[0].where,
    field: 'tier',
    read: Object.keys(rows[0].values).join(', '),
    wanted: `a column "tier" with ${TIERS_WANTED}`,
    cure: 'All facilities are taken as village clinics, the lowest tier. Add the column.'
  };
}
