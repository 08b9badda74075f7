import type { VehicleState } from '../fleet/vehicle-state';
import type { Names, Origin } from '../model/records';
import { residentsKnown } from '../model/residents';
import type { Reach, Results } from '../model/results';
import type { CareLevel, Situation } from '../model/situation';
import { isUnknown } from '../model/unknown-fields';

/** Layers of a map as a file holds them, in this order. */
export const EXPORT_LAYERS = ['villages', 'coverage', 'facilities', 'closures', 'vehicles', 'suppliers'] as const;
export type ExportLayer = (typeof EXPORT_LAYERS)[number];

export type ExportPosition = [lon: number, lat: number];
export type ExportGeometry =
  | { type: 'Point'; coordinates: ExportPosition }
  | { type: 'MultiPoint'; coordinates: ExportPosition[] }
  | { type: 'LineString'; coordinates: ExportPosition[] }
  | { type: 'MultiLineString'; coordinates: ExportPosition[][] };

export type ExportValue = string | number | boolean | null;

export interface ExportFeature {
  layer: ExportLayer;
  id: string;
  /** Class by which it is drawn, e.g. `minutes-2`, `facility-designated`, `closed`. */
  style: string;
  /** Null where the place is not known. */
  geometry: ExportGeometry | null;
  /** Names and words in both languages: `name_en`, `name_zh`, … */
  properties: Record<string, ExportValue>;
}

/** Words a message code in a language. */
export type Say = (locale: 'en' | 'zh-CN', code: string, params?: Record<string, string | number>) => string;

export interface MapFeaturesInput {
  situation: Situation;
  results: Results;
  /** Care levels whose minutes are told. */
  levels: readonly CareLevel[];
  /** Lines of each closure in force. */
  closures: readonly { closureId: string; road: string; coordinates: ExportPosition[][] }[];
  vehicles: ReadonlyMap<string, VehicleState>;
  /** Whether a record differs from the facts that all desks know. */
  isPlanned: (collection: 'facilities' | 'closures' | 'vehicles' | 'villages', id: string) => boolean;
  /** Unit whose records alone this reader is shown; null for all. */
  onlyUnit: string | null;
  say: Say;
}

/**
 * What a map shows as plain features in WGS84. Crews, stocks and counts of people by label are no part of it. A guessed
 * time has its band and no minutes of its own.
 */
export function mapFeatures(input: MapFeaturesInput): ExportFeature[] {
  return [
    ...villageFeatures(input),
    ...coverageFeatures(input),
    ...facilityFeatures(input),
    ...closureFeatures(input),
    ...vehicleFeatures(input),
    ...supplierFeatures(input)
  ];
}

const key = (level: CareLevel) => level.replaceAll('-', '_');
const wholeMinutes = (ms: number) => Math.ceil(ms / 60_000);

function both(say: Say, prefix: string, code: string, params?: Record<string, string | number>) {
  return { [`${prefix}_en`]: say('en', code, params), [`${prefix}_zh`]: say('zh-CN', code, params) };
}

/** The source's own spelling, then each language, where it has one. */
export function namesOf(names: Names | undefined, prefix = 'name'): Record<string, ExportValue> {
  const { local = null, en = null, zh = null } = names ?? {};
  return { [prefix]: local, [`${prefix}_en`]: en, [`${prefix}_zh`]: zh };
}

export function pointOf({ lon, lat }: { lon: number | null; lat: number | null }): ExportGeometry | null {
  return lon === null || lat === null ? null : { type: 'Point', coordinates: rounded([lon, lat]) };
}

/** Seven decimals are a centimetre; more would say what nobody measured. */
const rounded = ([lon, lat]: ExportPosition): ExportPosition => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

const marks = (origin: Origin, planned: boolean) => ({ origin, planned });

/** Class of a time: index of the first limit it keeps, the number of limits when it keeps none. */
function classOf({ ms, reason, estimate }: Reach, thresholds: readonly number[]): string {
  if (ms === null) return reason === 'no-position' || reason === 'no-seat-position' ? 'not-assessed' : 'unreachable';
  const found = thresholds.findIndex((limit) => ms <= limit * 60_000);
  return `${estimate ? 'estimated' : 'minutes'}-${found < 0 ? thresholds.length : found}`;
}

