import { describe, expect, it } from 'vitest';
import type { EdgeId, VillageId } from '../model/ids';
import type { Facility, Village } from '../model/records';
import { IMPASSABLE, type Network } from '../network/network';
import type { SnapResult } from '../routing/routing';
import { isolateVillage } from './isolate-village';

/**
 * A ring 0–1–2–3 with the hospital on edge 0 (0–1), a spur 2–4–5 with village `end` on 4–5 and `mid` on 2–4, a spur
 * 3–6–7 with `own` on 6–7, village `ring` on edge 2–3.
 */
const edges = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [2, 4],
  [4, 5],
  [3, 6],
  [6, 7]
];
const network = {
  nodeCount: 8,
  edgeCount: edges.length,
  edgeFrom: Uint32Array.from(edges, ([from]) => from),
  edgeTo: Uint32Array.from(edges, ([, to]) => to),
  edgeWay: Uint32Array.from(edges, (_, i) => i),
  wayOsmId: Float64Array.from(edges, (_, i) => 100 + i),
  nodeOsmId: Float64Array.from({ length: 8 }, (_, i) => 1000 + i)
} as unknown as Network;
const home: Record<string, number> = { hospital: 0, ring: 2, mid: 4, end: 5, own: 7 };
const snap = ({ id }: { id: string }) =>
  (id in home
    ? { snap: { edge: home[id] as EdgeId }, reason: null }
    : { snap: null, reason: 'too-far-from-road' }) as SnapResult;
const village = (id: string) => ({ id, lon: 1, lat: 1, townshipId: 't' }) as unknown as Village;
const open = new Uint32Array(16).fill(1000);

function isolate(preferred: string[], more: { arcMs?: Uint32Array; villages?: string[] } = {}) {
  return isolateVillage({
    network,
    arcMs: more.arcMs ?? open,
    snap,
    villages: (more.villages ?? ['ring', 'mid', 'end', 'own']).map(village),
    facilities: [{ id: 'hospital' } as Facility],
    preferred: preferred as VillageId[],
    today: '2026-11-21'
  });
}

describe('isolateVillage', () => {
  it('closes the spur and never the ring or the segment the village stands on', () => {
    expect(isolate(['own'])).toEqual({
      kind: 'cut',
      villageIds: ['own'],
      closure: expect.objectContaining({
        wayId: 106,
        fromNode: 1003,
        toNode: 1006,
        speedPercent: 0,
        origin: 'sample',
        startsAt: '2026-11-19T06:00:00.000Z'
      })
    });
    expect(isolate(['ring'])).toEqual({ kind: 'none' });
  });

  it('takes a village that goes alone before one that takes others with it', () => {
    expect(isolate(['end', 'own'])).toMatchObject({ kind: 'cut', villageIds: ['end'] });
    expect(isolate(['mid'])).toEqual({ kind: 'none' });
  });

  it('closes nothing where the roads themselves leave a village out', () => {
    expect(isolate(['own'], { villages: ['own', 'far'] })).toEqual({ kind: 'already', villageId: 'far' });
    const barred = open.slice();
    barred[12] = barred[13] = IMPASSABLE;
    expect(isolate(['own'], { arcMs: barred })).toEqual({ kind: 'already', villageId: 'own' });
  });
});
