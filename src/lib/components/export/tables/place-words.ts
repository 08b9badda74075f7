import type { RecordBase } from '$core/model/records';
import type { Situation } from '$core/model/situation';
import { nameOf, t } from '$lib/i18n';

export type Places = Pick<Situation, 'villages' | 'townships' | 'facilities'>;

export function townName({ townships }: Pick<Places, 'townships'>, id: string): string {
  const township = townships.get(id);
  return township ? nameOf(township.names) : id === 'all' || id === 'county' ? t('review-all-area') : id;
}

export function siteName({ facilities }: Pick<Places, 'facilities'>, id: string | null): string | null {
  const site = id === null ? undefined : facilities.get(id);
  return site ? nameOf(site.names) : id;
}

/** `sample` where a value was made up and no hand has changed it. */
export function sampleMark({ origin, editedFields }: RecordBase<string>, field: string): string | null {
  return origin === 'sample' && !editedFields.includes(field) ? t('origin-sample') : null;
}

export const yesNo = (value: boolean): string => t(value ? 'review-yes' : 'review-no');
