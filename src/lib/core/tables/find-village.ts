import type { Village } from '../model/records';
import { isOwnTown } from './new-town';
import { candidateOf, matchVillage } from './match-village';
import { stemOf } from './name-stem';
import { namedVillages, twinNames } from './named-villages';
import type { PlanState } from './plan-state';
import type { RowDraft } from './row-plan';

/**
 * The known village of a row, after the person's answer where there is one. `new` makes one, null is asked or refused
 * and has been noted.
 */
export function findVillage(state: PlanState, draft: RowDraft): Village | 'new' | null {
  const { index, context } = state;
  const { values, row, townId, place, problems } = draft.checked;
  const name = (values.name as string | undefined) ?? '';
  const code = (values.code as string | undefined) ?? null;
  const answer = context.choice.answers.match[row];
  if (answer === 'new') return 'new';
  if (answer === 'skip') {
    draft.add(null, 'left-out', 'refused');
    return null;
  }
  if (answer !== undefined) {
    const chosen = index.facts.situation.villages.get(answer as never);
    if (chosen) {
      draft.add('name', 'matched-loosely', 'repaired', { taken: chosen.names.zh ?? chosen.names.local });
      return chosen;
    }
  }
  if (name === '' || problems.some(({ severity }) => severity === 'refused')) return null;
  const ownTown = isOwnTown(index, draft.checked);
  const found = matchVillage(index, { code, name, townId, ownTown, place });
  const elsewhere = (id: string) => ownTown && index.facts.situation.villages.get(id as never)?.townshipId !== townId;
  if (found.kind === 'new') return 'new';
  if (found.kind === 'known') {
    const { village, by } = found;
    if (by !== 'name' || !elsewhere(village.id)) return village;
    state.twins ??= twinNames(state);
    if (!state.twins.has(stemOf(name))) return village;
  }
  state.named ??= namedVillages(state);
  const { named } = state;
  const meantElsewhere = new Set(Object.values(context.choice.answers.match));
  const offered = found.kind === 'known' ? [candidateOf(index, found.village, found.by, place)] : found.candidates;
  const candidates = offered.filter(({ id, by }) => {
    if (by === 'code' || (by === 'name' && !elsewhere(id))) return true;
    return !named.has(id) && !(by === 'name' && meantElsewhere.has(id));
  });
  if (candidates.length === 0) return 'new';
  draft.add('name', 'match-unsure', 'asked', { candidates: candidates.length });
  const town = (values.town as string | undefined) ?? '';
  draft.question = { kind: 'match', row, name, town, code: code ?? '', candidates };
  return null;
}
