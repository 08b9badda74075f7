import { clock } from './clock.svelte';

export type ConnectionWord = 'connecting' | 'live' | 'catching-up' | 'offline';

/** After this silence of the server's heartbeat the screen says that it is frozen: within 30 s, the clock's tick counted. */
export const FROZEN_AFTER_MS = 28_500;

let word = $state<ConnectionWord>('connecting');
let since = $state<number>(Date.now());
let dataAt = $state<number | null>(null);
let heardAt = $state<number | null>(null);
/** Since when no data were current; a try that failed has not ended it. */
let lostAt: number | null = null;
let sequence = $state<number | null>(null);
let skewMs = $state(0);

export const connection = {
  get word() {
    return word;
  },
  /** Epoch milliseconds at which the word came to hold. */
  get since() {
    return since;
  },
  /** When data were last known to be whole and current. */
  get dataAt() {
    return dataAt;
  },
  get ageMs(): number | null {
    return dataAt === null ? null : Math.max(0, clock.now - dataAt);
  },
  /** True when the line seems up but the server has been silent for too long; known to be gone, the word says so. */
  get frozen(): boolean {
    return word !== 'offline' && connection.silent;
  },
  /** True when nothing was heard of the server for so long, whatever is known of the line. */
  get silent(): boolean {
    return word !== 'connecting' && heardAt !== null && clock.now - heardAt > FROZEN_AFTER_MS;
  },
  get heardAt() {
    return heardAt;
  },
  /** Number of the server's last beat; null before the first. */
  get sequence() {
    return sequence;
  },
  /** The server's clock, epoch milliseconds: what it has set runs by that, whatever this device's says. */
  get serverNow(): number {
    return clock.now + skewMs;
  },
  set(next: ConnectionWord, at: number) {
    if (next === word) return;
    word = next;
    if (next === 'live') lostAt = null;
    else if (next === 'offline') lostAt ??= at;
    since = next === 'offline' && lostAt !== null ? lostAt : at;
  },
  /** A heartbeat or an event came; `whole` when it proves that the data are current. */
  heard(at: number, whole: boolean, beat?: { sequence: number; at: string }) {
    heardAt = at;
    if (beat) {
      sequence = beat.sequence;
      skewMs = Date.parse(beat.at) - at || 0;
    }
    if (whole) dataAt = at;
  },
  forget() {
    word = 'connecting';
    lostAt = null;
    dataAt = null;
    heardAt = null;
    sequence = null;
  }
};
