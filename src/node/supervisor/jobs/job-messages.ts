import type { Job, JobFault, JobFindings, JobPhase } from '../../../lib/core/model/job';
import type { Closure, Facility, Names, Village } from '../../../lib/core/model/records';

/** What the server hands over of a job. */
export interface JobRow extends Pick<Job, 'id' | 'area' | 'names' | 'status' | 'source'> {
  /** Path of the upload below the storage folder; null when the extract lies on the server. */
  upload: string | null;
  serverPath: string;
  /** What an administrator asked for since. */
  wanted: '' | 'switch' | 'cancel';
  /** Folder name of the pack that was built. */
  built: string;
}

/** What is written back. */
export type JobPatch = Partial<
  Pick<Job, 'status' | 'phase' | 'share' | 'fault' | 'faultDetail' | 'findings'> & {
    wanted: JobRow['wanted'];
    built: string;
    dropUpload: boolean;
  }
>;

/** Records of the area on which a new network is tried. */
export interface GroundFacts {
  closures: Pick<Closure, 'id' | 'wayId' | 'fromNode' | 'toNode' | 'speedPercent' | 'startsAt' | 'endsAt' | 'reason'>[];
  scenarios: { id: string; name: string; content: unknown }[];
  facilities: Pick<Facility, 'id' | 'names' | 'lon' | 'lat'>[];
  villages: Pick<Village, 'id' | 'names' | 'lon' | 'lat'>[];
  /** Of the area as it stands; null for a new one. */
  bbox: [number, number, number, number] | null;
}

export interface ImportTask {
  osm: string;
  id: string;
  names: Names;
  out: string;
  facts: GroundFacts;
  /** Epoch milliseconds: closures that have ended are left out. */
  now: number;
}

export type ChildMessage =
  | { kind: 'progress'; phase: JobPhase; share: number }
  | { kind: 'done'; findings: Omit<JobFindings, 'changes'> }
  | { kind: 'failed'; fault: JobFault; detail: string };
