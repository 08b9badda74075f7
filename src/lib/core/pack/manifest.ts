import type { Names } from '../model/records';

export const PACK_FORMAT = 1;

/** One input of a pack with what its licence asks us to say. */
export interface PackSource {
  file: string;
  /** What it gave: roads, elevation, population, settlements, facilities, landcover, boundary. */
  role: string;
  title: string;
  licence: string;
  attribution: string;
  /** ISO date or year of the data, null where the source does not say. */
  date: string | null;
  url?: string;
}

/** `manifest.json` of an area pack; every other file is named here with its SHA-256. */
export interface PackManifest {
  format: typeof PACK_FORMAT;
  id: string;
  names: Names;
  /** west, south, east, north in WGS84 degrees: of the roads, or the boundary where one was given. */
  bbox: [number, number, number, number];
  builtAt: string;
  /** Where its villages lie: IANA name, and standard time as `+03:00`. Absent in packs built before it was known. */
  timeZone?: { name: string; offset: string };
  sources: PackSource[];
  files: Record<PackFile, { bytes: number; sha256: string } | undefined>;
  /** Corners of relief.png in WGS84 degrees (west, south, east, north), null without elevation. */
  reliefBounds: [number, number, number, number] | null;
  basemapZoom: { min: number; max: number };
  /** Shown where a map needs a review number (审图号); null where none is set. */
  mapReviewNumber: string | null;
  counts: { nodes: number; edges: number; ways: number; settlements: number; facilities: number; problems: number };
  population: { total: number; source: string; date: string | null } | null;
  /** `estimated` where the pack has no `network.bin` and times are guessed from straight lines; absent over roads. */
  times?: 'estimated';
  /** Whether sample operations may be generated for it. */
  sample: boolean;
  /** Fingerprint of recipe, raw files and importer, where the pack was built from a recipe. */
  inputHash?: string;
}

export type PackFile =
  | 'network.bin'
  | 'land.bin'
  | 'basemap.pmtiles'
  | 'relief.png'
  | 'townships.json'
  | 'settlements.json'
  | 'facilities.json'
  | 'problems.json';

/** Finding of an importer: names the place, what was read, what was wanted, and the cure. */
export interface Problem {
  severity: 'error' | 'warning' | 'note';
  /** Stable: tells problems of one kind from others. */
  code: string;
  /** File and row, or OSM object. */
  where: string;
  field: string | null;
  read: string | null;
  wanted: string | null;
  cure: string;
}

export interface Imported<T> {
  result: T;
  problems: Problem[];
}
