import { age, nameOf } from '../../i18n';
import type { Locale } from '../../i18n';
import { deltaMinutes, isChanged } from '../classes';
import type { MapFacility, MapSelection, MapVehicle, MapVillage, VillageMark } from '../model';
import { FACILITY_SIZE, fullRadiusPersons, VEHICLE_SIZE, villageRadius } from '../symbol-size';
import type { LabelCandidate, LabelKind } from './place-labels';

/** Order of kinds: the chosen one, vehicles, hospitals, changed villages, towns, then people. */
const KIND_RANK: Record<LabelKind, number> = {
  selected: 0,
  vehicle: 1,
  hospital: 2,
  changed: 3,
  town: 4,
  peak: 5,
  village: 6,
  place: 7
};
const RANK_STEP = 1e9;
const LONG_NAME = 20;

/** Rank of a label: its kind, then `weight` (persons, minutes) with the greater first. */
export function rankOf(kind: LabelKind, weight: number): number {
  return KIND_RANK[kind] * RANK_STEP - Math.min(RANK_STEP - 1, Math.max(0, weight));
}

export interface LabelInput {
  villages: readonly MapVillage[];
  marks: readonly VillageMark[];
  facilities: readonly MapFacility[];
  vehicles: readonly MapVehicle[];
  selection: MapSelection | null;
  locale: Locale;
  scale: number;
  /** Scale of villages and facilities. */
  symbolScale: number;
  offsets: ReadonlyMap<string, [number, number]>;
  /** Basemap places and peaks in view. */
  extra: readonly LabelCandidate[];
  show: { villages: boolean; facilities: boolean; vehicles: boolean };
}

const NO_OFFSET: [number, number] = [0, 0];

/** Everything that may bear a label now. Clinics and health centres are named only when chosen. */
export function labelCandidates(input: LabelInput): LabelCandidate[] {
  const { villages, marks, facilities, vehicles, selection, locale, scale, symbolScale, offsets, show } = input;
  const full = fullRadiusPersons(villages);
  const isSelected = (kind: string, id: string) => selection?.kind === kind && selection.id === id;
  const list: LabelCandidate[] = [];
  if (show.villages) {
    villages.forEach((village, index) => {
      const delta = deltaMinutes(marks[index]);
      const kind = villageKind(village, marks[index], isSelected('village', village.id));
      list.push({
        id: `village:${village.id}`,
        kind,
        text: nameOf(village.names, locale),
        suffix: delta === null ? '' : `${delta > 0 ? '+' : '−'}${Math.abs(delta)}`,
        lon: village.lon,
        lat: village.lat,
        offset: NO_OFFSET,
        radius: villageRadius(village.persons, full, symbolScale) + 2 * scale,
        rank: rankOf(kind, kind === 'changed' && delta !== null ? Math.abs(delta) : village.persons)
      });
    });
  }
  if (show.facilities) {
    for (const facility of facilities) {
      const selected = isSelected('facility', facility.id);
      const hospital = facility.tier === 'designated' || facility.tier === 'sub-designated';
      if (!hospital && !selected) continue;
      const kind: LabelKind = selected ? 'selected' : 'hospital';
      list.push({
        id: `facility:${facility.id}`,
        kind,
        text: inTwoLines(nameOf(facility.names, locale)),
        suffix: '',
        lon: facility.lon,
        lat: facility.lat,
        offset: offsets.get(facility.id) ?? NO_OFFSET,
        radius: (FACILITY_SIZE[facility.tier] / 2) * symbolScale,
        rank: rankOf(kind, facility.tier === 'designated' ? 1 : 0)
      });
    }
  }
  if (show.vehicles) {
    for (const vehicle of vehicles) {
      list.push({
        id: `vehicle:${vehicle.id}`,
        kind: 'vehicle',
        text: vehicle.callSign,
        suffix: vehicle.stale && Number.isFinite(vehicle.ageMs ?? NaN) ? age(vehicle.ageMs!, locale) : '',
        lon: vehicle.lon,
        lat: vehicle.lat,
        offset: offsets.get(vehicle.id) ?? NO_OFFSET,
        radius: (VEHICLE_SIZE / 2) * scale,
        rank: rankOf('vehicle', 0)
      });
    }
  }
  return [...list, ...input.extra];
}

/** A long name broken at the space nearest its middle; names without a space stay whole. */
export function inTwoLines(name: string): string {
  if (name.length <= LONG_NAME) return name;
  const middle = name.length / 2;
  let best = -1;
  for (let at = name.indexOf(' '); at !== -1; at = name.indexOf(' ', at + 1)) {
    if (best === -1 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  return best === -1 ? name : `${name.slice(0, best)}\n${name.slice(best + 1)}`;
}

function villageKind(village: MapVillage, mark: VillageMark | undefined, selected: boolean): LabelKind {
  if (selected) return 'selected';
  if (isChanged(mark)) return 'changed';
  return village.town ? 'town' : 'village';
}
