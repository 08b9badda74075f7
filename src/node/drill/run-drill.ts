import {
  checkEvents,
  isClean,
  type DrilledCase,
  type DrillVerdict
} from '../../lib/core/operations/drill/check-events';
import { SPAN_NAMES, type SpanName } from '../../lib/core/operations/clocks';
import { callWeight, planNight, type PlannedClosure } from '../../lib/core/operations/drill/plan-night';
import type { Closure } from '../../lib/core/model/records';
import { activeRulePack } from '../../lib/core/rules/rule-pack';
import { randomOf } from '../../lib/core/sample/random';
import { connectTo } from '../../lib/store/client';
import { fetchEvents } from '../../lib/store/fetch-events';
import { parseEvent } from '../audit/parse-event';
import { verifyLog, type LogVerdict } from '../audit/verify-log';
import { say } from '../supervisor/say';
import { Desk, Refusal, type Tally } from './desk';
import { NO_COUNTS, nightClock, type Night, type NightCounts } from './night';
import { startNightServer, type NightPlace, type NightServer } from './night-server';
import { openRoads } from './roads';
import { playCase } from './play-case';

export interface DrillOptions {
  areaDir: string;
  hours: number;
  seed: number;
  /** Times as fast as the wall clock. */
  speed: number;
  clients: number;
  /** Cases in an hour; null takes a share of the vehicles there are. */
  casesPerHour: number | null;
}

export interface Drill {
  options: Omit<DrillOptions, 'areaDir'> & { area: string; casesPerHour: number };
  counts: NightCounts;
  /** Minutes of the night, of the transports that came through the span. */
  spans: Record<SpanName, { count: number; p50: number | null; p90: number | null }>;
  /** Refusals of the server by code. */
  conflicts: Record<string, number>;
  /** What the clients could not get done at all. */
  faults: string[];
  acknowledged: number;
  events: number;
  /** Referrals in the log. */
  cases: number;
  /** How much was found against the server, from the log alone, and what. */
  verdict: Record<keyof DrillVerdict, number>;
  findings: DrillVerdict;
  chain: Pick<LogVerdict, 'ok' | 'count' | 'head' | 'firstBad'>;
  clean: boolean;
}

/** Cases a vehicle sees in an hour of a busy night. */
const LOAD = 0.4;
/** How long after the night's end a case still waits for a vehicle. */
const GRACE_HOURS = 2;
const HOUR = 3_600_000;

/** What somebody who looks on is told. */
export interface Watch {
  /** The server stands and nothing has happened yet. */
  begin(server: NightServer): Promise<void>;
  /** The night is judged; the server stands until this resolves. */
  end(drill: Drill): Promise<void>;
}

/** Plays a night on a fresh server through its own API, and judges it from the log alone. */
export async function runDrill(options: DrillOptions, place: NightPlace = {}, watch?: Watch): Promise<Drill> {
  const server = await startNightServer(options.areaDir, options.seed, place);
  try {
    await watch?.begin(server);
    const drill = await play(server, options);
    await watch?.end(drill);
    return drill;
  } finally {
    await server.remove();
  }
}

async function play(server: NightServer, options: DrillOptions): Promise<Drill> {
  const { hours, seed, speed } = options;
  const { situation, area, served } = server;
  const rules = activeRulePack(situation, Date.now());
  const running = [...situation.vehicles.values()].filter(({ status }) => status === 'available').length;
  const casesPerHour = options.casesPerHour ?? Math.max(1, LOAD * running);
  const counts = new Map([...situation.peopleCounts.values()].map((each) => [each.villageId as string, each]));
  const villages = [...situation.villages.values()].map((village) => ({
    id: village.id as string,
    weight: callWeight(village, counts.get(village.id))
  }));
  const plan = planNight({ seed, hours, casesPerHour, villages });
  const tally: Tally = { journal: [], conflicts: new Map(), faults: [] };
  say(
    `${plan.cases.length} calls in ${hours} h, ${running} vehicles; at ${speed} times the speed this takes ${(hours * 3600) / speed} s or more …`
  );
  const staff = await enlist(server, options.clients, tally);
  const clock = nightClock(speed);
  const night: Night = {
    areaId: area.manifest.id,
    situation,
    rules,
    roads: openRoads(area.network, situation),
    tally,
    counts: { ...NO_COUNTS },
    ...staff,
    random: randomOf(seed, 'desks'),
    wait: clock.wait,
    isOver: () => clock.now() > (hours + GRACE_HOURS) * HOUR
  };
  const stories = plan.cases.map(async (planned, i) => {
    await clock.wait(planned.atMs);
    await playCase(night, planned, i).catch((error: unknown) => tally.faults.push(`case ${i}: ${String(error)}`));
  });
  const closures = plan.closures.map((planned, i) => playClosure(night, staff.planner, planned, i, clock));
  await Promise.all(stories);
  await Promise.all(closures.map(({ end }) => end()));
  const overseer = await server.enlist('overseer', 'admin', 'county', '*');
  const events = (await fetchEvents(connectTo(served.url, overseer.token))).events.map(parseEvent);
  const { cases, verdict: findings } = checkEvents(events, tally.journal);
  const referrals = new Set(events.flatMap((each) => (each.subject === 'referrals' ? [each.subjectKey] : [])));
  const count = ([name, found]: [string, string[]]) => [name, found.length];
  const chain = verifyLog({ events, personal: null }, []);
  return {
    options: { hours, seed, speed, clients: options.clients, casesPerHour, area: area.manifest.id },
    counts: night.counts,
    spans: spansOf(cases, speed),
    conflicts: Object.fromEntries([...tally.conflicts].sort()),
    faults: tally.faults,
    acknowledged: tally.journal.length,
    events: events.length,
    cases: referrals.size,
    verdict: Object.fromEntries(Object.entries(findings).map(count)) as Drill['verdict'],
    findings,
    chain: { ok: chain.ok, count: chain.count, head: chain.head, firstBad: chain.firstBad },
    clean: isClean(findings) && chain.ok && tally.faults.length === 0
  };
}

