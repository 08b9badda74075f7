import { PbfReader } from 'pbf';
import type { OsmCollector, OsmMember, OsmTags } from '../../lib/core/network/osm';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/** What the groups of a block share: its strings, and how its integers become degrees and dates. */
interface Block {
  strings: string[];
  /** Nanodegrees. */
  granularity: number;
  latOffset: number;
  lonOffset: number;
  /** Newest edit seen, in units of `dateGranularity` milliseconds. */
  newest: number;
}

/** Decodes one PrimitiveBlock (osmformat.proto) into the collector; any inconsistency throws an Error. */
export function decodePrimitiveBlock(bytes: Uint8Array, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  const block: Block = { strings: [], granularity: 100, latOffset: 0, lonOffset: 0, newest: 0 };
  const groups: Uint8Array[] = [];
  let dateGranularity = 1000;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) block.strings = readStrings(pbf.readBytes());
    else if (field === 2) groups.push(pbf.readBytes());
    else if (field === 17) block.granularity = pbf.readVarint(true);
    else if (field === 18) dateGranularity = pbf.readVarint(true);
    else if (field === 19) block.latOffset = pbf.readVarint(true);
    else if (field === 20) block.lonOffset = pbf.readVarint(true);
  }
  expectEnd(pbf, bytes.length);
  if (!(block.granularity > 0 && dateGranularity > 0)) throw new Error('granularity out of range');
  for (const group of groups) decodeGroup(group, block, collector);
  const newest = new Date(block.newest * dateGranularity);
  if (block.newest > 0 && Number.isFinite(newest.getTime())) collector.sawEdit(isoSeconds(newest));
}

function readStrings(bytes: Uint8Array): string[] {
  const pbf = new PbfReader(bytes);
  const strings: string[] = [];
  for (let field = pbf.nextField(); field; field = pbf.nextField()) if (field === 1) strings.push(pbf.readString());
  expectEnd(pbf, bytes.length);
  return strings;
}

function decodeGroup(bytes: Uint8Array, block: Block, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) decodeNode(pbf.readBytes(), block, collector);
    else if (field === 2) decodeDense(pbf.readBytes(), block, collector);
    else if (field === 3) decodeWay(pbf.readBytes(), block, collector);
    else if (field === 4) decodeRelation(pbf.readBytes(), block, collector);
  }
  expectEnd(pbf, bytes.length);
}

/** Appends a packed field, or a single unpacked value. pbf's own reader would run on past the end of a damaged block. */
function readPacked(pbf: PbfReader, into: number[], zigzag = false): number[] {
  const end = pbf.type === 2 ? pbf.readVarint() + pbf.pos : pbf.pos + 1;
  if (!(end <= pbf.length)) throw new Error('a list runs past its end');
  while (pbf.pos < end) into.push(zigzag ? pbf.readSVarint() : pbf.readVarint());
  return into;
}

function stringAt(block: Block, index: number): string {
  const text = block.strings[index];
  if (text === undefined) throw new Error(`string ${index} of ${block.strings.length}`);
  return text;
}

function tagsOf(block: Block, keys: number[], values: number[]): Record<string, string> {
  if (keys.length !== values.length) throw new Error('tag keys and values differ in number');
  const tags: Record<string, string> = {};
  for (let i = 0; i < keys.length; i++) tags[stringAt(block, keys[i])] = stringAt(block, values[i]);
  return tags;
}

/** Nanodegrees are integers; the seventh decimal is what OSM stores. */
function degreesE7(block: Block, offset: number, value: number): number {
  return Math.round((offset + block.granularity * value) / 100);
}

/** Reads an Info message; false when the object is deleted. */
function readInfo(bytes: Uint8Array, block: Block): boolean {
  const pbf = new PbfReader(bytes);
  let visible = true;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 2) block.newest = Math.max(block.newest, pbf.readVarint());
    else if (field === 6) visible = pbf.readBoolean();
  }
  expectEnd(pbf, bytes.length);
  return visible;
}

function decodeNode(bytes: Uint8Array, block: Block, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  const keys: number[] = [];
  const values: number[] = [];
  let id = NaN;
  let lat = NaN;
  let lon = NaN;
  let visible = true;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 2) readPacked(pbf, keys);
    else if (field === 3) readPacked(pbf, values);
    else if (field === 4) visible = readInfo(pbf.readBytes(), block);
    else if (field === 8) lat = pbf.readSVarint();
    else if (field === 9) lon = pbf.readSVarint();
  }
  expectEnd(pbf, bytes.length);
  if (!visible) return;
  const tags = keys.length ? tagsOf(block, keys, values) : null;
  collector.addNode(id, degreesE7(block, block.lonOffset, lon), degreesE7(block, block.latOffset, lat), tags);
}

