import { COLLECTION_NAMES, type Situation } from '../core/model/situation';
import type { SituationSnapshot } from './protocol';

/** A situation as plain entries. */
export function takeSnapshot(situation: Situation): SituationSnapshot {
  const collections = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, [...situation[name]]]));
  return { areaId: situation.areaId, collections: collections as unknown as SituationSnapshot['collections'] };
}

export function fromSnapshot({ areaId, collections }: SituationSnapshot): Situation {
  const maps = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map(collections[name])]));
  return { areaId, ...maps } as unknown as Situation;
}
