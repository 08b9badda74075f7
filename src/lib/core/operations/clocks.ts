import { numberRule, type NumberRule, type RulePack } from '../rules/rule-pack';

/** The eight clocks of a transfer in the order in which they run; each is set by the server, once per assignment. */
export const CLOCKS = [
  'eventNotifiedAt',
  'dispatchNotifiedAt',
  'enRouteAt',
  'atSceneAt',
  'leftSceneAt',
  'atDestinationAt',
  'handedOverAt',
  'backInServiceAt'
] as const;
export type ClockName = (typeof CLOCKS)[number];
/** ISO date-times; null while the clock has not been set. */
export type Clocks = Record<ClockName, string | null>;

export const NO_CLOCKS: Clocks = {
  eventNotifiedAt: null,
  dispatchNotifiedAt: null,
  enRouteAt: null,
  atSceneAt: null,
  leftSceneAt: null,
  atDestinationAt: null,
  handedOverAt: null,
  backInServiceAt: null
};

/** Times between clocks. Total runs from the notice to the arrival at the hospital (requirement 54). */
export const SPANS = {
  turnout: ['dispatchNotifiedAt', 'enRouteAt'],
  travel: ['enRouteAt', 'atSceneAt'],
  response: ['eventNotifiedAt', 'atSceneAt'],
  scene: ['atSceneAt', 'leftSceneAt'],
  transport: ['leftSceneAt', 'atDestinationAt'],
  'hand-over': ['atDestinationAt', 'handedOverAt'],
  total: ['eventNotifiedAt', 'atDestinationAt']
} as const satisfies Record<string, readonly [ClockName, ClockName]>;
export type SpanName = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as SpanName[];

/** The limit of each span, minutes. */
export const SPAN_LIMITS: Record<SpanName, NumberRule> = {
  turnout: 'minutes-to-ready',
  travel: 'travel-minutes',
  response: 'reserve-minutes',
  scene: 'scene-minutes',
  transport: 'transport-minutes',
  'hand-over': 'hand-over-minutes',
  total: 'referral-arrival-minutes'
};

export type SpanLevel = 'quiet' | 'warn' | 'alert';
export interface SpanState {
  /** Milliseconds; null before its first clock. */
  ms: number | null;
  /** Counting still: its second clock is not set. */
  running: boolean;
  level: SpanLevel;
}

/**
 * Every span at `now` (epoch ms). It warns from the share of its limit that the pack names, and alerts beyond the limit;
 * exactly on the limit is within it. One that never ended, because the transport ended otherwise, is not running:
 * `ended` says so.
 */
export function spansOf(clocks: Clocks, pack: RulePack, now: number, ended = false): Record<SpanName, SpanState> {
  const share = numberRule(pack, 'clock-warn-percent') / 100;
  const result = {} as Record<SpanName, SpanState>;
  for (const name of SPAN_NAMES) {
    const [from, to] = SPANS[name].map((clock) => momentOf(clocks[clock]));
    const running = from !== null && to === null && !ended;
    const ms = from === null || (to === null && ended) ? null : Math.max(0, (to ?? now) - from);
    const limit = numberRule(pack, SPAN_LIMITS[name]) * 60_000;
    const level = ms === null ? 'quiet' : ms > limit ? 'alert' : ms > limit * share ? 'warn' : 'quiet';
    result[name] = { ms, running, level };
  }
  return result;
}

/** Milliseconds of a span that has ended; null otherwise. */
export function spanMs(clocks: Clocks, name: SpanName): number | null {
  const [from, to] = SPANS[name].map((clock) => momentOf(clocks[clock]));
  return from === null || to === null ? null : to - from;
}

/** Pairs of clocks, the earlier first, that stand the wrong way round; those not set are passed over. */
export function clocksOutOfOrder(clocks: Clocks): [ClockName, ClockName][] {
  const set = CLOCKS.filter((name) => clocks[name] !== null);
  return set
    .slice(1)
    .map((name, i): [ClockName, ClockName] => [set[i], name])
    .filter(([earlier, later]) => !((momentOf(clocks[earlier]) as number) <= (momentOf(clocks[later]) as number)));
}

function momentOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
