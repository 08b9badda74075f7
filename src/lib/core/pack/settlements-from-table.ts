import type { AreaExtent } from './check-position';
import type { Imported } from './manifest';
import type { SettlementDraft, SettlementKind } from './osm-places';
import { SETTLEMENT_KINDS } from './osm-places';
import { placesFromTable, readWhole, type ListOutcome, type WholeField } from './places-from-table';
import type { TableRow } from './table';

export const RESIDENTS: WholeField = { field: 'population', counted: 'persons' };

/** Settlements of a list (own headings or GeoNames'); every row is kept, left to a neighbour, or reported. */
export function settlementsFromTable(
  rows: readonly TableRow[],
  extent: AreaExtent
): Imported<ListOutcome<SettlementDraft>> {
  return placesFromTable(rows, extent, {
    leftOutCode: 'settlement-left-out',
    draft: (place, row, read, problems) => ({
      ...place,
      kind: SETTLEMENT_KINDS.find((each): each is SettlementKind => each === read(row, 'kind')) ?? 'village',
      code: read(row, 'code') || null,
      residents: readWhole(RESIDENTS, row, read, place.names.local, problems)
    })
  });
}
