import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../tests/helpers/tiny-area';
import { invert } from '../core/change/apply-change';
import { closeRoad } from '../core/change/close-road';
import { moveFacility } from '../core/change/move-facility';
import { slowRoad } from '../core/change/slow-road';
import {
  highsSolver,
  SolverUnavailable,
  type Highs,
  type ModelAnswer,
  type SolveModel
} from '../core/fleet/solve-model';
import type { FacilityId, VillageId } from '../core/model/ids';
import type { ScenarioRecord } from '../core/model/records';
import type { ReservePlan, Results } from '../core/model/results';
import type { Change, Situation } from '../core/model/situation';
import { encodeNetwork } from '../core/network/format';
import { buildMetric } from '../core/routing/metric';
import { DEFAULT_TRAVEL_SCENARIO } from '../core/routing/scenario';
import { connectEngine, Superseded, type EnginePort } from './client';
import { createEngine, finish, type Engine } from './engine';
import type { RequestMessage } from './protocol';
import { serveRequests } from './serve';

const { network, situation } = tinyArea();
const STARTS = '2026-11-22T00:00:00Z';
const bridge = { wayId: 30, fromNode: 4, toNode: 5, reason: 'flood', startsAt: STARTS };

function newEngine(solve?: SolveModel): Engine {
  return createEngine({
    elapsed: () => 0,
    solve: solve ?? highsSolver(() => loadHighs() as unknown as Promise<Highs>)
  });
}
function opened(): Engine {
  const engine = newEngine();
  finish(engine.open({ network, situation, settings: TINY_SETTINGS }));
  return engine;
}
/** The same figures apart from the number of the answer. */
const bytes = (results: Results) => JSON.stringify({ ...results, revision: 0 });
const severe = (results: Results, id: string) => results.villages.find((each) => each.villageId === id)?.reach.severe;

describe('a bridge closes', () => {
  const { ms } = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
  const closing = closeRoad(situation, bridge);
  const empty = { verb: 'look', edits: [] };

  it('adds up the arcs by hand, cuts the far village with its reason, and the inverse restores every byte', () => {
    const engine = opened();
    const before = finish(engine.change({ revision: 1, change: empty, planned: true }));
    // To the hospital at node 1: far 6→5→4→3→2→1 along the arcs back, near 7→3→2→1.
    expect(severe(before.plan, 'far')?.ms).toBe(ms[11] + ms[9] + ms[5] + ms[3] + ms[1]);
    expect(severe(before.plan, 'near')?.ms).toBe(ms[7] + ms[3] + ms[1]);
    expect(before.plan).toBe(before.baseline);

    const after = finish(engine.change({ revision: 2, change: closing, planned: true }));
    expect(after.revision).toBe(2);
    expect(severe(after.plan, 'far')).toEqual({ facilityId: null, ms: null, mm: null, reason: 'cut-by-closure' });
    expect(severe(after.plan, 'near')).toEqual(severe(before.plan, 'near'));
    expect(bytes(after.baseline)).toBe(bytes(before.baseline));
    expect(after.difference.villages.map(({ villageId }) => villageId)).toEqual(['far']);
    expect(after.difference.lost).toEqual({ villages: 1, persons: 250 });
    expect(after.difference.gained).toEqual({ villages: 0, persons: 0 });

    const restored = finish(engine.change({ revision: 3, change: invert(closing), planned: true }));
    expect(bytes(restored.plan)).toBe(bytes(before.plan));
    expect(restored.difference.villages).toEqual([]);
    expect(restored.plan).toBe(restored.baseline);
  });

  it('slows a road by the share of each segment', () => {
    const engine = opened();
    const slow = slowRoad(situation, { ...bridge, speedPercent: 30 });
    const { plan } = finish(engine.change({ revision: 1, change: slow, planned: true }));
    const slowed = Math.floor((ms[9] * 100) / 30 + 0.5);
    expect(severe(plan, 'far')?.ms).toBe(ms[11] + slowed + ms[5] + ms[3] + ms[1]);
  });

  it('a real closure goes to both sides and under what is planned', () => {
    const engine = opened();
    const move = moveFacility(situation, { facilityId: 'clinic' as FacilityId, lon: 0.05, lat: 0 });
    finish(engine.change({ revision: 1, change: move, planned: true }));
    const { baseline, plan } = finish(engine.change({ revision: 2, change: closing, planned: false }));
    expect(severe(baseline, 'far')?.reason).toBe('cut-by-closure');
    expect(plan.villages.find(({ villageId }) => villageId === 'far')?.reach.any).toMatchObject({
      facilityId: 'clinic',
      ms: 0
    });
    const reset = finish(engine.reset({ revision: 3 }));
    expect(reset.plan).toBe(reset.baseline);
  });

  it('tells road, stretch and closure geometry', () => {
    const engine = opened();
    finish(engine.change({ revision: 1, change: closing, planned: true }));
    const road = engine.road({ lon: 0.035, lat: 0.0001, maxMetres: 100 });
    expect(road).toMatchObject({ wayId: 30, fromNode: 4, toNode: 5, speedPercent: 0 });
    expect(road?.stretch).toMatchObject({ fromNode: 4, toNode: 6 });
    expect(engine.road({ lon: 0.035, lat: 0.01, maxMetres: 100 })).toBeNull();
    expect(engine.closureGeometry({})).toEqual([
      {
        closureId: 'way-30-4-5',
        road: '',
        coordinates: [
          [
            [0.03, 0],
            [0.04, 0]
          ]
        ]
      }
    ]);
  });

  it('a stretch ends where another road meets', () => {
    const road = opened().road({ lon: 0.005, lat: 0, maxMetres: 100 });
    expect(road?.stretch).toMatchObject({ fromNode: 1, toNode: 3 });
  });
});

