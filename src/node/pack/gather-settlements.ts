import type { OsmData } from '../../lib/core/network/osm';
import type { AreaExtent } from '../../lib/core/pack/check-position';
import type { Imported } from '../../lib/core/pack/manifest';
import type { ComparedPlace } from '../../lib/core/pack/compare-settlements';
import { nameFromList } from '../../lib/core/pack/name-from-list';
import { settlementsFromOsm } from '../../lib/core/pack/osm-places';
import type { SettlementDraft } from '../../lib/core/pack/osm-places';
import { settlementsFromTable } from '../../lib/core/pack/settlements-from-table';
import { refuseOtherArea } from './gather-facilities';
import type { InputFile } from './import-input';
import { readTable } from './read-table';

interface Input {
  list: InputFile | null;
  osm: OsmData;
  extent: AreaExtent;
  /** Places that may lend their name to one without. */
  places: readonly ComparedPlace[];
}

/** Settlements of the list, else of the extract; an empty result is said so. */
export function gatherSettlements({ list, osm, extent, places }: Input): Imported<SettlementDraft[]> {
  if (list) {
    const { result, problems } = settlementsFromTable(readTable(list.path), extent);
    refuseOtherArea(result, list.path, 'settlements');
    return { result: result.kept, problems };
  }
  const drawn = settlementsFromOsm(osm);
  const named = nameFromList(drawn.unnamed, drawn.result, places);
  const result = [...drawn.result, ...named.result];
  const problems = [...drawn.problems, ...named.problems];
  if (!result.length) {
    problems.push({
      severity: 'warning',
      code: 'no-settlements',
      where: 'OpenStreetMap extract',
      field: 'place',
      read: 'no named city, town, village or hamlet in the area',
      wanted: 'the settlements people live in',
      cure: `The settlement list is empty; roads and relief can be used. Give a list with --settlements.`
    });
  }
  return { result, problems };
}