function decodeDense(bytes: Uint8Array, block: Block, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  const ids: number[] = [];
  const lats: number[] = [];
  const lons: number[] = [];
  const keysValues: number[] = [];
  let visible: number[] = [];
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) readPacked(pbf, ids, true);
    else if (field === 5) visible = readDenseInfo(pbf.readBytes(), block);
    else if (field === 8) readPacked(pbf, lats, true);
    else if (field === 9) readPacked(pbf, lons, true);
    else if (field === 10) readPacked(pbf, keysValues);
  }
  expectEnd(pbf, bytes.length);
  if (lats.length !== ids.length || lons.length !== ids.length) throw new Error('ids and positions differ in number');
  if (visible.length && visible.length !== ids.length) throw new Error('ids and visibility differ in number');

  let id = 0;
  let lat = 0;
  let lon = 0;
  let at = 0;
  for (let i = 0; i < ids.length; i++) {
    id += ids[i];
    lat += lats[i];
    lon += lons[i];
    let tags: Record<string, string> | null = null;
    if (keysValues.length) {
      while (keysValues[at] !== 0) {
        if (at + 1 >= keysValues.length) throw new Error('tags end early');
        tags ??= {};
        tags[stringAt(block, keysValues[at])] = stringAt(block, keysValues[at + 1]);
        at += 2;
      }
      at++;
    }
    if (visible.length && !visible[i]) continue;
    collector.addNode(id, degreesE7(block, block.lonOffset, lon), degreesE7(block, block.latOffset, lat), tags);
  }
}

function readDenseInfo(bytes: Uint8Array, block: Block): number[] {
  const pbf = new PbfReader(bytes);
  const visible: number[] = [];
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 2) {
      let time = 0;
      for (const step of readPacked(pbf, [], true)) {
        time += step;
        if (time > block.newest) block.newest = time;
      }
    } else if (field === 6) readPacked(pbf, visible);
  }
  expectEnd(pbf, bytes.length);
  return visible;
}

function decodeWay(bytes: Uint8Array, block: Block, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  const keys: number[] = [];
  const values: number[] = [];
  const steps: number[] = [];
  let id = NaN;
  let visible = true;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) readPacked(pbf, keys);
    else if (field === 3) readPacked(pbf, values);
    else if (field === 4) visible = readInfo(pbf.readBytes(), block);
    else if (field === 8) readPacked(pbf, steps, true);
  }
  expectEnd(pbf, bytes.length);
  if (!Number.isSafeInteger(id)) throw new Error('way without an id');
  if (!visible) return;
  const refs = new Float64Array(steps.length);
  for (let i = 0, ref = 0; i < steps.length; i++) refs[i] = ref += steps[i];
  collector.addWay({ id, refs, tags: tagsOf(block, keys, values) });
}

function decodeRelation(bytes: Uint8Array, block: Block, collector: OsmCollector): void {
  const pbf = new PbfReader(bytes);
  const keys: number[] = [];
  const values: number[] = [];
  const roles: number[] = [];
  const steps: number[] = [];
  const types: number[] = [];
  let id = NaN;
  let visible = true;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) readPacked(pbf, keys);
    else if (field === 3) readPacked(pbf, values);
    else if (field === 4) visible = readInfo(pbf.readBytes(), block);
    else if (field === 8) readPacked(pbf, roles);
    else if (field === 9) readPacked(pbf, steps, true);
    else if (field === 10) readPacked(pbf, types);
  }
  expectEnd(pbf, bytes.length);
  if (!Number.isSafeInteger(id)) throw new Error('relation without an id');
  if (steps.length !== roles.length || steps.length !== types.length) throw new Error('members differ in number');
  if (!visible) return;
  const tags: OsmTags = tagsOf(block, keys, values);
  let ref = 0;
  const members = steps.map((step, i): OsmMember => {
    const type = MEMBER_TYPES[types[i]];
    if (!type) throw new Error(`member type ${types[i]}`);
    return { type, ref: (ref += step), role: stringAt(block, roles[i]) };
  });
  collector.addRelation({ id, members, tags });
}

/** `2021-04-08T20:21:00Z`. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The reader skips past the end without complaint: a message must end exactly where its length says. */
export function expectEnd(pbf: PbfReader, end: number): void {
  if (pbf.pos !== end) throw new Error('a field runs past its end');
}
