import { gunzipSync, gzipSync } from 'node:zlib';
import { PMTiles, zxyToTileId } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { tileId, writePmtiles } from './write-pmtiles';
import type { Tile } from './write-pmtiles';

class MemorySource implements Source {
  constructor(private readonly bytes: Uint8Array) {}
  getKey(): string {
    return 'memory';
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: Uint8Array.from(this.bytes.subarray(offset, offset + length)).buffer };
  }
}

describe('PMTiles archive', () => {
  it('numbers tiles as the format does', () => {
    for (let z = 0; z <= 14; z++) {
      const n = 2 ** z;
      for (const [x, y] of [
        [0, 0],
        [n - 1, n - 1],
        [Math.floor(n * 0.62), Math.floor(n * 0.53)],
        [Math.floor(n * 0.1), Math.floor(n * 0.9)]
      ])
        expect(tileId({ z, x, y })).toBe(zxyToTileId(z, x, y));
    }
  });

  it.each([40, 130])(
    'is read back whole by the reference reader, with leaf directories or without (%i tiles a side)',
    async (side) => {
      const tiles: Tile[] = [];
      for (let x = 0; x < side; x++)
        for (let y = 0; y < side; y++)
          tiles.push({
            z: 8,
            x,
            y,
            bytes: gzipSync(Buffer.from(x % 7 === 0 ? 'same' : `${x}/${y} ${'-'.repeat((x * y) % 50)}`))
          });
      const archive = writePmtiles({
        tiles,
        minZoom: 8,
        maxZoom: 8,
        bbox: [43, -12, 44, -11],
        metadata: { name: 'test' }
      });
      const reader = new PMTiles(new MemorySource(archive));
      const header = await reader.getHeader();
      expect(header).toMatchObject({ minZoom: 8, maxZoom: 8, minLon: 43, maxLat: -11, numAddressedTiles: side * side });
      expect(await reader.getMetadata()).toEqual({ name: 'test' });
      for (const tile of tiles.filter((_, i) => i % 97 === 0)) {
        const read = await reader.getZxy(8, tile.x, tile.y);
        expect(Buffer.from(read!.data).toString()).toBe(gunzipSync(tile.bytes).toString());
      }
      expect(await reader.getZxy(8, side, 0)).toBeUndefined();
    }
  );
});
