import { greatCircleMm } from '../routing/snap';
import { matchCompared } from './compare-settlements';
import type { ComparedPlace } from './compare-settlements';
import type { Imported, Problem } from './manifest';
import type { SettlementDraft } from './osm-places';

/** So near, a place of the list is taken to be the unnamed one. */
const SAME_PLACE_METRES = 1000;

/**
 * Names settlements that a map shows without a name from a list's place within 1 km that no named settlement answers
 * to. The rest is left out and reported.
 */
export function nameFromList(
  unnamed: readonly SettlementDraft[],
  named: readonly SettlementDraft[],
  places: readonly ComparedPlace[]
): Imported<SettlementDraft[]> {
  const taken = new Set(matchCompared(named, places).matched);
  const pairs = unnamed.flatMap((draft, d) =>
    places.flatMap((place, p) => {
      const mm = greatCircleMm(draft.lon as number, draft.lat as number, place.lon, place.lat);
      return taken.has(p) || mm > SAME_PLACE_METRES * 1000 ? [] : [{ d, p, mm }];
    })
  );
  const nameOf = new Map<number, number>();
  for (const { d, p } of pairs.sort((a, b) => a.mm - b.mm || a.d - b.d || a.p - b.p)) {
    if (nameOf.has(d) || taken.has(p)) continue;
    nameOf.set(d, p);
    taken.add(p);
  }
  const result = [...nameOf].map(([d, p]) => ({ ...unnamed[d], names: { local: places[p].name } }));
  const left = unnamed.filter((_, d) => !nameOf.has(d));
  return { result, problems: [...namedNote(result), ...leftNote(left)] };
}

function namedNote(drafts: readonly SettlementDraft[]): Problem[] {
  if (!drafts.length) return [];
  return [
    {
      severity: 'note',
      code: 'place-named-from-list',
      where: drafts.map(({ id, names }) => `${id} (${names.local})`).join(', '),
      field: 'name',
      read: `${drafts.length} × no name in OSM`,
      wanted: 'a name',
      cure: `Named after the comparing list's place within ${SAME_PLACE_METRES} m.`
    }
  ];
}

function leftNote(drafts: readonly SettlementDraft[]): Problem[] {
  if (!drafts.length) return [];
  return [
    {
      severity: 'note',
      code: 'place-unnamed',
      where: drafts.map(({ id }) => id).join(', '),
      field: 'name',
      read: `${drafts.length} × no name`,
      wanted: 'a name',
      cure: 'They are not taken as settlements; their people go to the nearest named one. Name them in OSM or give a settlement list.'
    }
  ];
}
