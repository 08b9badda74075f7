import type { FacilityTier } from '../model/records';
import type { AreaExtent } from './check-position';
import { parseTier } from './facility-tiers';
import type { Imported, Problem } from './manifest';
import { placesFromTable, readWhole, type ListOutcome, type PlaceDraft, type WholeField } from './places-from-table';
import { hasField } from './table';
import type { TableRow } from './table';

/** A facility before township and parent are known. */
export interface FacilityDraft extends PlaceDraft {
  tier: FacilityTier;
  address: string;
  telephone: string;
  open24h: boolean;
  /** Beds the source states; null when it does not. */
  beds: number | null;
}

const BEDS: WholeField = { field: 'beds', counted: 'beds' };

/** Facilities of a list; an unknown tier is taken as the lowest, so that no place seems better served than it is. */
export function facilitiesFromTable(
  rows: readonly TableRow[],
  extent: AreaExtent
): Imported<ListOutcome<FacilityDraft>> {
  const hasTier = hasField(rows, 'tier');
  const { result, problems } = placesFromTable<FacilityDraft>(rows, extent, {
    leftOutCode: 'facility-left-out',
    draft: (place, row, read, problems) => {
      const { local } = place.names;
      const tierText = read(row, 'tier');
      const tier = parseTier(tierText);
      if (!tier && hasTier) problems.push(unknownTier(row, local, tierText));
      return {
        ...place,
        tier: tier ?? 'village-clinic',
        address: read(row, 'address'),
        telephone: read(row, 'telephone'),
        open24h: false,
        beds: readWhole(BEDS, row, read, local, problems)
      };
    }
  });
  return { result, problems: rows.length && !hasTier ? [noTierColumn(rows), ...problems] : problems };
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
