/** Plain reading of an OSM file and of SRTM tiles for checks: nothing of the importer is used. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface PlainOsm {
  /** Degrees × 1e7. */
  nodes: Map<number, { lon: number; lat: number; tags: Record<string, string> }>;
  ways: Map<number, { refs: number[]; tags: Record<string, string> }>;
}

export function readPlainOsm(path: string): PlainOsm {
  const bytes = readFileSync(path);
  if (path.endsWith('.pbf')) return readPbf(bytes);
  return readXml((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

function readXml(text: string): PlainOsm {
  const osm: PlainOsm = { nodes: new Map(), ways: new Map() };
  const attribute = (element: string, name: string): string =>
    new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
      .exec(element)
      ?.slice(1)
      .find((each) => each !== undefined) ?? '';
  const plain = (value: string): string =>
    value
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  let tags: Record<string, string> = {};
  let refs: number[] = [];
  for (const [element] of text.matchAll(/<(node|way|nd|tag|relation)\b[^>]*>/g)) {
    if (element.startsWith('<node')) {
      tags = {};
      const degrees = (name: string): number => Math.round(Number(attribute(element, name)) * 1e7);
      osm.nodes.set(Number(attribute(element, 'id')), { lon: degrees('lon'), lat: degrees('lat'), tags });
    } else if (element.startsWith('<way')) {
      tags = {};
      refs = [];
      osm.ways.set(Number(attribute(element, 'id')), { refs, tags });
    } else if (element.startsWith('<relation')) {
      tags = {};
    } else if (element.startsWith('<nd')) refs.push(Number(attribute(element, 'ref')));
    else tags[plain(attribute(element, 'k'))] = plain(attribute(element, 'v'));
  }
  return osm;
}

/** Fields of a protobuf message: number and either an integer or bytes. */
function* fields(bytes: Uint8Array): Generator<[number, number, Uint8Array]> {
  const at = { i: 0 };
  while (at.i < bytes.length) {
    const key = varint(bytes, at);
    const wire = key % 8;
    if (wire === 0) yield [Math.floor(key / 8), varint(bytes, at), bytes.subarray(0, 0)];
    else if (wire === 2) {
      const length = varint(bytes, at);
      yield [Math.floor(key / 8), 0, bytes.subarray(at.i, at.i + length)];
      at.i += length;
    } else at.i += wire === 5 ? 4 : 8;
  }
}

function varint(bytes: Uint8Array, at: { i: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at.i++];
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

function packed(bytes: Uint8Array): number[] {
  const at = { i: 0 };
  const values: number[] = [];
  while (at.i < bytes.length) values.push(varint(bytes, at));
  return values;
}

const zigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function readPbf(file: Buffer): PlainOsm {
  const osm: PlainOsm = { nodes: new Map(), ways: new Map() };
  for (let i = 0; i < file.length;) {
    const headerLength = file.readUInt32BE(i);
    let size = 0;
    let kind = '';
    for (const [field, value, bytes] of fields(file.subarray(i + 4, i + 4 + headerLength))) {
      if (field === 1) kind = Buffer.from(bytes).toString();
      if (field === 3) size = value;
    }
    const start = i + 4 + headerLength;
    i = start + size;
    if (kind !== 'OSMData') continue;
    for (const [field, , bytes] of fields(file.subarray(start, i))) {
      if (field === 1) readBlock(bytes, osm);
      if (field === 3) readBlock(inflateSync(bytes), osm);
    }
  }
  return osm;
}

function readBlock(block: Uint8Array, osm: PlainOsm): void {
  let strings: string[] = [];
  let granularity = 100;
  for (const [field, value, bytes] of fields(block)) {
    if (field === 1) strings = [...fields(bytes)].map(([, , text]) => Buffer.from(text).toString('utf8'));
    if (field === 17) granularity = value;
  }
  for (const [field, , group] of fields(block)) {
    if (field !== 2) continue;
    for (const [kind, , bytes] of fields(group)) {
      if (kind === 2) readDense(bytes, strings, granularity, osm);
      if (kind === 3) readWay(bytes, strings, osm);
    }
  }
}

function readDense(dense: Uint8Array, strings: string[], granularity: number, osm: PlainOsm): void {
  const columns = new Map<number, number[]>();
  for (const [field, , bytes] of fields(dense)) columns.set(field, packed(bytes));
  const [ids = [], lats = [], lons = [], pairs = []] = [1, 8, 9, 10].map((field) => columns.get(field));
  let [id, lat, lon, pair] = [0, 0, 0, 0];
  for (let i = 0; i < ids.length; i++) {
    id += zigzag(ids[i]);
    lat += zigzag(lats[i]);
    lon += zigzag(lons[i]);
    const tags: Record<string, string> = {};
    for (; pair < pairs.length && pairs[pair] !== 0; pair += 2) tags[strings[pairs[pair]]] = strings[pairs[pair + 1]];
    pair++;
    osm.nodes.set(id, { lon: (lon * granularity) / 100, lat: (lat * granularity) / 100, tags });
  }
}

function readWay(way: Uint8Array, strings: string[], osm: PlainOsm): void {
  let [id, ref] = [0, 0];
  let [keys, values, refs]: number[][] = [[], [], []];
  for (const [field, value, bytes] of fields(way)) {
    if (field === 1) id = value;
    if (field === 2) keys = packed(bytes);
    if (field === 3) values = packed(bytes);
    if (field === 8) refs = packed(bytes).map((delta) => (ref += zigzag(delta)));
  }
  osm.ways.set(id, { refs, tags: Object.fromEntries(keys.map((key, i) => [strings[key], strings[values[i]]])) });
}

/** Metres at a position by bilinear interpolation in SRTM tiles (.hgt or .hgt.zip); NaN outside and at voids. */
export function plainElevation(paths: string[]): (lon: number, lat: number) => number {
  const tiles = new Map<string, Buffer>();
  for (const path of paths) {
    const bytes = readFileSync(path);
    tiles.set(basename(path).slice(0, 7), path.endsWith('.zip') ? onlyEntry(bytes) : bytes);
  }
  return (lon, lat) => {
    const [south, west] = [Math.floor(lat), Math.floor(lon)];
    const name =
      `${south < 0 ? 'S' : 'N'}${String(Math.abs(south)).padStart(2, '0')}` +
      `${west < 0 ? 'W' : 'E'}${String(Math.abs(west)).padStart(3, '0')}`;
    const tile = tiles.get(name);
    if (!tile) return NaN;
    const size = Math.sqrt(tile.length / 2);
    const [x, y] = [(lon - west) * (size - 1), (south + 1 - lat) * (size - 1)];
    const [x0, y0] = [Math.min(Math.floor(x), size - 2), Math.min(Math.floor(y), size - 2)];
    const at = (column: number, row: number): number => {
      const metres = tile.readInt16BE(2 * (row * size + column));
      return metres === -32768 ? NaN : metres;
    };
    const [fx, fy] = [x - x0, y - y0];
    const north = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    return north * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
  };
}

/** The one file of a zip archive, by its central directory. */
function onlyEntry(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const directory = zip.readUInt32LE(end + 16);
  const packedSize = zip.readUInt32LE(directory + 20);
  const local = zip.readUInt32LE(directory + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const data = zip.subarray(start, start + packedSize);
  return zip.readUInt16LE(directory + 10) === 0 ? data : inflateRawSync(data);
}
