import { COLLECTION_NAMES, type Situation } from '../core/model/situation';
import type { SituationSnapshot } from '../engine/protocol';

/** The situation as plain entries, for the worker. */
export function snapshotOf(situation: Situation): SituationSnapshot {
  const collections = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, [...situation[name].entries()]]));
  return { areaId: situation.areaId, collections: collections as SituationSnapshot['collections'] };
}
