import type { OsmData } from '../../lib/core/network/osm';
import type { AreaExtent } from '../../lib/core/pack/check-position';
import { facilitiesFromTable } from '../../lib/core/pack/facilities-from-table';
import type { FacilityDraft } from '../../lib/core/pack/facilities-from-table';
import type { Imported } from '../../lib/core/pack/manifest';
import { facilitiesFromOsm } from '../../lib/core/pack/osm-facilities';
import type { ListOutcome } from '../../lib/core/pack/places-from-table';
import { plainHeading } from '../../lib/core/pack/table';
import type { TableRow } from '../../lib/core/pack/table';
import { CliError } from '../cli/cli-error';
import type { ImportInput, InputFile } from './import-input';
import { readTable } from './read-table';

interface Input {
  list: InputFile | null;
  where: ImportInput['facilitiesWhere'] | null;
  osm: OsmData;
  extent: AreaExtent;
}

/** Facilities of the list, else of the extract's health tags; an empty result is said so. */
export function gatherFacilities({ list, where, osm, extent }: Input): Imported<FacilityDraft[]> {
  if (list) {
    const rows = where ? rowsWhere(readTable(list.path), where, list.path) : readTable(list.path);
    const { result, problems } = facilitiesFromTable(rows, extent);
    refuseOtherArea(result, list.path, 'facilities');
    return { result: result.kept, problems };
  }
  const { result, problems } = facilitiesFromOsm(osm);
  if (!result.length) {
    problems.push({
      severity: 'warning',
      code: 'no-facilities',
      where: 'OpenStreetMap extract',
      field: 'amenity, healthcare',
      read: 'no hospital, clinic, doctor or health post in the area',
      wanted: 'the places that give care',
      cure: 'The facility list is empty. Give a list with --facilities.'
    });
  }
  return { result, problems };
}

/** A list none of whose positions lies in the area was taken for another one. */
export function refuseOtherArea({ outside, placed }: ListOutcome<unknown>, path: string, what: string): void {
  if (placed || !outside) return;
  throw new CliError(
    `${path}: none of its ${what} lies in the area of the extract (${outside} outside). Give the extract and the list of one and the same area.`
  );
}

function rowsWhere(rows: TableRow[], { column, value }: { column: string; value: string }, path: string): TableRow[] {
  const heading = Object.keys(rows[0].values).find((each) => plainHeading(each) === plainHeading(column));
  if (heading === undefined) {
    throw new CliError(`${path} has no column "${column}". Its columns: ${Object.keys(rows[0].values).join(', ')}.`);
  }
  const kept = rows.filter(({ values }) => values[heading].trim() === value);
  if (!kept.length) throw new CliError(`${path} has no row with "${value}" in the column "${heading}".`);
  return kept;
}
