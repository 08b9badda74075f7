import { foreseeDrive, type DriveVerb } from '../core/operations/drive';
import type { DriveView } from '../core/operations/drive-order';
import type { DriveFix } from '../core/operations/next-fix';
import { clock } from './clock.svelte';
import type { QueuedCommand } from './queue.svelte';
import { recall, remember } from './remembered';

/** Why the page shows no vehicle; `open` where it does. */
export type DriveLinkState = 'open' | 'missing' | 'unknown' | 'ended' | 'expired';
/** Why this phone tells no position; `on` where it does. */
export type SharingState = 'off' | 'asking' | 'on' | 'insecure' | 'unsupported' | 'denied' | 'unavailable' | 'refused';

/** A step that goes to the server when its time is over, and can be taken back until then. */
export interface HeldStep {
  assignmentId: string;
  verb: DriveVerb;
  /** Epoch ms on the server's clock: when the key was pressed. */
  at: number;
  /** Epoch ms of this device: when it goes. */
  until: number;
  path: string;
  body: Record<string, unknown>;
}

export interface DrivePlace {
  id: string;
  names: { local: string; en?: string; zh?: string };
  lon: number;
  lat: number;
}

/** What the phone remembers, so that the page opens without a line. No word of the patient is in it. */
export interface KeptDrive {
  token: string;
  view: DriveView | null;
  /** Epoch ms; when the view was last known to be true. */
  viewAt: number | null;
  places: DrivePlace[];
  lastFix: DriveFix | null;
  unsentFix: DriveFix | null;
  held: HeldStep | null;
  shares: boolean;
}

/** Message code and its values. */
export interface DriveFault {
  code: string;
  params: Record<string, string | number>;
}

const EMPTY: KeptDrive = {
  token: '',
  view: null,
  viewAt: null,
  places: [],
  lastFix: null,
  unsentFix: null,
  held: null,
  shares: false
};
const KEY = 'drive';

let kept = $state.raw<KeptDrive>(EMPTY);
let link = $state<DriveLinkState>('missing');
let line = $state<'connecting' | 'live' | 'offline'>('connecting');
let lineSince = $state(Date.now());
let waiting = $state.raw<QueuedCommand[]>([]);
let sharing = $state<SharingState>('off');
let fault = $state.raw<DriveFault | null>(null);
let skewMs = $state(0);

const foreseen = $derived.by(() => {
  if (!kept.view) return null;
  const acts = waiting.filter(({ refused }) => refused === null);
  const held = kept.held ? [{ path: kept.held.path, body: kept.held.body, queuedAt: kept.held.at }] : [];
  return foreseeDrive(kept.view, [...acts, ...held]);
});

/** The vehicle of the link that this page was opened by. */
export const drive = {
  get kept() {
    return kept;
  },
  /** As it will stand once the server has done what waits; null before the first answer. */
  get view() {
    return foreseen;
  },
  get link() {
    return link;
  },
  get line() {
    return line;
  },
  /** Epoch ms. */
  get lineSince() {
    return lineSince;
  },
  /** Commands on this device that are not done, refused ones among them. */
  get waiting() {
    return waiting;
  },
  get sharing() {
    return sharing;
  },
  /** A failure that is neither the line nor the link; null where there is none. */
  get fault() {
    return fault;
  },
  /** The server's clock, epoch ms. */
  get serverNow(): number {
    return clock.now + skewMs;
  },
  /** The same at this very moment, for what is done and not shown. */
  serverTime(): number {
    return Date.now() + skewMs;
  },

  keep(next: Partial<KeptDrive>) {
    kept = { ...kept, ...next };
    remember(KEY, JSON.stringify(kept));
  },
  /** What this browser kept of the last time; false where that cannot be read. */
  recall(): boolean {
    try {
      const raw: unknown = JSON.parse(recall(KEY) ?? 'null');
      if (typeof raw !== 'object' || raw === null) return false;
      kept = { ...EMPTY, ...raw };
      return true;
    } catch {
      return false;
    }
  },
  forget() {
    kept = EMPTY;
    waiting = [];
    remember(KEY, '');
  },
  setLink(next: DriveLinkState) {
    link = next;
  },
  setLine(next: typeof line) {
    if (next === line) return;
    line = next;
    lineSince = Date.now();
  },
  setWaiting(next: QueuedCommand[]) {
    waiting = next;
  },
  setSharing(next: SharingState) {
    sharing = next;
  },
  setFault(next: DriveFault | null) {
    fault = next;
  },
  /** A view from the server; `at` epoch ms of this device when it was heard. */
  hear(view: DriveView, at: number) {
    skewMs = Date.parse(view.now) - at;
    drive.keep({ view, viewAt: at });
  }
};
