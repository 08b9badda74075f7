import type { Box, BoxGrid, CostRaster } from './box-grid';

/** Style of a label's text; sizes are multiplied by the symbol scale when drawn. */
export type LabelKind = 'hospital' | 'changed' | 'town' | 'village' | 'vehicle' | 'peak' | 'selected' | 'place';

export interface LabelCandidate {
  id: string;
  kind: LabelKind;
  text: string;
  /** Figure beside the name, e.g. "+119"; empty for none. */
  suffix: string;
  lon: number;
  lat: number;
  /** Pixel offset of the symbol from its true place. */
  offset: [number, number];
  /** Half the symbol's size, pixels. */
  radius: number;
  /** Lower is placed first. */
  rank: number;
}

export interface PlacedLabel {
  candidate: LabelCandidate;
  /** Left end and baseline middle of the text, relative to the projected place, pixels. */
  dx: number;
  dy: number;
  width: number;
  height: number;
}

export interface PlaceLabelsInput {
  candidates: readonly LabelCandidate[];
  project: (lon: number, lat: number) => { x: number; y: number };
  measure: (candidate: LabelCandidate) => { width: number; height: number };
  /** Symbols, tags and panels: never covered. */
  hard: BoxGrid;
  soft: CostRaster;
  viewport: Box;
  scale: number;
  limit: number;
}

/** Eight positions, best first: right, left, above, below, then the corners. */
const POSITIONS: readonly [number, number][] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.75, -0.8],
  [0.75, 0.8],
  [-0.75, -0.8],
  [-0.75, 0.8]
];
const POSITION_COST = 1.5;
/** A label that would cover more road than this is dropped, unless it ranks high. */
const ALWAYS_SHOWN: ReadonlySet<LabelKind> = new Set(['hospital', 'changed', 'vehicle', 'selected', 'town']);
const MAX_SOFT_COST = 26;
/** Kinds that may stand farther off, on a leader, where the symbol is hemmed in. */
const FARTHER: ReadonlySet<LabelKind> = new Set(['hospital', 'selected']);

/**
 * Places labels greedily by rank. Each tries eight positions about its symbol: none may touch a hard box or leave the
 * viewport; among the free ones the one that covers least road wins. No free position: the label is dropped.
 */
export function placeLabels(input: PlaceLabelsInput): PlacedLabel[] {
  const { project, measure, hard, soft, viewport, scale, limit } = input;
  const placed: PlacedLabel[] = [];
  const ranked = [...input.candidates].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  for (const candidate of ranked) {
    if (placed.length >= limit) break;
    const { x, y } = project(candidate.lon, candidate.lat);
    if (x < viewport.left || x > viewport.right || y < viewport.top || y > viewport.bottom) continue;
    const size = measure(candidate);
    const centreX = x + candidate.offset[0];
    const centreY = y + candidate.offset[1];
    let best: { cost: number; box: Box } | null = null;
    for (const farther of FARTHER.has(candidate.kind) ? [0, 16, 36, 60] : [0]) {
      const reach = candidate.radius + (4 + farther) * scale;
      for (let i = 0; i < POSITIONS.length; i++) {
        const box = boxAt(POSITIONS[i], centreX, centreY, reach, size);
        if (!inside(box, viewport) || hard.hits(box)) continue;
        const roadCost = soft.costOf(box);
        if (roadCost > MAX_SOFT_COST && !ALWAYS_SHOWN.has(candidate.kind)) continue;
        const cost = roadCost + i * POSITION_COST;
        if (!best || cost < best.cost) best = { cost, box };
      }
      if (best) break;
    }
    if (!best) continue;
    hard.add({
      left: best.box.left - 2,
      top: best.box.top - 1,
      right: best.box.right + 2,
      bottom: best.box.bottom + 1
    });
    placed.push({ candidate, dx: best.box.left - x, dy: (best.box.top + best.box.bottom) / 2 - y, ...size });
  }
  return placed;
}

function inside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function boxAt(
  [sideX, sideY]: readonly [number, number],
  x: number,
  y: number,
  reach: number,
  size: { width: number; height: number }
): Box {
  const left = sideX === 0 ? x - size.width / 2 : sideX > 0 ? x + sideX * reach : x + sideX * reach - size.width;
  const middle = y + (sideY === 0 ? 0 : Math.sign(sideY) * (Math.abs(sideY) * reach + size.height / 2 - 3));
  return { left, top: middle - size.height / 2, right: left + size.width, bottom: middle + size.height / 2 };
}
