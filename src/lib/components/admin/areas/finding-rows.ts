import type { JobFindings } from '$core/model/job';
import { nameOf, number, t } from '$lib/i18n';

export interface FindingRow {
  key: string;
  kind: string;
  where: string;
  what: string;
}

/** Everything the checker named, one line each: problems first, then roads apart, then places off the road. */
export function findingRows({ problems, unconnected, offRoad }: JobFindings): FindingRow[] {
  const rows = [
    ...problems.first.map(({ severity, where, read, cure }) => ({
      kind: t(`job-kind-${severity}`),
      where,
      what: read ? `${read}. ${cure}` : cure
    })),
    ...unconnected.first.map(({ roadKm, lon, lat, facilityIds }) => ({
      kind: t('job-kind-apart'),
      where: `${number(lat, 4)}°, ${number(lon, 4)}°`,
      what: t('job-apart-what', { km: number(roadKm, 1), sites: facilityIds.length })
    })),
    ...offRoad.first.map(({ kind, names }) => ({
      kind: t(`job-kind-off-${kind}`),
      where: nameOf(names),
      what: t('job-off-what')
    }))
  ];
  return rows.map((row, i) => ({ key: String(i), ...row }));
}

/** How many there are in all; the rows may be fewer. */
export function findingTotal({ problems, unconnected, offRoad }: JobFindings): number {
  return problems.error + problems.warning + problems.note + unconnected.total + offRoad.total;
}
