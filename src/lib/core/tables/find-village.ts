import type { Village } from '../model/records';
import { matchVillage } from './match-village';
import { namedVillages } from './named-villages';
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
  const found = matchVillage(index, { code, name, townId, place });
  if (found.kind === 'known') return found.village;
  if (found.kind === 'new') return 'new';
  state.named ??= namedVillages(state);
  const { named } = state;
  const candidates = found.candidates.filter(({ id, by }) => by === 'code' || by === 'name' || !named.has(id));
  if (candidates.length === 0) return 'new';
  draft.add('name', 'match-unsure', 'asked', { candidates: candidates.length });
  const town = (values.town as string | undefined) ?? '';
  draft.question = { kind: 'match', row, name, town, code: code ?? '', candidates };
  return null;
}