function reachProperties(level: CareLevel, reach: Reach, { situation, say }: MapFeaturesInput) {
  const { ms, mm, estimate, facilityId, reason } = reach;
  const told = estimate ? null : ms;
  const at = key(level);
  return {
    [`minutes_${at}`]: told === null ? null : wholeMinutes(told),
    [`seconds_${at}`]: told === null ? null : told / 1000,
    [`metres_${at}`]: mm === null ? null : mm / 1000,
    [`times_${at}`]: ms === null ? null : estimate ? 'estimated' : estimate === null ? 'measured' : 'roads',
    ...(estimate
      ? { [`minutes_low_${at}`]: estimate.q25 / 60_000, [`minutes_high_${at}`]: estimate.q75 / 60_000 }
      : {}),
    ...namesOf(facilityId ? situation.facilities.get(facilityId)?.names : undefined, `site_${at}`),
    ...(reason
      ? both(say, `reason_${at}`, `no-way-${reason}`)
      : { [`reason_${at}_en`]: null, [`reason_${at}_zh`]: null })
  };
}

function villageFeatures(input: MapFeaturesInput): ExportFeature[] {
  const { situation, results, levels, isPlanned } = input;
  const { careLevel, thresholds } = results.settings;
  return results.villages.flatMap(({ villageId, reach, remote, risk, walkMetres }): ExportFeature[] => {
    const village = situation.villages.get(villageId);
    if (!village) return [];
    const style = classOf(reach[careLevel], thresholds);
    return [
      {
        layer: 'villages',
        id: villageId,
        style,
        geometry: pointOf(village),
        properties: {
          ...namesOf(village.names),
          code: village.code,
          ...namesOf(situation.townships.get(village.townshipId)?.names, 'township'),
          residents: residentsKnown(village) ? village.residents : null,
          residents_source: village.residentsSource,
          residents_date: village.residentsDate,
          care_level: careLevel,
          class: style,
          ...Object.assign({}, ...levels.map((level) => reachProperties(level, reach[level], input))),
          walk_metres: walkMetres,
          remote: remote.remote,
          risk: risk.score,
          ...marks(village.origin, isPlanned('villages', villageId))
        }
      }
    ];
  });
}

/** Villages of one class as one feature, with how many persons live there. */
function coverageFeatures({ situation, results }: MapFeaturesInput): ExportFeature[] {
  const { careLevel, thresholds } = results.settings;
  const classes = new Map<string, { villages: number; persons: number; places: ExportPosition[] }>();
  for (const { villageId, reach } of results.villages) {
    const village = situation.villages.get(villageId);
    if (!village) continue;
    const style = classOf(reach[careLevel], thresholds);
    const found = classes.get(style) ?? { villages: 0, persons: 0, places: [] };
    found.villages += 1;
    found.persons += village.residents;
    if (village.lon !== null && village.lat !== null) found.places.push(rounded([village.lon, village.lat]));
    classes.set(style, found);
  }
  return [...classes.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([style, { villages, persons, places }]) => {
      const index = /-(\d+)$/.exec(style)?.[1];
      const at = index === undefined ? null : Number(index);
      return {
        layer: 'coverage',
        id: `coverage-${style}`,
        style,
        geometry: places.length > 0 ? { type: 'MultiPoint', coordinates: places } : null,
        properties: {
          care_level: careLevel,
          class: style,
          over_minutes: at === null || at === 0 ? null : thresholds[at - 1],
          up_to_minutes: at === null ? null : (thresholds[at] ?? null),
          villages,
          persons
        }
      };
    });
}

