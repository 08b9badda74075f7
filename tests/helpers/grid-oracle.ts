import { BARRIER, type GridGround } from '../../src/lib/core/grid/grid-ground';

/**
 * Travel times over a raster by the textbook: every pair of cells within reach is an arc of an explicit graph, searched by
 * Dijkstra without a queue. Shares no code with the product; the bicycle's speed is bisected.
 */
export function oracleSeconds(
  ground: GridGround,
  sources: readonly number[],
  neighbours: 8 | 16,
  toward: 'away' | 'seeds'
): number[] {
  const arcs = explicitArcs(ground, neighbours);
  const leaving: { to: number; seconds: number }[][] = Array.from(ground.mode, () => []);
  for (const { from, to, seconds } of arcs) {
    if (toward === 'away') leaving[from].push({ to, seconds });
    else leaving[to].push({ to: from, seconds });
  }
  const best = leaving.map(() => Infinity);
  for (const cell of sources) if (ground.mode[cell] !== BARRIER) best[cell] = 0;
  const open = new Set(best.keys());
  while (open.size > 0) {
    let nearest = -1;
    for (const cell of open) if (nearest < 0 || best[cell] < best[nearest]) nearest = cell;
    if (best[nearest] === Infinity) break;
    open.delete(nearest);
    for (const { to, seconds } of leaving[nearest]) best[to] = Math.min(best[to], best[nearest] + seconds);
  }
  return best;
}

interface Arc {
  from: number;
  to: number;
  seconds: number;
}

export function explicitArcs(ground: GridGround, neighbours: 8 | 16): Arc[] {
  const arcs: Arc[] = [];
  for (let from = 0; from < ground.mode.length; from++)
    for (let to = 0; to < ground.mode.length; to++) {
      const [x0, y0] = [from % ground.columns, Math.floor(from / ground.columns)];
      const [x1, y1] = [to % ground.columns, Math.floor(to / ground.columns)];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const far = Math.max(Math.abs(dx), Math.abs(dy));
      const knight = dx * dx + dy * dy === 5;
      if (from === to || !(far === 1 || (knight && neighbours === 16))) continue;
      // At a third and two thirds of a knight's line lie the two cells it passes.
      const passed = knight ? [1 / 3, 2 / 3].map((t) => [Math.round(x0 + dx * t), Math.round(y0 + dy * t)]) : [];
      const touched = [from, ...passed.map(([x, y]) => y * ground.columns + x), to];
      if (touched.some((cell) => ground.mode[cell] === BARRIER)) continue;
      const metres = Math.sqrt(dx * dx + dy * dy) * ground.cellMetres;
      const slope = ground.elevation === null ? 0 : (ground.elevation[to] - ground.elevation[from]) / metres;
      const seconds = touched.reduce((sum, cell) => {
        const kmh = [onFoot, byBicycle, (level: number) => level][ground.mode[cell]](ground.kmh[cell], slope);
        return sum + metres / touched.length / (kmh / 3.6);
      }, 0);
      arcs.push({ from, to, seconds });
    }
  return arcs;
}

function onFoot(level: number, slope: number): number {
  return (level / Math.exp(-0.175)) * Math.exp(-3.5 * Math.abs(slope + 0.05));
}

function byBicycle(level: number, slope: number): number {
  const air = 0.5 * 0.445 * (1.293 - 0.00426 * 20) * Math.exp(-500 / 7000);
  const watts = (v: number, s: number) => v * (9.8 * 95 * (s + 0.012) + air * v * v);
  const wanted = watts(level / 3.6, 0);
  let low = 0;
  let high = (2 * level) / 3.6;
  if (watts(high, slope) <= wanted) return 2 * level;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (watts(middle, slope) <= wanted) low = middle;
    else high = middle;
  }
  return low * 3.6;
}
