/** A rectangle in screen pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAbout(x: number, y: number, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

export interface BoxGrid {
  add(box: Box): void;
  /** True when any added box overlaps. */
  hits(box: Box): boolean;
}

/** Boxes hashed by 64-px cells: thousands of tests stay cheap. */
export function createBoxGrid(): BoxGrid {
  const cellSize = 64;
  const cells = new Map<number, Box[]>();
  const keysOf = (box: Box): number[] => {
    const keys: number[] = [];
    for (let y = Math.floor(box.top / cellSize); y <= Math.floor(box.bottom / cellSize); y++) {
      for (let x = Math.floor(box.left / cellSize); x <= Math.floor(box.right / cellSize); x++) {
        keys.push((y + 512) * 4096 + x + 512);
      }
    }
    return keys;
  };
  return {
    add(box) {
      for (const key of keysOf(box)) {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
      }
    },
    hits: (box) => keysOf(box).some((key) => cells.get(key)?.some((other) => overlaps(box, other)) ?? false)
  };
}

/** Coarse raster of what labels shun but may cross: main roads and routes. */
export interface CostRaster {
  /** Marks a line of screen points. */
  addLine(points: readonly (readonly [number, number])[], cost: number): void;
  /** Sum over the cells a box covers. */
  costOf(box: Box): number;
}

export function createCostRaster(width: number, height: number, cell = 4): CostRaster {
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const values = new Uint8Array(columns * rows);
  return {
    addLine(points, cost) {
      for (let i = 1; i < points.length; i++) {
        const [x0, y0] = points[i - 1];
        const [x1, y1] = points[i];
        const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / cell));
        if (steps > 4096) continue;
        for (let s = 0; s <= steps; s++) {
          const column = Math.floor((x0 + ((x1 - x0) * s) / steps) / cell);
          const row = Math.floor((y0 + ((y1 - y0) * s) / steps) / cell);
          if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
          const at = row * columns + column;
          if (values[at] < cost) values[at] = cost;
        }
      }
    },
    costOf(box) {
      let sum = 0;
      const lastRow = Math.min(rows - 1, Math.floor(box.bottom / cell));
      const lastColumn = Math.min(columns - 1, Math.floor(box.right / cell));
      for (let row = Math.max(0, Math.floor(box.top / cell)); row <= lastRow; row++) {
        for (let column = Math.max(0, Math.floor(box.left / cell)); column <= lastColumn; column++) {
          sum += values[row * columns + column];
        }
      }
      return sum;
    }
  };
}
