export interface ReliefInput {
  /** Metres above the sea, null where unknown. */
  elevation: (lon: number, lat: number) => number | null;
  /** West, south, east, north, degrees. */
  bounds: [number, number, number, number];
  /** Longest side of the image, pixels. */
  longestSide: number;
}

export interface Relief {
  width: number;
  height: number;
  /** 0 black (shadow) or 255 white (light), one byte a pixel. */
  gray: Uint8Array;
  /** How much of it shows; 0 on flat ground, sea and voids. */
  alpha: Uint8Array;
}

/**
 * Lights and their weights: compass degrees they shine from, at 45°. The main one stands in the north-west; weak ones
 * in the west, north and south-east keep form in slopes that a single light would fill with one flat shadow.
 */
const LIGHTS = [
  { azimuth: 315, weight: 0.55 },
  { azimuth: 270, weight: 0.2 },
  { azimuth: 0, weight: 0.2 },
  { azimuth: 120, weight: 0.14 }
] as const;
const ALTITUDE = Math.PI / 4;
const EXAGGERATION = 1.6;
/** Share of the broad light and shadow of a whole flank that is taken away, and the radius of "broad" in metres. */
const FLATTEN = 0.5;
const BROAD_METRES = 1800;
const SHADOW_GAIN = 3.4;
const LIGHT_GAIN = 3.2;
const SHADOW_LIMIT = 176;
const LIGHT_LIMIT = 132;
/** Alpha keeps every fourth value: half the file, nothing the eye sees. */
const ALPHA_STEP = 4;

/**
 * Shaded relief as an overlay, resampled to Web Mercator (rows are even in its northing): black where ground turns from
 * the light, white where it faces it. The broad shade of whole flanks is reduced so that valleys and cones on the dark
 * south-east side stay as plain as on the lit one.
 */
export function shadeRelief({ elevation, bounds, longestSide }: ReliefInput): Relief {
  const [west, south, east, north] = bounds;
  const [top, bottom] = [northing(north), northing(south)];
  const aspect = ((east - west) * Math.PI) / 180 / (top - bottom);
  const width = Math.max(2, Math.round(aspect >= 1 ? longestSide : longestSide * aspect));
  const height = Math.max(2, Math.round(aspect >= 1 ? longestSide / aspect : longestSide));
  const lats = Float64Array.from({ length: height }, (_, y) => latitude(top - ((y + 0.5) / height) * (top - bottom)));
  const metres = new Float32Array(width * height).fill(NaN);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = elevation(west + ((x + 0.5) / width) * (east - west), lats[y]);
      if (value !== null) metres[y * width + x] = value;
    }
  }

  const pixelMetres = (y: number) => (((east - west) * 111_195) / width) * Math.cos((lats[y] * Math.PI) / 180);
  const shade = lightAll(metres, width, height, pixelMetres);
  const radius = Math.max(1, Math.round(BROAD_METRES / pixelMetres(height >> 1)));
  const broad = blur(blur(shade, width, height, radius), width, height, radius);
  const gray = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < shade.length; i++) {
    if (!(metres[i] > 0.5 || metres[i] < -0.5)) continue;
    const value = shade[i] - FLATTEN * broad[i];
    const strength =
      value < 0 ? SHADOW_LIMIT * Math.tanh(-value * SHADOW_GAIN) : LIGHT_LIMIT * Math.tanh(value * LIGHT_GAIN);
    gray[i] = value < 0 ? 0 : 255;
    alpha[i] = Math.round(strength / ALPHA_STEP) * ALPHA_STEP;
  }
  return { width, height, gray, alpha };
}

/** Light on each pixel less that on level ground; 0 where a neighbour is unknown. */
function lightAll(metres: Float32Array, width: number, height: number, pixel: (y: number) => number): Float32Array {
  const shade = new Float32Array(width * height);
  const lights = LIGHTS.map(({ azimuth, weight }) => {
    const angle = (azimuth * Math.PI) / 180;
    return { east: Math.sin(angle) * weight, north: Math.cos(angle) * weight, weight };
  });
  const eastPull = lights.reduce((sum, light) => sum + light.east, 0);
  const northPull = lights.reduce((sum, light) => sum + light.north, 0);
  const level = lights.reduce((sum, light) => sum + light.weight, 0) * Math.sin(ALTITUDE);
  for (let y = 1; y < height - 1; y++) {
    const span = 8 * pixel(y);
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const [a, b, c] = [metres[i - width - 1], metres[i - width], metres[i - width + 1]];
      const [d, f] = [metres[i - 1], metres[i + 1]];
      const [g, h, k] = [metres[i + width - 1], metres[i + width], metres[i + width + 1]];
      const riseEast = ((c + 2 * f + k - a - 2 * d - g) / span) * EXAGGERATION;
      const riseNorth = ((a + 2 * b + c - g - 2 * h - k) / span) * EXAGGERATION;
      if (Number.isNaN(riseEast + riseNorth)) continue;
      const facing = -(riseEast * eastPull + riseNorth * northPull) * Math.cos(ALTITUDE);
      shade[i] = (level + facing) / Math.sqrt(1 + riseEast ** 2 + riseNorth ** 2) - level;
    }
  }
  return shade;
}

/** Mean over a square of `2·radius + 1` pixels, cut at the edges. */
function blur(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  return turn(turn(values, width, height, radius), height, width, radius);
}

/** Running mean along rows, written transposed. */
function turn(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let count = 0;
    for (let x = -radius; x < width; x++) {
      if (x + radius < width) {
        sum += values[y * width + x + radius];
        count++;
      }
      if (x - radius - 1 >= 0) {
        sum -= values[y * width + x - radius - 1];
        count--;
      }
      if (x >= 0) result[x * height + y] = sum / count;
    }
  }
  return result;
}

function northing(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

function latitude(y: number): number {
  return (Math.atan(Math.sinh(y)) * 180) / Math.PI;
}
