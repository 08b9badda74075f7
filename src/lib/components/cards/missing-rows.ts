import type { FacilityId } from '$core/model/ids';
import type { VillageCard } from '$lib/commands/publish';
import { nameOf } from '$lib/i18n';

type Missing = VillageCard['missing'][number];

export interface MissingRow {
  key: string;
  facts: Missing['fact'][];
  facilityId: FacilityId | null;
  name: string | null;
  /** On how many cards. */
  cards: number;
}

/** What is missing on the cards, one line for each site and for each thing of no site, what most cards miss first. */
export function missingRows(cards: readonly Pick<VillageCard, 'missing'>[]): MissingRow[] {
  const found = new Map<string, MissingRow>();
  for (const { missing } of cards) {
    const onThis = new Set<string>();
    for (const { fact, facilityId, names } of missing) {
      const key = facilityId ?? fact;
      const row = found.get(key) ?? { key, facilityId, facts: [], cards: 0, name: names ? nameOf(names) : null };
      if (!row.facts.includes(fact)) row.facts.push(fact);
      if (!onThis.has(key)) row.cards += 1;
      onThis.add(key);
      found.set(key, row);
    }
  }
  return [...found.values()].sort((a, b) => b.cards - a.cards);
}
