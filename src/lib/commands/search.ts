import type { Names } from '../core/model/records';
import type { Situation } from '../core/model/situation';
import type { Selection } from '../state/selection.svelte';

export interface Found {
  kind: 'village' | 'facility' | 'township' | 'vehicle';
  id: string;
  /** Names to show; a vehicle has its call sign. */
  names: Names;
  lon: number | null;
  lat: number | null;
  selection: Selection;
}

/** Says whether a Chinese name matches a spelling in pinyin, whole or by initials. */
export type PinyinMatcher = (name: string, query: string) => boolean;

let pinyin: Promise<PinyinMatcher> | null = null;

/** The pinyin table is fetched when somebody first searches. */
export function loadPinyin(): Promise<PinyinMatcher> {
  pinyin ??= import('pinyin-match').then(
    ({ default: library }) =>
      (name, query) =>
        library.match(name, query) !== false
  );
  return pinyin;
}

/**
 * Villages, facilities, townships and vehicles by any of their names: Latin without regard to case and accents, Chinese
 * by characters or pinyin. Names that begin with the query come first, then those with a word that does.
 */
export function search(situation: Situation, query: string, matchPinyin: PinyinMatcher | null, limit = 20): Found[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  const ranked: { rank: number; found: Found }[] = [];
  for (const found of candidates(situation)) {
    const names = [found.names.local, found.names.en, found.names.zh].filter((name) => name !== undefined);
    const rank = Math.min(...names.map((name) => rankOf(name, wanted, matchPinyin)));
    if (rank < Infinity) ranked.push({ rank, found });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ found }) => found);
}

/** Lower case without accents, apostrophes of any kind and runs of spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['’ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[\s\-–_]+/g, ' ')
    .trim();
}

function rankOf(name: string, wanted: string, matchPinyin: PinyinMatcher | null): number {
  const own = plain(name);
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (own.includes(` ${wanted}`)) return 2;
  if (own.includes(wanted)) return 3;
  return matchPinyin && /\p{Script=Han}/u.test(name) && matchPinyin(name, wanted.replace(/ /g, '')) ? 4 : Infinity;
}

function* candidates({ villages, facilities, townships, vehicles }: Situation): Generator<Found> {
  for (const { id, names, lon, lat } of villages.values()) {
    yield { kind: 'village', id, names, lon, lat, selection: { kind: 'village', id } };
  }
  for (const { id, names, lon, lat } of facilities.values()) {
    yield { kind: 'facility', id, names, lon, lat, selection: { kind: 'facility', id } };
  }
  for (const { id, names, seatFacilityId } of townships.values()) {
    const seat = seatFacilityId === null ? undefined : facilities.get(seatFacilityId);
    const [lon, lat] = [seat?.lon ?? null, seat?.lat ?? null];
    yield { kind: 'township', id, names, lon, lat, selection: { kind: 'township', id } };
  }
  for (const { id, callSign, lon, lat } of vehicles.values()) {
    yield { kind: 'vehicle', id, names: { local: callSign }, lon, lat, selection: { kind: 'vehicle', id } };
  }
}
