import { translate } from '../../i18n';
import type { Locale } from '../../i18n';
import { closureSigns } from '../layers/symbols';
import type { MapData, MapRoute, MapSelection, MapShortage, Position } from '../model';
import { routeTagPoint } from '../plan-lines';
import {
  FACILITY_SIZE,
  fullRadiusPersons,
  RING,
  SIGN_SIZE,
  SUPPLIER_SIZE,
  VEHICLE_SIZE,
  villageRadius
} from '../symbol-size';
import { createBoxGrid, createCostRaster } from './box-grid';
import type { Box, BoxGrid } from './box-grid';
import { labelCandidates } from './candidates';
import { placeLabels } from './place-labels';
import type { LabelCandidate, PlacedLabel } from './place-labels';
import { placeShields } from './shields';
import type { PlacedShield, RoadLine } from './shields';
import { addDiscs, facilityOffsets, stepAside } from './step-aside';
import type { Offset, Project } from './step-aside';

/** A worded box beside a place, with a leader to it. */
export interface PlacedTag {
  id: string;
  kind: 'shortage' | 'flag-high' | 'flag-medium' | MapRoute['kind'];
  text: string;
  lon: number;
  lat: number;
  /** Where the leader ends: the symbol's own shift. */
  from: Offset;
  /** Middle of the box relative to the projected place, pixels. */
  to: Offset;
  width: number;
  height: number;
}

export interface Layout {
  /** Shift of symbols by id. */
  offsets: Map<string, Offset>;
  labels: PlacedLabel[];
  tags: PlacedTag[];
  shields: PlacedShield[];
}

export interface LayoutInput {
  data: MapData;
  selection: MapSelection | null;
  locale: Locale;
  scale: number;
  /** Scale of villages and facilities. */
  symbolScale: number;
  project: Project;
  viewport: Box;
  /** Panels over the map, map pixels. */
  panels: readonly Box[];
  roads: readonly RoadLine[];
  extra: readonly LabelCandidate[];
  measureLabel: (candidate: LabelCandidate) => { width: number; height: number };
  measureTag: (text: string) => number;
  show: LabelledLayers;
}

/** What is drawn now; suppliers and pharmacies take room only where they are. */
export interface LabelledLayers {
  villages: boolean;
  facilities: boolean;
  suppliers?: boolean;
  pharmacies?: boolean;
  vehicles: boolean;
  shortages: boolean;
  labels: boolean;
}

const LABEL_LIMIT = 400;

/** Words of a shortage tag: the failing limb's value. */
export function shortageText(shortage: MapShortage, locale: Locale): string {
  if (shortage.limb === 'expiry' || shortage.value === null) return translate(locale, 'map-tag-expiry');
  if (shortage.limb === 'share') {
    return translate(locale, 'map-tag-share', { value: (Math.floor(shortage.value * 1000) / 10).toFixed(1) });
  }
  return translate(locale, 'map-tag-days', { value: (Math.floor(shortage.value * 10) / 10).toFixed(1) });
}

/**
 * Finds places for all that must not cover each other: facilities step off villages, then signs, vehicles, tags and
 * shields find room, labels last. Pure: the same input gives the same layout.
 */
export function layOut(input: LayoutInput): Layout {
  const { data, project, scale, viewport, show } = input;
  const aside = { project, scale, viewport };
  const hard = createBoxGrid();
  for (const panel of input.panels) hard.add(panel);
  const offsets = show.facilities
    ? facilityOffsets(data.facilities, show.villages ? data.villages : [], { ...aside, scale: input.symbolScale })
    : new Map();
  addFixed(hard, input, offsets);
  const merge = (more: Map<string, Offset>) => more.forEach((offset, id) => offsets.set(id, offset));
  merge(
    stepAside(
      closureSigns(data.closures).map(({ id, position: [lon, lat] }) => ({
        id,
        lon,
        lat,
        half: square(SIGN_SIZE, scale),
        reaches: [4 * scale, 14 * scale],
        mayStay: false
      })),
      hard,
      aside
    )
  );
  if (show.vehicles) {
    merge(
      stepAside(
        data.vehicles.map((vehicle) => ({
          ...vehicle,
          half: square(VEHICLE_SIZE, scale),
          reaches: [8 * scale, 22 * scale, 40 * scale, 60 * scale],
          mayStay: true
        })),
        hard,
        aside
      )
    );
  }
  const tags = placeTags(input, hard, offsets);
  const soft = createCostRaster(viewport.right, viewport.bottom);
  for (const road of input.roads) soft.addLine(toScreen(road.coordinates, project), road.main ? 2 : 1);
  for (const route of data.routes) {
    if (route.kind !== 'catchment') soft.addLine(toScreen(route.coordinates, project), 3);
  }
  const shields = show.labels ? placeShields(input.roads, { hard, project, viewport, scale }) : [];
  const candidates = labelCandidates({ ...data, ...input, offsets });
  const labels = show.labels
    ? placeLabels({ candidates, project, measure: input.measureLabel, hard, soft, viewport, scale, limit: LABEL_LIMIT })
    : [];
  return { offsets, labels, tags, shields };
}

