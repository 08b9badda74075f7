import type { ExportTable } from '$core/export/export-table';
import type { Vehicle } from '$core/model/records';
import type { ReferralAnswer, ReferralTarget, VehicleRanking } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import { positionAgeMs, readyTest, vehicleState } from '$lib/commands/vehicle-states';
import { phrase, phrases, t, wholeMinutes } from '$lib/i18n';
import { sampleMark, siteName, townName, yesNo } from './place-words';
import { tableOf, type ExportColumn } from './table-of';

const baseOf = (facts: Situation, vehicle: Vehicle) => siteName(facts, vehicle.baseFacilityId) ?? vehicle.baseName;
const equipmentOf = ({ capabilities }: Vehicle) =>
  capabilities.map((each) => t(`capability-${each}`)).join(t('plan-list-separator')) || null;

/** The board: what each vehicle is doing and what it lacks. Who drives it stays inside. */
export function boardTable(vehicles: Iterable<Vehicle>, facts: Situation, now: number): ExportTable {
  const ready = readyTest(facts, now);
  const state = (vehicle: Vehicle) => vehicleState(vehicle, ready);
  const minutesSince = (vehicle: Vehicle) => {
    const age = positionAgeMs(vehicle, now);
    return age === null || age === Infinity ? null : Math.round(age / 60_000);
  };
  const columns: ExportColumn<Vehicle>[] = [
    { label: t('dispatch-vehicle'), of: ({ callSign }) => callSign, text: true },
    { label: t('export-col-kind-of-vehicle'), of: ({ kind }) => t(`vehicle-kind-${kind}`) },
    { label: t('export-col-vehicle-class'), of: ({ vehicleClass }) => t(`vehicle-class-${vehicleClass}`) },
    { label: t('export-col-base'), of: (vehicle) => baseOf(facts, vehicle) },
    { label: t('export-col-township'), of: ({ townshipId }) => townName(facts, townshipId) },
    { label: t('export-col-state'), of: (vehicle) => t(`dispatch-group-${state(vehicle).group}`) },
    { label: t('export-col-status'), of: ({ status }) => t(`vehicle-status-${status}`) },
    {
      label: t('export-col-lacks'),
      of: (vehicle) => {
        const { lack } = state(vehicle);
        return lack ? t(`vehicle-lacks-${lack}`) : null;
      }
    },
    {
      label: t('export-col-out-reason'),
      of: ({ status, outOfServiceReason }) =>
        status === 'out-of-service' ? t(`out-of-service-${outOfServiceReason ?? 'other'}`) : null
    },
    { label: t('export-col-driver'), of: ({ id }) => yesNo(ready.crewed.has(id)) },
    { label: t('export-col-to-ready'), of: ({ minutesToReady }) => minutesToReady },
    { label: t('export-col-seats'), of: ({ seats }) => seats },
    { label: t('plan-capabilities'), of: equipmentOf },
    { label: t('export-col-grade'), of: ({ severityLimit }) => t(`grade-${severityLimit}`) },
    {
      label: t('export-col-position'),
      of: ({ positionLon }) => t(positionLon === null ? 'dispatch-at-base' : 'export-last-known')
    },
    { label: t('export-col-position-age'), of: minutesSince },
    { label: t('export-col-lat'), of: ({ positionLat, lat }) => positionLat ?? lat },
    { label: t('export-col-lon'), of: ({ positionLon, lon }) => positionLon ?? lon },
    { label: t('export-note'), of: (vehicle) => sampleMark(vehicle, 'status') }
  ];
  return tableOf(t('dispatch-vehicles'), columns, vehicles);
}

interface Ranked {
  order: number | null;
  vehicleId: string;
  arrivalMs: number | null;
  driveMs: number | null;
  mm: number | null;
  reasons: string;
  lost: { villages: number; persons: number } | null;
}

