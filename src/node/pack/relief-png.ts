import { PNG } from 'pngjs';
import type { Relief } from '../../lib/core/terrain/relief';

/** An 8-bit gray and alpha PNG. */
export function reliefPng({ width, height, gray, alpha }: Relief): Uint8Array {
  const png = new PNG({ width, height });
  for (let i = 0; i < gray.length; i++) {
    png.data.fill(gray[i], 4 * i, 4 * i + 3);
    png.data[4 * i + 3] = alpha[i];
  }
  return PNG.sync.write(png, { colorType: 4, inputHasAlpha: true, deflateLevel: 9 });
}
