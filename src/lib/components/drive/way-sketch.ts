/** A sketch of the way on a screen without roads: stops and nearby names where they lie, north up, no line invented. */
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
  stops: SketchPoint[];
  labels: SketchLabel[];
}

export const SKETCH = { width: 390, height: 152 };
const PAD = { side: 56, top: 40, bottom: 36 };
/** Degrees; closer stops are not drawn larger. */
const LEAST_SPAN = 0.004;
const MOST_LABELS = 7;
const LINE = 16;
/** How far around a stop its sign reaches. */
const SIGN = 26;

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
  const lons = stops.map(({ lon }) => lon);
  const lats = stops.map(({ lat }) => lat);
  const middle = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max(LEAST_SPAN, (Math.max(...lons) - Math.min(...lons)) * shrink);
  const high = Math.max(LEAST_SPAN, Math.max(...lats) - Math.min(...lats));
  const scale = Math.min((SKETCH.width - 2 * PAD.side) / wide, (SKETCH.height - PAD.top - PAD.bottom) / high);
  const at = ({ lon, lat }: { lon: number; lat: number }): SketchPoint => ({
    x: SKETCH.width / 2 + (lon - middle.lon) * shrink * scale,
    y: (SKETCH.height + PAD.top - PAD.bottom) / 2 + (middle.lat - lat) * scale
  });

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
  return { stops: drawn, labels };
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
