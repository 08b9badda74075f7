import type { Village } from '../model/records';
import { metresBetween } from './metres-between';
import { cellKey, namesOf, pairKey, type FactIndex } from './known-facts';
import { stemOf } from './name-stem';
import { inDerivedTown } from './new-town';
import { isPinyinOf, soundAlike } from './pinyin';
import type { Candidate } from './questions';

export interface VillageClue {
  code: string | null;
  name: string;
  townId: string | null;
  /** See `isOwnTown`: a village that is not known in the town may be known under another. */
  ownTown?: boolean;
  /** WGS84 degrees. */
  place: { lon: number; lat: number } | null;
}

export type VillageMatch =
  { kind: 'known'; village: Village; by: Candidate['by'] } | { kind: 'new' } | { kind: 'ask'; candidates: Candidate[] };

/** Nearer than this, two villages are rather one under two names. */
const NEAR_METRES = 300;
const MOST_CANDIDATES = 8;

/**
 * The known village that a row means. Sure: its code with a name that agrees, or the one of that name in that town whose
 * code does not contradict. Anything else that fits (code against name, several of one name, a name that sounds alike, a
 * place within 300 m) is asked, best first. Under a town of the office's own the only namesake elsewhere is sure where
 * its town is merely derived; other namesakes are asked.
 */
export function matchVillage(index: FactIndex, clue: VillageClue): VillageMatch {
  const stem = stemOf(clue.name);
  const byCode = clue.code === null ? undefined : index.villageByCode.get(clue.code);
  if (byCode && namesOf(byCode).some((name) => agrees(name, stem)))
    return { kind: 'known', village: byCode, by: 'code' };
  const own = clue.townId === null ? [] : (index.villagesByName.get(pairKey(clue.townId, stem)) ?? []);
  const byName = own.length > 0 || !clue.ownTown ? own : namesakes(index, clue, stem);
  const exact = byName.filter((village) => namesOf(village).includes(clue.name.trim()));
  const meant = exact.length === 1 ? exact : byName;
  const sure = own.length > 0 || (exact.length === 1 && byName.length === 1 && inDerivedTown(index, exact[0]));
  if (!byCode && meant.length === 1 && sure && !contradicts(meant[0], clue.code)) {
    return { kind: 'known', village: meant[0], by: 'name' };
  }
  const found = new Map<Village, Candidate['by']>();
  if (byCode) found.set(byCode, 'code');
  for (const village of byName) if (!found.has(village)) found.set(village, 'name');
  for (const village of soundingAlike(index, clue, stem)) if (!found.has(village)) found.set(village, 'pinyin');
  for (const village of near(index, clue)) {
    if (!found.has(village) && !contradicts(village, clue.code)) found.set(village, 'distance');
  }
  if (found.size === 0) return { kind: 'new' };
  return {
    kind: 'ask',
    candidates: [...found].slice(0, MOST_CANDIDATES).map(([village, by]) => candidateOf(index, village, by, clue.place))
  };
}

export function candidateOf(
  index: FactIndex,
  village: Village,
  by: Candidate['by'],
  place: { lon: number; lat: number } | null
): Candidate {
  const { lon, lat } = village;
  const town = index.facts.situation.townships.get(village.townshipId);
  const metres = place && lon !== null && lat !== null ? Math.round(metresBetween(place, { lon, lat })) : null;
  return { id: village.id, name: nameOf(village), town: town ? nameOf(town) : '', code: village.code, by, metres };
}

export const nameOf = ({ names }: { names: { local: string; zh?: string } }) => names.zh ?? names.local;

const contradicts = (village: Village, code: string | null) =>
  code !== null && village.code !== null && village.code !== code;

function agrees(name: string, stem: string): boolean {
  const known = stemOf(name);
  return known === stem || soundAlike(known, stem) || isPinyinOf(known, stem) || isPinyinOf(stem, known);
}

function namesakes(index: FactIndex, { code }: VillageClue, stem: string): Village[] {
  const towns = [...index.facts.situation.townships.keys()];
  const found = towns.flatMap((town) => index.villagesByName.get(pairKey(town, stem)) ?? []);
  return found.filter((village) => !contradicts(village, code));
}

function soundingAlike(index: FactIndex, { townId, code }: VillageClue, stem: string): Village[] {
  const inTown = townId === null ? [] : (index.villagesOfTown.get(townId) ?? []);
  return inTown.filter(
    (village) =>
      !contradicts(village, code) &&
      namesOf(village).some((name) => {
        const known = stemOf(name);
        return known !== stem && (soundAlike(known, stem) || isPinyinOf(known, stem) || isPinyinOf(stem, known));
      })
  );
}

function near(index: FactIndex, { place }: VillageClue): Village[] {
  if (!place) return [];
  const found: { village: Village; metres: number }[] = [];
  for (const x of [-0.01, 0, 0.01]) {
    for (const y of [-0.01, 0, 0.01]) {
      for (const village of index.villagesByCell.get(cellKey(place.lon + x, place.lat + y)) ?? []) {
        const metres = metresBetween(place, { lon: village.lon as number, lat: village.lat as number });
        if (metres <= NEAR_METRES) found.push({ village, metres });
      }
    }
  }
  return found.sort((a, b) => a.metres - b.metres).map(({ village }) => village);
}