/** Bases at the far end, so that there is something to gain. */
function farBases(): Situation {
  return { ...situation, vehicles: new Map([...situation.vehicles].map(([id, each]) => [id, { ...each, lon: 0.05 }])) };
}
const RESERVE = { vehicles: 1, minutes: 4, existing: 'free', timeLimitSeconds: 10 } as const;

describe('a reserve plan', () => {
  it('is proven best by the solver', async () => {
    const engine = newEngine();
    finish(engine.open({ network, situation: farBases(), settings: TINY_SETTINGS }));
    const plan = await engine.planReserve(RESERVE);
    expect(plan).toMatchObject({ status: 'optimal', gap: 0, totalPersons: 350 });
    expect(plan.coveredPersons).toBeGreaterThanOrEqual(plan.beforePersons);
  });

  it('stays the first answer where no solver is to be had', async () => {
    const engine = newEngine(() => Promise.reject(new SolverUnavailable('no network')));
    finish(engine.open({ network, situation: farBases(), settings: TINY_SETTINGS }));
    let first;
    const plan = await engine.planReserve(RESERVE, { onfirst: (each) => (first = each) });
    expect(plan).toMatchObject({ status: 'heuristic', gap: null });
    expect(plan).toEqual(first);
  });
});

describe('an edited travel table', () => {
  const record = (content: unknown): ScenarioRecord => ({
    id: 'travel-1',
    unit: 'county',
    origin: 'hand',
    editedFields: [],
    version: 1,
    name: 'After the rains',
    kind: 'travel',
    content
  });
  const edit = (before: ScenarioRecord | null, after: ScenarioRecord | null): Change => ({
    verb: 'edit-travel-table',
    edits: [{ collection: 'scenarios', id: 'travel-1', before, after }]
  });
  const slow = structuredClone(DEFAULT_TRAVEL_SCENARIO);
  for (const roadClass of Object.keys(slow.kmh.ambulance.dry) as (keyof typeof slow.kmh.ambulance.dry)[])
    slow.kmh.ambulance.dry[roadClass] /= 2;

  it('sets the times at once where it is active, and its inverse restores every byte', () => {
    const engine = opened();
    const before = finish(engine.change({ revision: 1, change: { verb: 'look', edits: [] }, planned: false }));
    const made = edit(null, record({ ...slow, active: true }));
    const { plan } = finish(engine.change({ revision: 2, change: made, planned: false }));
    const { ms } = buildMetric(network, slow, 'ambulance', 'dry');
    expect(severe(plan, 'near')?.ms).toBe(ms[7] + ms[3] + ms[1]);
    expect(severe(plan, 'near')?.ms).toBeGreaterThan(severe(before.plan, 'near')?.ms as number);
    const restored = finish(engine.change({ revision: 3, change: invert(made), planned: false }));
    expect(bytes(restored.plan)).toBe(bytes(before.plan));
  });

  it('an inactive one changes nothing; one that cannot be read leaves the shipped table and is told', () => {
    const engine = opened();
    const before = finish(engine.change({ revision: 1, change: { verb: 'look', edits: [] }, planned: false }));
    const inactive = record({ ...slow, active: false });
    const same = finish(engine.change({ revision: 2, change: edit(null, inactive), planned: false }));
    expect(bytes(same.plan)).toBe(bytes(before.plan));
    const bad = structuredClone(slow);
    bad.kmh.ambulance.dry.primary = -5;
    const broken = edit(inactive, record({ ...bad, active: true }));
    const { plan } = finish(engine.change({ revision: 3, change: broken, planned: false }));
    expect(plan.villages).toEqual(before.plan.villages);
    expect(plan.finding.at(-1)).toEqual({
      code: 'finding-travel-table-unreadable',
      params: { name: 'After the rains', field: 'kmh.ambulance.dry.primary' }
    });
  });
});

