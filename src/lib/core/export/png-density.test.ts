import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { withDensity } from './png-density';

it('states the density and leaves the picture as it was', () => {
  const png = new PNG({ width: 3, height: 2 });
  png.data.fill(200);
  const bytes = PNG.sync.write(png);
  const out = withDensity(bytes, 288);
  const read = PNG.sync.read(Buffer.from(out));
  expect([read.width, read.height]).toEqual([3, 2]);
  expect(read.data.equals(png.data)).toBe(true);
  const at = Buffer.from(out).indexOf('pHYs');
  const view = new DataView(out.buffer);
  // 288 dots an inch are 11,339 a metre.
  expect([view.getUint32(at + 4), view.getUint32(at + 8), out[at + 12]]).toEqual([11_339, 11_339, 1]);
});

it('refuses what is no PNG', () => {
  expect(() => withDensity(new Uint8Array(50), 288)).toThrow(RangeError);
});
