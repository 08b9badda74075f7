/** What the map draws and what it answers. Everything is plain data in WGS84 degrees, milliseconds and persons. */
import type { VehicleState } from '../core/fleet/vehicle-state';
import type { LandFrame } from '../core/grid/land';
import type { FacilityTier, Names, Supplier } from '../core/model/records';

export type Theme = 'dark' | 'light';
export type Position = [lon: number, lat: number];

/** Ground of one area: addresses of the pack's files and what its manifest says. */
export interface MapPack {
  id: string;
  /** Address of basemap.pmtiles, served with Range. */
  basemapUrl: string;
  reliefUrl: string | null;
  /** West, south, east, north in degrees. */
  reliefBounds: [number, number, number, number] | null;
  bbox: [number, number, number, number];
  basemapZoom: { min: number; max: number };
  /** One attribution per source, in the manifest's order. */
  attributions: readonly string[];
  /** Shown beside the attribution where one is set (审图号). */
  mapReviewNumber: string | null;
  /** Sent with requests to the pack's own files; asked anew for each request. */
  requestHeaders?: () => Record<string, string>;
}

/** Keep the array's identity while only minutes change: marks carry what changes. */
export interface MapVillage {
  id: string;
  lon: number;
  lat: number;
  persons: number;
  names: Names;
  /** A town: its label is set larger and outranks other villages. */
  town?: boolean;
}

/** Minutes of one village, in the same order as the villages. */
export interface VillageMark {
  /** Null without a way, or while not assessed. */
  ms: number | null;
  /** False while no result exists: drawn hatched grey, never as unreachable. */
  assessed: boolean;
  /** Time before the planned edits; equal to `ms` where nothing is planned. */
  baselineMs: number | null;
  /** The time is a guess: its class is drawn hatched, without the ring of far places. */
  estimated?: boolean;
}

/** Seat of a township: a place, and no site of care. */
export interface MapSeat {
  id: string;
  lon: number;
  lat: number;
}

export interface MapFacility {
  id: string;
  lon: number;
  lat: number;
  tier: FacilityTier;
  names: Names;
  open: boolean;
}

/** Supply enterprise, emergency depot or pharmacy. */
export interface MapSupplier {
  id: string;
  lon: number;
  lat: number;
  kind: Supplier['kind'];
}

export interface MapVehicle {
  id: string;
  lon: number;
  lat: number;
  callSign: string;
  shape: VehicleState['shape'];
  /** Position older than its limit: drawn faint. */
  stale: boolean;
  /** Milliseconds since its position; absent or null at its base or without a readable time. */
  ageMs?: number | null;
  /** Degrees clockwise from north; null while unknown. */
  heading: number | null;
}

export interface MapClosure {
  id: string;
  /** Lines of the closed stretch. */
  coordinates: Position[][];
  /** 0 closed, 1–99 per cent of the speed left. */
  speedPercent: number;
  /** Planned edits are drawn dashed. */
  planned: boolean;
}

/**
 * `route`: the way to a target; `approach`: a vehicle's way to a pick-up; `detour`: the way round a closure;
 * `catchment`: a straight line from a village to its site.
 */
export interface MapRoute {
  id: string;
  kind: 'route' | 'approach' | 'detour' | 'catchment';
  coordinates: Position[];
  /** Short tag on the line, already worded, e.g. "26 min". */
  tag?: string;
}

/** Failing limb of a site's medicine and its value. */
export interface MapShortage {
  facilityId: string;
  limb: 'share' | 'days' | 'expiry';
  /** Days left, or share 0–1; null with `expiry`. */
  value: number | null;
}

/** A station of a reserve plan. */
export interface MapCandidate {
  id: string;
  lon: number;
  lat: number;
  vehicles: number;
  existing: boolean;
  /** Found from facts that are others by now. */
  outdated?: boolean;
}

/** A status flag on a place: severity by shape. */
export interface MapFlag {
  id: string;
  lon: number;
  lat: number;
  severity: 'high' | 'medium';
  text?: string;
}

/** A place that is being looked at beside the known ones: of a table being read, or changed by one. */
export interface MapSample {
  id: string;
  lon: number;
  lat: number;
  /** What is under discussion is filled; what else it could be is a bare ring. */
  filled: boolean;
}

/** Times over cells of the land, drawn in the colours of the minute classes under water, roads and symbols. */
export interface MapSurface {
  land: LandFrame;
  /** Milliseconds per cell, UNREACHED where there is no way. */
  ms: Uint32Array;
}

export interface MapData {
  villages: readonly MapVillage[];
  marks: readonly VillageMark[];
  facilities: readonly MapFacility[];
  /** Seats of townships where no facility stands for them; the ground names them. */
  seats?: readonly MapSeat[];
  suppliers?: readonly MapSupplier[];
  vehicles: readonly MapVehicle[];
  closures: readonly MapClosure[];
  routes: readonly MapRoute[];
  shortages: readonly MapShortage[];
  candidates: readonly MapCandidate[];
  flags: readonly MapFlag[];
  samples?: readonly MapSample[];
  surface?: MapSurface | null;
  /** Class limits in minutes, ascending. */
  thresholds: readonly number[];
  /** Over these minutes a village bears a ring; null for no rings. */
  farMinutes: number | null;
}

export const EMPTY_MAP_DATA: MapData = {
  villages: [],
  marks: [],
  facilities: [],
  vehicles: [],
  closures: [],
  routes: [],
  shortages: [],
  candidates: [],
  flags: [],
  thresholds: [15, 30, 60, 120],
  farMinutes: null
};

/** Layers a person may switch off; everything else is always drawn. */
export const OPTIONAL_LAYERS = [
  'relief',
  'contours',
  'villages',
  'facilities',
  'suppliers',
  'vehicles',
  'shortages',
  'labels'
] as const;
export type OptionalLayer = (typeof OPTIONAL_LAYERS)[number];

export type PickKind = 'village' | 'facility' | 'supplier' | 'vehicle' | 'closure' | 'candidate' | 'flag' | 'seat';
export interface MapSelection {
  kind: PickKind;
  id: string;
}
export interface MapCamera {
  lon: number;
  lat: number;
  zoom: number;
  bearing: number;
}
/** Pixels kept free at each side for panels. */
export interface MapPadding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const MAP_MODES = ['select', 'close-road', 'slow-road', 'drag', 'place'] as const;
export type MapModeId = (typeof MAP_MODES)[number];

export type MapState = 'loading' | 'ready' | 'no-webgl' | 'failed';

/** A mode gives ids and coordinates; what an act means is the screen's business. */
export type MapEvent =
  | { kind: PickKind; id: string; lon: number; lat: number }
  | { kind: 'road-click'; intent: 'inspect' | 'close' | 'slow'; lon: number; lat: number; maxMetres: number }
  | { kind: 'place'; lon: number; lat: number }
  | { kind: 'background'; lon: number; lat: number }
  | { kind: 'hover'; target: MapSelection | null }
  | { kind: 'drag' | 'drag-end'; target: MapSelection; lon: number; lat: number }
  | { kind: 'drag-cancel'; target: MapSelection }
  | { kind: 'camera'; camera: MapCamera }
  | { kind: 'state'; state: MapState };