describe('behind messages', () => {
  function pair(engine = newEngine()) {
    let port: EnginePort | null = null;
    const server = serveRequests(
      engine,
      (message) => setImmediate(() => port?.onmessage?.({ data: structuredClone(message) } as MessageEvent)),
      () => new Promise((resolve) => setImmediate(resolve))
    );
    port = {
      postMessage: (message, transfer) => server.receive(structuredClone(message, { transfer }) as RequestMessage),
      onmessage: null,
      onerror: null,
      terminate: () => undefined
    };
    return connectEngine(port);
  }
  const load = () => ({ network: Uint8Array.from(encodeNetwork(network)).buffer, situation, settings: TINY_SETTINGS });

  it('answers with progress; a newer change drops the older answer and keeps its change', async () => {
    const client = pair();
    const stages: string[] = [];
    const first = await client.load(load(), { onprogress: ({ stage }) => stages.push(stage) });
    expect(severe(first, 'far')?.reason).toBeNull();
    expect(stages).toContain('travel');
    const older = client.ask('change', { revision: 1, change: closeRoad(situation, bridge), planned: true });
    const newer = client.ask('change', { revision: 2, change: { verb: 'look', edits: [] }, planned: true });
    await expect(older).rejects.toBeInstanceOf(Superseded);
    const { plan, revision } = await newer;
    expect(revision).toBe(2);
    expect(severe(plan, 'far')?.reason).toBe('cut-by-closure');
    const explanation = await client.ask('explain', {
      figure: { kind: 'village-minutes', villageId: 'far' as VillageId, careLevel: 'severe' }
    });
    expect(explanation.result).toEqual({ code: 'no-way-cut-by-closure' });
  });

  it('a reserve plan comes in two steps, holds nobody up, and can be given up', async () => {
    const solving: { signal: AbortSignal | undefined; settle: (answer: ModelAnswer) => void }[] = [];
    const solve: SolveModel = (_, { signal }) =>
      new Promise((settle, fail) => {
        solving.push({ signal, settle });
        signal?.addEventListener('abort', () => fail(signal.reason as Error));
      });
    const client = pair(newEngine(solve));
    await client.load({ ...load(), situation: farBases() });
    const stop = new AbortController();
    let first: ReservePlan | undefined;
    const given = client.ask('planReserve', RESERVE, {
      signal: stop.signal,
      onpartial: (plan) => {
        first = plan;
        stop.abort(new Error('enough'));
      }
    });
    await expect(given).rejects.toThrow('enough');
    expect(first).toMatchObject({ status: 'heuristic', gap: null });
    await expect.poll(() => solving[0]?.signal?.aborted).toBe(true);

    const proving = client.ask('planReserve', RESERVE);
    const { revision } = await client.ask('change', {
      revision: 7,
      change: { verb: 'look', edits: [] },
      planned: true
    });
    expect(revision).toBe(7);
    solving[1].settle({ status: 'time-limit', values: new Map(), bound: null });
    await expect(proving).resolves.toEqual({ ...first, status: 'time-limit' });
  });

  it('says what went wrong and goes on', async () => {
    const client = pair();
    await expect(client.ask('reset', { revision: 1 })).rejects.toThrow('No area is loaded.');
    await expect(client.load({ ...load(), network: new ArrayBuffer(8) })).rejects.toThrow();
    await expect(client.load(load())).resolves.toMatchObject({ revision: 0 });
  });
});