/** Vehicles for a case: those offered by arrival, then all others with why not. */
export function rankingTable(
  { offered, notOffered }: VehicleRanking,
  facts: Situation,
  wholeArea: boolean
): ExportTable {
  const rows: Ranked[] = [
    ...offered.map((each, i) => ({
      order: i + 1,
      vehicleId: each.vehicleId,
      arrivalMs: each.ms,
      driveMs: each.driveMs,
      mm: each.mm,
      reasons: phrases(each.notes),
      lost: wholeArea ? each.coverLost : null
    })),
    ...notOffered.map((each) => ({
      order: null,
      vehicleId: each.vehicleId,
      arrivalMs: null,
      driveMs: each.driveMs,
      mm: null,
      reasons: phrases(each.reasons),
      lost: null
    }))
  ];
  const vehicle = ({ vehicleId }: Ranked) => facts.vehicles.get(vehicleId);
  const columns: ExportColumn<Ranked>[] = [
    { label: t('export-col-order'), of: ({ order }) => order },
    { label: t('dispatch-vehicle'), of: (row) => vehicle(row)?.callSign ?? row.vehicleId, text: true },
    { label: t('export-col-base'), of: (row) => (vehicle(row) ? baseOf(facts, vehicle(row)!) : null) },
    { label: t('export-col-offered'), of: ({ order }) => yesNo(order !== null) },
    { label: t('export-col-arrival'), of: ({ arrivalMs }) => (arrivalMs === null ? null : wholeMinutes(arrivalMs)) },
    { label: t('export-col-drive'), of: ({ driveMs }) => (driveMs === null ? null : wholeMinutes(driveMs)) },
    { label: t('export-col-road-km'), of: ({ mm }) => (mm === null ? null : Math.round(mm / 1000) / 1000) },
    { label: t('dispatch-reasons'), of: ({ reasons }) => reasons || null },
    { label: t('plan-capabilities'), of: (row) => (vehicle(row) ? equipmentOf(vehicle(row)!) : null) },
    { label: t('export-col-lost-villages'), of: ({ lost }) => lost?.villages ?? null },
    { label: t('export-col-lost-persons'), of: ({ lost }) => lost?.persons ?? null }
  ];
  return tableOf(t('dispatch-ranking'), columns, rows);
}

interface Considered {
  role: 'target' | 'monitoring' | 'alternative' | 'passed-over';
  facilityId: string;
  ms: number | null;
  target: ReferralTarget | null;
  reasons: string;
}

/** Hospitals considered for a case: the target, others that could take it, and each passed over with why. */
export function referralTable(answer: ReferralAnswer, facts: Situation): ExportTable {
  const of = (role: Considered['role'], targets: readonly (ReferralTarget | null)[]): Considered[] =>
    targets.flatMap((target) =>
      target ? [{ role, facilityId: target.facilityId, ms: target.ms, target, reasons: '' }] : []
    );
  const rows: Considered[] = [
    ...of('target', [answer.target]).map((row) => ({ ...row, reasons: phrase(answer.reason) })),
    ...of('monitoring', [answer.monitoringSite]),
    ...of('alternative', answer.alternatives),
    ...answer.passedOver.map(({ facilityId, ms, reasons }) => ({
      role: 'passed-over' as const,
      facilityId,
      ms,
      target: null,
      reasons: phrases(reasons)
    }))
  ];
  return tableOf<Considered>(
    t('export-table-referral'),
    [
      { label: t('export-col-facility'), of: ({ facilityId }) => siteName(facts, facilityId) },
      { label: t('export-col-place-id'), of: ({ facilityId }) => facilityId },
      { label: t('export-col-role'), of: ({ role }) => t(`export-role-${role}`) },
      { label: t('map-legend-minutes'), of: ({ ms }) => (ms === null ? null : wholeMinutes(ms)) },
      {
        label: t('export-col-road-km'),
        of: ({ target }) => (target ? Math.round(target.mm / 1000) / 1000 : null)
      },
      { label: t('export-col-beds-free'), of: ({ target }) => target?.bedsFree ?? null },
      { label: t('export-col-own-alliance'), of: ({ target }) => (target ? yesNo(target.ownAlliance) : null) },
      { label: t('dispatch-reasons'), of: ({ reasons }) => reasons || null }
    ],
    rows
  );
}