function square(size: number, scale: number): [number, number] {
  return [(size / 2) * scale, (size / 2) * scale];
}

function toScreen(line: readonly Position[], project: Project): [number, number][] {
  return line.map(([lon, lat]) => {
    const { x, y } = project(lon, lat);
    return [x, y];
  });
}

function addFixed(
  hard: BoxGrid,
  { data, project, scale, symbolScale, show }: LayoutInput,
  offsets: Map<string, Offset>
): void {
  if (show.villages) {
    const full = fullRadiusPersons(data.villages);
    const ring = RING.gap + RING.width;
    addDiscs(
      hard,
      data.villages.map(({ lon, lat, persons }) => ({
        lon,
        lat,
        radius: villageRadius(persons, full, symbolScale) + ring * symbolScale * 0.5
      })),
      project
    );
  }
  if (show.facilities) {
    addDiscs(
      hard,
      data.facilities.map(({ id, lon, lat, tier }) => ({
        lon,
        lat,
        radius: (FACILITY_SIZE[tier] / 2) * symbolScale,
        offset: offsets.get(id)
      })),
      project
    );
  }
  const drawn = (data.suppliers ?? []).filter(({ kind }) => show.suppliers && (kind !== 'pharmacy' || show.pharmacies));
  addDiscs(
    hard,
    drawn.map(({ lon, lat, kind }) => ({ lon, lat, radius: (SUPPLIER_SIZE[kind] / 2) * symbolScale })),
    project
  );
  addDiscs(
    hard,
    data.candidates.map(({ lon, lat }) => ({ lon, lat, radius: 12 * scale })),
    project
  );
}

function placeTags(input: LayoutInput, hard: BoxGrid, offsets: Map<string, Offset>): PlacedTag[] {
  const { data, locale, scale, project, viewport, show, measureTag } = input;
  const facilities = new Map(data.facilities.map((facility) => [facility.id, facility]));
  const wanted: Omit<PlacedTag, 'to'>[] = [];
  const height = 20 * scale;
  for (const route of data.routes) {
    const point = route.tag ? routeTagPoint(route) : null;
    if (!route.tag || !point) continue;
    wanted.push({
      id: `route:${route.id}`,
      kind: route.kind,
      text: route.tag,
      lon: point[0],
      lat: point[1],
      from: [0, 0],
      width: measureTag(route.tag) + 16 * scale,
      height: 24 * scale
    });
  }
  for (const flag of data.flags) {
    const text = flag.text ?? '';
    const width = 26 * scale + (text ? measureTag(text) + 6 * scale : 0);
    wanted.push({
      id: `flag:${flag.id}`,
      kind: `flag-${flag.severity}`,
      text,
      lon: flag.lon,
      lat: flag.lat,
      from: [0, 0],
      width,
      height: 26 * scale
    });
  }
  for (const shortage of show.shortages ? data.shortages : []) {
    const facility = facilities.get(shortage.facilityId);
    if (!facility) continue;
    const text = shortageText(shortage, locale);
    wanted.push({
      id: `shortage:${facility.id}`,
      kind: 'shortage',
      text,
      lon: facility.lon,
      lat: facility.lat,
      from: offsets.get(facility.id) ?? [0, 0],
      width: measureTag(text) + 28 * scale,
      height
    });
  }
  const find = (tags: typeof wanted, mayDrop: (tag: (typeof wanted)[number]) => boolean): PlacedTag[] => {
    const places = stepAside(
      tags.map((tag) => ({
        id: tag.id,
        lon: tag.lon,
        lat: tag.lat,
        half: [tag.width / 2, tag.height / 2] as [number, number],
        // The times of ways matter more than where their tags stand.
        reaches: (tag.id.startsWith('route:') ? [10, 20, 34, 56, 84, 116] : [10, 20, 34]).map((each) => each * scale),
        mayStay: false,
        mayDrop: mayDrop(tag)
      })),
      hard,
      { project, scale, viewport }
    );
    return tags.flatMap((tag) => {
      const to = places.get(tag.id);
      return to ? [{ ...tag, to }] : [];
    });
  };
  const placed = find(wanted, ({ id }) => id.startsWith('flag:'));
  // A flag whose words find no room stands without them.
  const found = new Set(placed.map(({ id }) => id));
  const bare = wanted.flatMap((tag) =>
    tag.id.startsWith('flag:') && !found.has(tag.id) ? [{ ...tag, text: '', width: 26 * scale }] : []
  );
  return [...placed, ...find(bare, () => false)];
}
