import { t } from '$lib/i18n';
import { situation } from '$lib/state/situation.svelte';
import { ownTown } from '../own-town';
import { changeWords } from './change-words';

/** What stands before the finding: of which township alone it is, and what is planned. Empty for neither. */
export function planLead(): string {
  const town = ownTown();
  const own = town === null ? '' : t('unit-lead', { unit: town });
  if (situation.planned.length === 0 || situation.plan?.villages.size === 0) return own;
  const [words, ...more] = changeWords(situation.planned, situation.plan);
  return (
    own + (more.length === 0 ? t('plan-lead-one', { change: words }) : t('plan-lead-many', { count: more.length + 1 }))
  );
}