function facilityFeatures({ situation, isPlanned, say }: MapFeaturesInput): ExportFeature[] {
  return [...situation.facilities.values()].map((facility) => ({
    layer: 'facilities',
    id: facility.id,
    style: `facility-${facility.tier}${facility.open ? '' : '-shut'}`,
    geometry: pointOf(facility),
    properties: {
      ...namesOf(facility.names),
      tier: facility.tier,
      ...both(say, 'tier', `tier-${facility.tier}`),
      ...namesOf(situation.townships.get(facility.townshipId)?.names, 'township'),
      open: facility.open,
      ...both(say, 'status', facility.open ? 'plan-facility-open' : 'plan-facility-closed'),
      open_24h: facility.open24h,
      beds_free: isUnknown(facility, 'bedsFree') ? null : facility.bedsFree,
      beds_total: isUnknown(facility, 'bedsTotal') ? null : facility.bedsTotal,
      icu_beds: isUnknown(facility, 'icuBeds') ? null : facility.icuBeds,
      capabilities: facility.capabilities.join(' '),
      fever_clinic_set: facility.feverSet,
      fever_clinic_open: facility.feverOpen,
      address: facility.address,
      telephone: facility.telephone,
      opening_hours: facility.openingHours,
      reported_at: facility.reportedAt,
      ...marks(facility.origin, isPlanned('facilities', facility.id))
    }
  }));
}

function closureFeatures({ situation, closures, isPlanned, say }: MapFeaturesInput): ExportFeature[] {
  const lines = new Map(closures.map((each) => [each.closureId, each]));
  return [...situation.closures.values()].map((closure) => {
    const { road = '', coordinates = [] } = lines.get(closure.id) ?? {};
    const shut = closure.speedPercent === 0;
    return {
      layer: 'closures',
      id: closure.id,
      style: shut ? 'closed' : 'slowed',
      geometry:
        coordinates.length === 0
          ? null
          : coordinates.length === 1
            ? { type: 'LineString', coordinates: coordinates[0].map(rounded) }
            : { type: 'MultiLineString', coordinates: coordinates.map((line) => line.map(rounded)) },
      properties: {
        name: road,
        osm_way: closure.wayId,
        speed_percent: closure.speedPercent,
        ...both(say, 'status', shut ? 'export-closed' : 'export-slowed', { percent: closure.speedPercent }),
        reason: closure.reason,
        starts_at: closure.startsAt,
        ends_at: closure.endsAt,
        in_force: lines.has(closure.id),
        ...marks(closure.origin, isPlanned('closures', closure.id))
      }
    };
  });
}

/** Where each vehicle was last seen, else its base; who drives it stays inside. */
function vehicleFeatures({ situation, vehicles, onlyUnit, isPlanned, say }: MapFeaturesInput): ExportFeature[] {
  return [...situation.vehicles.values()]
    .filter(({ unit }) => onlyUnit === null || unit === onlyUnit)
    .map((vehicle) => {
      const group = vehicles.get(vehicle.id)?.group ?? 'attention';
      const placed = vehicle.positionLon !== null && vehicle.positionLat !== null;
      return {
        layer: 'vehicles',
        id: vehicle.id,
        style: `vehicle-${group}`,
        geometry: pointOf(placed ? { lon: vehicle.positionLon, lat: vehicle.positionLat } : vehicle),
        properties: {
          name: vehicle.callSign,
          kind: vehicle.kind,
          ...both(say, 'kind', `vehicle-kind-${vehicle.kind}`),
          vehicle_class: vehicle.vehicleClass,
          status: vehicle.status,
          ...both(say, 'status', `vehicle-status-${vehicle.status}`),
          group,
          ...both(say, 'group', `dispatch-group-${group}`),
          base: vehicle.baseName,
          base_lon: vehicle.lon,
          base_lat: vehicle.lat,
          position: placed ? 'last-known' : 'base',
          position_at: vehicle.positionAt,
          seats: vehicle.seats,
          minutes_to_ready: vehicle.minutesToReady,
          capabilities: vehicle.capabilities.join(' '),
          ...namesOf(situation.townships.get(vehicle.townshipId)?.names, 'township'),
          ...marks(vehicle.origin, isPlanned('vehicles', vehicle.id))
        }
      };
    });
}

function supplierFeatures({ situation, say }: MapFeaturesInput): ExportFeature[] {
  return [...situation.suppliers.values()].map((supplier) => ({
    layer: 'suppliers',
    id: supplier.id,
    style: `supplier-${supplier.kind}`,
    geometry: pointOf(supplier),
    properties: {
      ...namesOf(supplier.names),
      kind: supplier.kind,
      ...both(say, 'kind', `export-supplier-${supplier.kind}`),
      telephone: supplier.telephone,
      ...marks(supplier.origin, false)
    }
  }));
}
