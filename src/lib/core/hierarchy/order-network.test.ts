import { describe, expect, it } from 'vitest';
import { randomNetwork } from '../../../../tests/helpers/random-network';
import { tinyNetwork } from '../../../../tests/helpers/tiny-network';
import { randomOf } from '../sample/random';
import { layChains, OrderMisfit } from './chains';
import { buildHierarchy } from './hierarchy';
import { orderNetwork } from './order-network';

/** Streets of a town laid out in squares, each street of `steps` short pieces. */
function squares(side: number, steps: number) {
  const nodes = new Map<number, { id: number; lon: number; lat: number }>();
  const at = (x: number, y: number) => {
    const id = x * 10_000 + y;
    if (!nodes.has(id)) nodes.set(id, { id, lon: 43 + x / 1e4, lat: -11 + y / 1e4 });
    return id;
  };
  const line = Array.from({ length: (side - 1) * steps + 1 }, (_, i) => i);
  const ways = Array.from({ length: side }, (_, k) => [
    { id: 2 * k, nodes: line.map((i) => at(i, k * steps)) },
    { id: 2 * k + 1, nodes: line.map((i) => at(k * steps, i)) }
  ]).flat();
  return tinyNetwork([...nodes.values()], ways);
}

describe('orderNetwork', () => {
  it('leaves out what lies along a street and keeps the hierarchy of a squared town small', () => {
    const network = squares(30, 4);
    const order = network.order as Uint32Array;
    // The four corners lie between two streets.
    expect(order).toHaveLength(30 * 30 - 4);
    const { head, parent, count } = buildHierarchy(network, order);
    const depth = new Uint32Array(count);
    for (let node = 0; node < count; node++) depth[node] = parent[node] < 0 ? 1 : depth[parent[node]] + 1;
    // From side to side it would be 30 arcs a node.
    expect(head.length).toBeLessThan(16 * count);
    expect(Math.max(...depth)).toBeLessThan(5 * 30);
  });

  it('gives the same order again', () => {
    const network = squares(12, 2);
    expect(orderNetwork(network)).toEqual(network.order);
  });

  it('holds a valley of a thousand junctions in a low tree', () => {
    const nodes = Array.from({ length: 2000 }, (_, i) => ({
      id: i,
      lon: 43 + (i >> 1) / 1e4,
      lat: -11 + (i & 1) / 1e4
    }));
    const network = tinyNetwork(nodes, [
      { id: 1, nodes: nodes.filter(({ id }) => id % 2 === 0).map(({ id }) => id) },
      ...nodes.filter(({ id }) => id % 2 === 1).map(({ id }) => ({ id: id + 1, nodes: [id - 1, id] }))
    ]);
    const { parent, count } = buildHierarchy(network, network.order as Uint32Array);
    const depth = new Uint32Array(count);
    for (let node = 0; node < count; node++) depth[node] = parent[node] < 0 ? 1 : depth[parent[node]] + 1;
    expect(Math.max(...depth)).toBeLessThan(40);
  });
});

describe('layChains', () => {
  it('puts every edge in one chain and every node in one slot, whatever the network', () => {
    for (let seed = 0; seed < 200; seed++) {
      const network = randomNetwork(randomOf(seed, 'chains'), 30);
      const { slot, place, arc, start, coreCount, count } = layChains(network, network.order as Uint32Array);
      expect(new Set(slot).size).toBe(network.nodeCount);
      expect(Math.max(...slot)).toBe(network.nodeCount - 1);
      expect(new Set(place).size).toBe(network.edgeCount);
      place.forEach((at, edge) => expect(arc[at] >> 1).toBe(edge));
      expect(start[count] - count + coreCount).toBe(network.nodeCount);
    }
  });

  it('refuses an order that does not fit', () => {
    const network = squares(3, 2);
    const order = network.order as Uint32Array;
    const misfit = (wrong: number[]) => () => layChains(network, Uint32Array.from(wrong));
    expect(misfit([...order].slice(1))).toThrow(OrderMisfit);
    expect(misfit([...order, order[0]])).toThrow(/stands twice/);
    expect(misfit([...order, network.nodeCount])).toThrow(OrderMisfit);
    const ring = tinyNetwork(
      [1, 2, 3].map((id) => ({ id, lon: 43 + id / 100, lat: -11 + (id % 2) / 100 })),
      [{ id: 1, nodes: [1, 2, 3, 1] }]
    );
    expect(ring.order).toHaveLength(1);
    expect(() => layChains(ring, new Uint32Array())).toThrow(/no chain/);
  });
});
