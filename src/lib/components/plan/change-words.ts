import type { Change, Edit, Situation } from '$core/model/situation';
import { nameOf, t } from '$lib/i18n';
import { area } from '$lib/state/area.svelte';
import { roadNames } from './road-names.svelte';

/** Each planned edit in a few words, in order. */
export function changeWords(changes: readonly Change[], plan: Situation | null): string[] {
  return changes.flatMap(({ edits }) => edits.map((edit) => editWords(edit, plan)));
}

function editWords(edit: Edit, plan: Situation | null): string {
  if (edit.collection === 'closures') {
    const percent = edit.after?.speedPercent;
    if (percent === undefined) return t('plan-change-reopened');
    const road = roadNames.of(edit.id) ?? t('plan-a-road');
    return percent === 0 ? t('plan-change-closed', { road }) : t('plan-change-slowed', { road, percent });
  }
  if (edit.collection === 'facilities') {
    const { before, after } = edit;
    const record = after ?? before;
    const name = record ? nameOf(record.names) : edit.id;
    if (!before) return t('plan-change-added', { name });
    if (after && before.open !== after.open) {
      return after.open ? t('plan-change-facility-open', { name }) : t('plan-change-facility-closed', { name });
    }
    return t('plan-change-moved', { name });
  }
  if (edit.collection === 'vehicles') {
    const vehicle = edit.after ?? plan?.vehicles.get(edit.id);
    return t('plan-change-base', { name: vehicle?.callSign ?? edit.id });
  }
  if (edit.collection === 'villages' && area.estimated) {
    const village = edit.after ?? edit.before;
    return t('place-done', { name: village ? nameOf(village.names) : edit.id });
  }
  if (edit.collection === 'rulePacks') return t('plan-change-rules', { version: edit.after?.packVersion ?? '' });
  if (edit.collection === 'scenarios') return t('travel-change-words');
  return t('plan-change-other');
}