/** One planner, a third of the clients at dispatch, the others in the units where most cases begin and end. */
async function enlist(server: NightServer, clients: number, tally: Tally) {
  const { served, situation, area } = server;
  const units = new Map<string, number>();
  for (const { unit, tier } of situation.facilities.values())
    units.set(unit, (units.get(unit) ?? 0) + (tier === 'village-clinic' ? 0 : tier === 'township-hospital' ? 1 : 10));
  const ranked = [...units].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([unit]) => unit);
  const atDispatch = Math.max(2, Math.round(clients / 3));
  const sit = async (name: string, role: 'planner' | 'dispatcher' | 'reporter', unit: string) =>
    new Desk(served.url, area.manifest.id, await server.enlist(name, role, unit), tally);
  const planner = await sit('planner-1', 'planner', 'county');
  const dispatchers: Desk[] = [];
  for (let i = 0; i < atDispatch; i++) dispatchers.push(await sit(`dispatcher-${i + 1}`, 'dispatcher', 'county'));
  const reporters = new Map<string, Desk>();
  for (const unit of ranked.slice(0, Math.max(0, clients - atDispatch - 1)))
    reporters.set(unit, await sit(`reporter-${reporters.size + 1}`, 'reporter', unit));
  return { planner, dispatchers, reporters };
}

/** A road closes, for the routers and on the server, and opens again; `end` does so at once where it has not yet. */
function playClosure(
  night: Night,
  planner: Desk,
  planned: PlannedClosure,
  i: number,
  clock: ReturnType<typeof nightClock>
): { end(): Promise<void> } {
  const id = `drill-closure-${i}`;
  let recordId: string | null = null;
  let over = false;
  const open = async () => {
    if (!recordId) return;
    const path = `/api/collections/closures/records/${recordId}`;
    recordId = null;
    night.roads.reopen(id);
    await planner.ask('DELETE', path);
  };
  const play = async () => {
    await clock.wait(planned.atMs);
    if (over) return;
    const { speedPercent } = planned;
    const facts = { ...night.roads.locate(planned), speedPercent, reason: 'flood', endsAt: null };
    const startsAt = new Date(Date.now() - 1000).toISOString();
    const base = { unit: 'county', origin: 'hand', editedFields: [] };
    const body = { ...base, ...facts, area: night.areaId, key: id, startsAt, endsAt: '' };
    recordId = String((await planner.ask('POST', '/api/collections/closures/records', body)).id);
    night.roads.close({
      ...(base as Pick<Closure, 'unit' | 'origin' | 'editedFields'>),
      ...facts,
      id,
      version: 1,
      startsAt
    });
    night.counts.closures += 1;
    await clock.wait(planned.untilMs - planned.atMs);
    await open();
  };
  const told = (error: unknown) => {
    if (!(error instanceof Refusal) || !over) night.tally.faults.push(`closure ${i}: ${String(error)}`);
  };
  void play().catch(told);
  return {
    async end() {
      over = true;
      await open().catch(told);
    }
  };
}

function spansOf(cases: DrilledCase[], speed: number): Drill['spans'] {
  const spans = {} as Drill['spans'];
  for (const name of SPAN_NAMES) {
    const minutes = cases
      .flatMap(({ spans: each }) => (each[name] === null ? [] : [(each[name] * speed) / 60_000]))
      .sort((a, b) => a - b);
    const at = (share: number) => (minutes.length === 0 ? null : minutes[Math.ceil(share * minutes.length) - 1]);
    spans[name] = { count: minutes.length, p50: at(0.5), p90: at(0.9) };
  }
  return spans;
}
