import { describe, expect, it } from 'vitest';
import { tinyNetwork } from '../../../../tests/helpers/tiny-network';
import { resolveClosures, type ClosureFacts } from './closures';

const NOW = Date.parse('2026-01-10T12:00:00Z');
const network = tinyNetwork(
  [1, 2, 3, 4, 5, 6].map((id) => ({ id, lon: 43 + id / 100, lat: -11 + (id % 3) / 100 })),
  [
    { id: 10, nodes: [1, 2, 3, 4] },
    { id: 11, nodes: [2, 5] },
    { id: 12, nodes: [4, 5, 6, 4] }
  ]
);

function resolve(closure: Partial<ClosureFacts>) {
  const facts = {
    id: 'c',
    wayId: 10,
    fromNode: null,
    toNode: null,
    speedPercent: 0,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null
  };
  const { restrictions, lost } = resolveClosures(network, [{ ...facts, ...closure }], NOW);
  return { edges: restrictions.map(({ edge }) => edge as number), lost: lost.map(({ reason }) => reason) };
}

describe('resolveClosures', () => {
  it('cuts the whole way without nodes, else between them in either order', () => {
    expect(resolve({}).edges).toEqual([0, 1, 2]);
    expect(resolve({ fromNode: 2, toNode: 4 }).edges).toEqual([1, 2]);
    expect(resolve({ fromNode: 4, toNode: 2 }).edges).toEqual([1, 2]);
    expect(resolve({ fromNode: 1, toNode: 2 }).edges).toEqual([0]);
  });

  it('takes the shorter way round a ring', () => {
    expect(resolve({ wayId: 12, fromNode: 4, toNode: 6 }).edges).toEqual([6]);
    expect(resolve({ wayId: 12, fromNode: 5, toNode: 4 }).edges).toEqual([4]);
  });

  it('names what it cannot find', () => {
    expect(resolve({ wayId: 99 })).toEqual({ edges: [], lost: ['way-missing'] });
    expect(resolve({ fromNode: 1, toNode: 6 })).toEqual({ edges: [], lost: ['node-missing'] });
    expect(resolve({ fromNode: 1 })).toEqual({ edges: [], lost: ['one-node-only'] });
    expect(resolve({ fromNode: 2, toNode: 2 })).toEqual({ edges: [], lost: ['same-node'] });
  });

  it('keeps to the time window, end excluded', () => {
    expect(resolve({ startsAt: '2026-01-10T12:00:01Z' }).edges).toEqual([]);
    expect(resolve({ startsAt: '2026-01-10T12:00:00Z' }).edges).toHaveLength(3);
    expect(resolve({ endsAt: '2026-01-10T12:00:00Z' }).edges).toEqual([]);
    expect(resolve({ endsAt: '2026-01-10T12:00:01Z' }).edges).toHaveLength(3);
    expect(resolve({ speedPercent: 100 }).edges).toEqual([]);
  });
});
