import type { Names } from './records';

export const JOB_STATUSES = ['queued', 'running', 'failed', 'ready', 'switched'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** In the order they come; `waiting` while another job runs. */
export const JOB_PHASES = [
  'waiting',
  'reading',
  'network',
  'places',
  'townships',
  'basemap',
  'checking',
  'comparing',
  'switching'
] as const;
export type JobPhase = (typeof JOB_PHASES)[number];

/** Why a job failed; message `job-fault-<code>` with its cure. */
export const JOB_FAULTS = [
  'empty',
  'missing',
  'not-allowed-path',
  'not-osm',
  'cut-off',
  'damaged',
  'no-roads',
  'elsewhere',
  'memory',
  'disk-full',
  'stopped',
  'cancelled',
  'other'
] as const;
export type JobFault = (typeof JOB_FAULTS)[number];

/** A row of `jobs`: an extract of the roads of an area, from upload to the pack that replaces the old one. */
export interface Job {
  /** PocketBase's own id. */
  id: string;
  area: string;
  names: Names;
  /** Name of the uploaded file, or the path on the server. */
  source: string;
  status: JobStatus;
  phase: JobPhase | null;
  /** 0 to 1 of the whole job. */
  share: number;
  fault: JobFault | null;
  /** The importer's own words, with file and byte; empty where there are none. */
  faultDetail: string;
  findings: JobFindings | null;
  /** Account that asked for it. */
  by: string;
  created: string;
  updated: string;
}

/** What the checker found in the new pack, and what changes when it replaces the old one. */
export interface JobFindings {
  counts: { roadKm: number; ways: number; settlements: number; facilities: number };
  /** Newest edit the extract states; null where it states none. */
  dataDate: string | null;
  bbox: [number, number, number, number];
  problems: { error: number; warning: number; note: number; first: JobProblem[] };
  /** Stretches of road no vehicle reaches from the main network, longest first; `total` counts them all. */
  unconnected: { total: number; roadKm: number; first: UnconnectedPart[] };
  /** Facilities and villages with a position that no road is near enough to serve. */
  offRoad: { total: number; first: OffRoadPlace[] };
  lost: LostRoadFact[];
  /** How many closures and planned closures still match their road. */
  kept: number;
  changes: { created: number; updated: number; keptByHand: number; absent: number };
}

export interface JobProblem {
  severity: 'error' | 'warning' | 'note';
  where: string;
  read: string | null;
  cure: string;
}

export interface UnconnectedPart {
  roadKm: number;
  lon: number;
  lat: number;
  facilityIds: string[];
}

export interface OffRoadPlace {
  kind: 'facility' | 'village';
  id: string;
  names: Names;
}

/** A closure, or a planned closure of a scenario, that matches no road of the new pack. */
export interface LostRoadFact {
  kind: 'closure' | 'scenario';
  id: string;
  /** Reason of the closure, or name of the scenario. */
  label: string;
  wayId: number;
  reason: 'way-missing' | 'node-missing' | 'one-node-only' | 'same-node';
}
