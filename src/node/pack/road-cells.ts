import type { Network } from '../../lib/core/network/network';
import { cellAt } from '../../lib/core/pack/population-grid';
import type { PopulationGrid } from '../../lib/core/pack/population-grid';

/** Marks the cells a road or path of the network crosses. */
export function roadCellsOf(network: Network, grid: PopulationGrid): Uint8Array {
  const marks = new Uint8Array(grid.persons.length);
  const step = Math.min(grid.cellLon, grid.cellLat) * 5e6;
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
    const [x, y] = [network.nodeLonE7[from], network.nodeLatE7[from]];
    const [dx, dy] = [network.nodeLonE7[to] - x, network.nodeLatE7[to] - y];
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / step));
    for (let i = 0; i <= steps; i++) {
      const cell = cellAt(grid, (x + (dx * i) / steps) / 1e7, (y + (dy * i) / steps) / 1e7);
      if (cell >= 0) marks[cell] = 1;
    }
  }
  return marks;
}
