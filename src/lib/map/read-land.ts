import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { registerPack } from './protocol';
import type { MapPack, Position } from './model';

const LAYER = 'land';

/** Land rings of the few tiles that hold the whole area at the zoom where it fills about one tile. */
export async function readLand(pack: MapPack): Promise<Position[][]> {
  const archive = new PMTiles(registerPack(pack));
  const [west, south, east, north] = pack.bbox;
  const { minZoom, maxZoom } = await archive.getHeader();
  const span = Math.max(east - west, north - south, 1e-6);
  const zoom = Math.max(minZoom, Math.min(maxZoom, Math.floor(Math.log2(360 / span))));
  const [x0, y0] = tileOf(west, north, zoom);
  const [x1, y1] = tileOf(east, south, zoom);
  const rings: Position[][] = [];
  for (let x = x0; x <= x1; x++) {
    for (let y = y0; y <= y1; y++) {
      const tile = await archive.getZxy(zoom, x, y);
      if (tile) rings.push(...landRings(new Uint8Array(tile.data), zoom, x, y));
    }
  }
  return rings;
}

function tileOf(lon: number, lat: number, zoom: number): [number, number] {
  const size = 2 ** zoom;
  const rad = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * size);
  const y = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * size);
  return [x, y];
}

/** Polygon rings of the land layer in degrees (Mapbox Vector Tile 2.1, sections 4.1–4.3). */
export function landRings(bytes: Uint8Array, zoom: number, x: number, y: number): Position[][] {
  const rings: Position[][] = [];
  const tile = new PbfReader(bytes);
  tile.readFields(
    (tag, _: null, pbf) => {
      if (tag !== 3) return;
      const layer = { name: '', extent: 4096, geometries: [] as number[][] };
      pbf.readMessage(readLayer, layer);
      if (layer.name !== LAYER) return;
      const size = layer.extent * 2 ** zoom;
      for (const geometry of layer.geometries) {
        for (const ring of decodeRings(geometry)) {
          rings.push(ring.map(([u, v]) => toDegrees(x * layer.extent + u, y * layer.extent + v, size)));
        }
      }
    },
    null,
    bytes.length
  );
  return rings;
}

function readLayer(tag: number, layer: { name: string; extent: number; geometries: number[][] }, pbf: PbfReader): void {
  if (tag === 1) layer.name = pbf.readString();
  else if (tag === 5) layer.extent = pbf.readVarint();
  else if (tag === 2) {
    const geometry: number[] = [];
    pbf.readMessage((field, into: number[], feature) => {
      if (field === 4) feature.readPackedVarint(into);
    }, geometry);
    layer.geometries.push(geometry);
  }
}

function decodeRings(commands: readonly number[]): [number, number][][] {
  const rings: [number, number][][] = [];
  let ring: [number, number][] = [];
  let [u, v] = [0, 0];
  const unzigzag = (value: number) => (value >> 1) ^ -(value & 1);
  for (let i = 0; i < commands.length;) {
    const command = commands[i] & 7;
    let count = commands[i] >> 3;
    i++;
    if (command === 7) {
      rings.push(ring);
      continue;
    }
    if (command === 1) ring = [];
    for (; count > 0; count--) {
      u += unzigzag(commands[i++]);
      v += unzigzag(commands[i++]);
      ring.push([u, v]);
    }
  }
  return rings;
}

function toDegrees(u: number, v: number, size: number): Position {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * v) / size))) * 180) / Math.PI;
  return [(u / size) * 360 - 180, lat];
}
