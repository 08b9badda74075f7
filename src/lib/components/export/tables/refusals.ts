import type { ExportTable } from '$core/export/export-table';
import type { Situation } from '$core/model/situation';
import type { HospitalRefusal } from '$core/operations/refusals';
import { caseName } from '$lib/components/dispatch/cases/case-name';
import { t } from '$lib/i18n';
import { siteName } from './place-words';
import { tableOf } from './table-of';

/** Refusals of receiving hospitals; nothing of the patient. */
export function refusalsTable(refusals: readonly HospitalRefusal[], facts: Situation): ExportTable {
  return tableOf<HospitalRefusal>(
    t('review-refusals'),
    [
      { label: t('review-refusal-at'), of: ({ at }) => at, text: true },
      { label: t('review-refusal-hospital'), of: ({ facilityId }) => siteName(facts, facilityId) },
      { label: t('export-col-place-id'), of: ({ facilityId }) => facilityId, text: true },
      { label: t('review-refusal-reason'), of: ({ reason }) => reason, text: true },
      { label: t('review-refusal-by'), of: ({ by }) => by, text: true },
      { label: t('review-refusal-case'), of: ({ referralId }) => caseName(referralId), text: true },
      {
        label: t('review-refusal-origin'),
        of: ({ originFacilityId }) =>
          originFacilityId === null ? t('review-refusal-county') : siteName(facts, originFacilityId)
      }
    ],
    refusals
  );
}
