/** A ring of corners [column, row] of the grid, closed (the first again at the end); rows run southward. */
export type CornerRing = [number, number][];

/** Cells that hang together by their sides: the ring round them and those round the holes in them. */
export interface CellPolygon {
  outer: CornerRing;
  holes: CornerRing[];
}

/** East, south, west, north. */
const MOVES = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1]
] as const;

/**
 * Outlines of the marked cells of a grid, along their very sides: every marked cell lies inside, no other does. Rings are
 * simple; cells and holes that touch at a corner alone have rings of their own. Polygons come by their first cell.
 */
export function outlineCells(marks: Uint8Array, columns: number, rows: number): CellPolygon[] {
  const patch = patchesOf(marks, columns, rows);
  const marked = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < columns && row < rows && marks[row * columns + column] === 1;
  const walked = new Uint8Array(4 * columns * rows);
  const polygons: CellPolygon[] = [];
  const holes: { patch: number; ring: CornerRing }[] = [];
  for (let cell = 0; cell < marks.length; cell++) {
    if (!marks[cell]) continue;
    for (let side = 0; side < 4; side++) {
      const column = cell % columns;
      const row = (cell - column) / columns;
      // Side 0 is the northern one, walked eastward with the cell on the right hand; and so round.
      const [beyondColumn, beyondRow] = MOVES[(side + 3) % 4];
      if (walked[4 * cell + side] || marked(column + beyondColumn, row + beyondRow)) continue;
      for (const ring of simpleRings(walk(cell, side)))
        if (areaOf(ring) > 0) polygons[patch[cell]] = { outer: ring, holes: [] };
        else holes.push({ patch: patch[cell], ring });
    }
  }
  for (const { patch: of, ring } of holes) polygons[of].holes.push(ring);
  return polygons;

  /** Corners passed from one side of a cell round until it comes again, turning towards the cell at hand. */
  function walk(cell: number, side: number): CornerRing {
    const corners: CornerRing = [];
    let [column, row, at] = [cell % columns, Math.floor(cell / columns), side];
    while (!walked[4 * (row * columns + column) + at]) {
      walked[4 * (row * columns + column) + at] = 1;
      corners.push([column + (at === 1 || at === 2 ? 1 : 0), row + (at === 2 || at === 3 ? 1 : 0)]);
      const [ahead, aheadRow] = MOVES[at];
      const [left, leftRow] = MOVES[(at + 3) % 4];
      if (!marked(column + ahead, row + aheadRow)) at = (at + 1) % 4;
      else if (!marked(column + ahead + left, row + aheadRow + leftRow))
        [column, row] = [column + ahead, row + aheadRow];
      else [column, row, at] = [column + ahead + left, row + aheadRow + leftRow, (at + 3) % 4];
    }
    return corners;
  }
}

/** Number of the patch of each marked cell, by common sides, in the order of their first cells; -1 elsewhere. */
function patchesOf(marks: Uint8Array, columns: number, rows: number): Int32Array {
  const patch = new Int32Array(marks.length).fill(-1);
  let count = 0;
  for (let start = 0; start < marks.length; start++) {
    if (!marks[start] || patch[start] >= 0) continue;
    const cells = [start];
    patch[start] = count;
    for (let i = 0; i < cells.length; i++) {
      const column = cells[i] % columns;
      const row = (cells[i] - column) / columns;
      for (const [dx, dy] of MOVES) {
        const [x, y] = [column + dx, row + dy];
        const next = y * columns + x;
        if (x < 0 || y < 0 || x >= columns || y >= rows || !marks[next] || patch[next] >= 0) continue;
        patch[next] = count;
        cells.push(next);
      }
    }
    count += 1;
  }
  return patch;
}

/** A walk round cells, parted wherever it comes to a corner again, closed and without corners on straight lines. */
function simpleRings(corners: CornerRing): CornerRing[] {
  const rings: CornerRing[] = [];
  const path: CornerRing = [];
  const at = new Map<string, number>();
  for (const corner of [...corners, corners[0]]) {
    const key = corner.join();
    const before = at.get(key);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const each of loop) at.delete(each.join());
      rings.push(closed(loop));
    }
    at.set(key, path.length);
    path.push(corner);
  }
  return rings;
}

function closed(loop: CornerRing): CornerRing {
  const turns = loop.filter(([x, y], i) => {
    const [px, py] = loop[(i + loop.length - 1) % loop.length];
    const [nx, ny] = loop[(i + 1) % loop.length];
    return (x - px) * (ny - y) !== (y - py) * (nx - x);
  });
  return [...turns, turns[0]];
}

/** Twice the area in cells: above 0 for a ring with its cells on the right hand (rows run southward). */
function areaOf(ring: CornerRing): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum;
}
