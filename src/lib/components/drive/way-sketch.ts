/**
 * A sketch of the way on a screen without roads: stops and nearby names where they lie, turned so that the way runs from
 * left to right and has the width of a phone.
 */
export interface SketchPlace {
  name: string;
  lon: number;
  lat: number;
}
export interface SketchPoint {
  x: number;
  y: number;
}
export interface SketchLabel extends SketchPoint {
  name: string;
}
export interface Sketch {
  /** Degrees clockwise from up at which north lies. */
  north: number;
  stops: SketchPoint[];
  labels: SketchLabel[];
}

export const SKETCH = { width: 390, height: 152 };
const PAD = { side: 52, top: 46, bottom: 34 };
/** Degrees; closer stops are not drawn larger. */
const LEAST_SPAN = 0.004;
const MOST_LABELS = 7;
const LINE = 16;
/** How far around a stop its sign reaches. */
const SIGN = 22;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Where stops and names are drawn, in units of `SKETCH`. All stops lie inside; of the names, nearest to a stop first,
 * those that stand free of signs and of one another.
 */
export function sketchWay(stops: readonly { lon: number; lat: number }[], places: readonly SketchPlace[]): Sketch {
  const [first] = stops;
  const shrink = Math.cos((first.lat * Math.PI) / 180);
  const flat = ({ lon, lat }: { lon: number; lat: number }) => ({ x: (lon - first.lon) * shrink, y: first.lat - lat });
  const far = stops.map(flat).reduce((a, b) => (Math.hypot(b.x, b.y) > Math.hypot(a.x, a.y) ? b : a));
  const turn = -Math.atan2(far.y, far.x);
  const turned = ({ x, y }: SketchPoint) => ({
    x: x * Math.cos(turn) - y * Math.sin(turn),
    y: x * Math.sin(turn) + y * Math.cos(turn)
  });
  const all = stops.map((stop) => turned(flat(stop)));
  const [left, right] = [Math.min, Math.max].map((end) => end(...all.map(({ x }) => x)));
  const [top, bottom] = [Math.min, Math.max].map((end) => end(...all.map(({ y }) => y)));
  const scale = Math.min(
    (SKETCH.width - 2 * PAD.side) / Math.max(LEAST_SPAN, right - left),
    (SKETCH.height - PAD.top - PAD.bottom) / Math.max(LEAST_SPAN, bottom - top)
  );
  const at = (place: { lon: number; lat: number }): SketchPoint => {
    const { x, y } = turned(flat(place));
    return {
      x: SKETCH.width / 2 + (x - (left + right) / 2) * scale,
      y: (SKETCH.height + PAD.top - PAD.bottom) / 2 + (y - (top + bottom) / 2) * scale
    };
  };

  const drawn = stops.map(at);
  const taken: Box[] = drawn.map(({ x, y }) => ({ left: x - SIGN, right: x + SIGN, top: y - SIGN, bottom: y + SIGN }));
  const labels: SketchLabel[] = [];
  const away = ({ x, y }: SketchPoint) => Math.min(...drawn.map((stop) => Math.hypot(stop.x - x, stop.y - y)));
  const near = places.map((place) => ({ name: place.name, ...at(place) })).sort((a, b) => away(a) - away(b));
  for (const label of near) {
    if (labels.length === MOST_LABELS) break;
    const box = boxOf(label);
    if (!isInside(box) || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    labels.push(label);
  }
  return { north: (turn * 180) / Math.PI, stops: drawn, labels };
}

/** Dot with the name below it. */
export function boxOf({ name, x, y }: SketchLabel): Box {
  const width = [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12.5 : 7), 0);
  return { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 4, bottom: y + LINE + 4 };
}

function isInside({ left, right, top, bottom }: Box): boolean {
  return left >= 0 && right <= SKETCH.width && top >= 0 && bottom <= SKETCH.height;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
