import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../tests/helpers/tiny-area';
import { frameLand, LAND_COVERS, landCell, UNREACHED, type Land } from '../core/grid/land';
import { encodeLand } from '../core/grid/land-format';
import type { Village } from '../core/model/records';
import type { Situation } from '../core/model/situation';
import { encodeNetwork } from '../core/network/format';
import { createEngine, finish } from './engine';
import type { ReplyMessage, Requests } from './protocol';
import { serveRequests } from './serve';
import { takeSnapshot } from './snapshot';

const SETTINGS = { ...TINY_SETTINGS, thresholds: [30, 60, 120] };
const engineOf = () => createEngine({ elapsed: () => 0, solve: () => Promise.reject(new Error('not asked')) });

/** Grass from the equator's roads to 0.06° north of them, a river of water across at 0.045°. */
function grassland(): Land {
  const frame = frameLand([-0.01, -0.01, 0.06, 0.06], 100);
  const cover = new Uint8Array(frame.columns * frame.rows).fill(LAND_COVERS.indexOf('grass'));
  for (let column = 0; column < frame.columns; column++)
    cover[landCell(frame, frame.west, 0.045) + column] = LAND_COVERS.indexOf('water');
  return { ...frame, cover, elevation: null };
}
/** The same ground in finer cells, of which there are many. */
function largeLand(): ArrayBuffer {
  const frame = frameLand([-0.01, -0.01, 0.06, 0.06], 30);
  const cover = new Uint8Array(frame.columns * frame.rows).fill(LAND_COVERS.indexOf('grass'));
  return encodeLand({ ...frame, cover, elevation: null }).buffer as ArrayBuffer;
}
const bytes = () => encodeLand(grassland()).buffer as ArrayBuffer;

/** The tiny area with a village 3.3 km off the road, and one beyond the river. */
function withOffRoad(): Situation {
  const { situation } = tinyArea();
  const near = situation.villages.get('near')!;
  const villages = new Map<string, Village>(situation.villages);
  for (const [id, lat] of [
    ['off', 0.03],
    ['beyond', 0.055]
  ] as const)
    villages.set(id, { ...near, id: id as Village['id'], lon: 0, lat });
  return { ...situation, villages };
}

describe('the land', () => {
  it('gives a village off the road its walk and drive, and leaves all others as they are', () => {
    const engine = engineOf();
    const before = finish(engine.open({ network: tinyArea().network, situation: withOffRoad(), settings: SETTINGS }));
    const of = (results: typeof before, id: string) => results.villages.find(({ villageId }) => villageId === id)!;
    expect(of(before, 'off').reach.severe).toMatchObject({ ms: null, reason: 'too-far-from-road' });
    expect(of(before, 'off').remote.reasons).toEqual([
      { code: 'remote-no-way', params: { reason: 'too-far-from-road' } }
    ]);
    expect(finish(engine.surface({}))).toBeNull();

    const { plan, baseline } = finish(engine.land({ revision: 1, land: bytes() }));
    expect(baseline).toBe(plan);
    for (const id of ['near', 'far']) expect(of(plan, id)).toEqual(of(before, id));
    const off = of(plan, 'off');
    // 3.3 km of grass at 3.2 km/h, straight south to the hospital that stands there.
    expect(off.reach.severe.ms! / 3_600_000).toBeCloseTo(3.3 / 3.2, 1);
    expect(off.walkMetres! / 1000).toBeGreaterThan(3.1);
    expect(off.overLandMs! / 3_600_000).toBeCloseTo(off.walkMetres! / 1000 / 3.2, 3);
    expect(off.reach.any.ms!).toBeGreaterThan(off.overLandMs!);
    expect(off.snapReason).toBe('too-far-from-road');
    expect(off.remote.reasons.map(({ code }) => code)).toContain('remote-minutes-severe');
    expect(off.remote.reasons.map(({ code }) => code)).not.toContain('remote-no-way');
    expect(of(plan, 'beyond').reach).toEqual(of(before, 'beyond').reach);
    expect(of(plan, 'beyond')).toMatchObject({ walkMetres: null, overLandMs: null });
  });

  it('is a surface that agrees with the villages off the road', () => {
    const engine = engineOf();
    finish(engine.open({ network: tinyArea().network, situation: withOffRoad(), settings: SETTINGS }));
    const { plan } = finish(engine.land({ revision: 1, land: bytes() }));
    const { land, ms } = finish(engine.surface({}))!;
    const off = plan.villages.find(({ villageId }) => villageId === 'off')!;
    expect(ms[landCell(land, 0, 0.03)]).toBe(off.reach.severe.ms);
    expect(ms[landCell(land, 0, 0.055)]).toBe(UNREACHED);
    expect(ms[landCell(land, 0, 0)]).toBe(0);
  });

  it('refuses a damaged file and goes on', () => {
    const engine = engineOf();
    finish(engine.open({ network: tinyArea().network, situation: withOffRoad(), settings: SETTINGS }));
    const bad = new Uint8Array(bytes());
    bad[200] ^= 1;
    expect(() => engine.land({ revision: 1, land: bad.buffer })).toThrow(/land\.bin: checksum differs/);
    expect(finish(engine.surface({}))).toBeNull();
  });

  it('is counted with progress; a cancelled surface ends, and a change goes before it', async () => {
    const replies: ReplyMessage[] = [];
    let between = () => {};
    const server = serveRequests(
      engineOf(),
      (message) => replies.push(message),
      async () => between()
    );
    const network = encodeNetwork(tinyArea().network).buffer as ArrayBuffer;
    const ask = <N extends keyof Requests>(id: number, name: N, input: Requests[N]['input']) =>
      server.receive({ id, name, input });
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    ask(1, 'load', { network, situation: takeSnapshot(withOffRoad()), settings: SETTINGS });
    ask(2, 'land', { revision: 1, land: largeLand() });
    while (!replies.some((each) => each.id === 2 && 'ok' in each)) await settled();

    ask(3, 'surface', {});
    while (!replies.some((each) => each.id === 3 && 'ok' in each)) await settled();
    const shares = replies.flatMap((each) => (each.id === 3 && 'progress' in each ? [each.progress.done] : []));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));

    between = () => server.receive({ id: 4, cancel: true });
    ask(4, 'surface', {});
    while (!replies.some((each) => each.id === 4 && 'ok' in each)) await settled();
    expect(replies.find((each) => each.id === 4 && 'ok' in each)).toMatchObject({ ok: false, error: 'cancelled' });

    let told = false;
    between = () => {
      if (!told) ask(6, 'reset', { revision: 2 });
      told = true;
    };
    ask(5, 'surface', {});
    while (!replies.some((each) => each.id === 6 && 'ok' in each)) await settled();
    expect(replies.find((each) => each.id === 5 && 'ok' in each)).toMatchObject({ ok: false, error: 'superseded' });
    expect(replies.find((each) => each.id === 6 && 'ok' in each)).toMatchObject({ ok: true });
  });
});
