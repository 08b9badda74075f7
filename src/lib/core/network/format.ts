import { layChains, OrderMisfit } from '../hierarchy/chains';
import { crc32 } from './crc32';
import { BARRIER_KINDS, ROAD_CLASSES, SURFACES, type Network } from './network';

/**
 * `network.bin`, little-endian:
 *
 *     bytes 0–7    "GLNETWRK"
 *     8            uint32 version (2)
 *     12           uint32 CRC-32 of everything from byte 16 on
 *     16           uint32 nodeCount, edgeCount, wayCount, section count
 *     32           per section: uint32 offset, uint32 bytes; sections in the order of SECTIONS, each at a multiple of 8
 *
 * After them `strings`, a JSON array in UTF-8, and `order`, uint32 node indices as `Network.order` has them; it is empty
 * where there is none. Version 1 has no such section: it is read, and its roads are searched without a hierarchy.
 */
const MAGIC = 'GLNETWRK';
const VERSION = 2;
const FIRST_VERSION = 1;
const HEADER_BYTES = 32;

type Counted = 'nodeCount' | 'edgeCount' | 'wayCount';
type Column = Exclude<keyof Network, Counted | 'strings' | 'order'>;
type Numbers = Float64Array | Uint32Array | Int32Array | Int16Array | Uint8Array;
interface NumbersOf<T extends Numbers> {
  new (buffer: ArrayBuffer, offset: number, length: number): T;
  BYTES_PER_ELEMENT: number;
}

const SECTIONS: readonly [Column, Counted, NumbersOf<Numbers>][] = [
  ['nodeOsmId', 'nodeCount', Float64Array],
  ['nodeLonE7', 'nodeCount', Int32Array],
  ['nodeLatE7', 'nodeCount', Int32Array],
  ['nodeElevation', 'nodeCount', Int16Array],
  ['nodeBarrier', 'nodeCount', Uint8Array],
  ['edgeFrom', 'edgeCount', Uint32Array],
  ['edgeTo', 'edgeCount', Uint32Array],
  ['edgeWay', 'edgeCount', Uint32Array],
  ['edgeLengthMm', 'edgeCount', Uint32Array],
  ['edgeGrade', 'edgeCount', Int16Array],
  ['wayOsmId', 'wayCount', Float64Array],
  ['wayClass', 'wayCount', Uint8Array],
  ['waySurface', 'wayCount', Uint8Array],
  ['wayFlags', 'wayCount', Uint32Array],
  ['wayMaxspeedForward', 'wayCount', Uint8Array],
  ['wayMaxspeedBackward', 'wayCount', Uint8Array],
  ['wayDuration', 'wayCount', Uint32Array],
  ['wayLengthMm', 'wayCount', Float64Array],
  ['wayName', 'wayCount', Uint32Array],
  ['wayRef', 'wayCount', Uint32Array]
];
/** Sections of each version: the columns, strings, order. */
const sectionsOf = (version: number) => SECTIONS.length + (version === FIRST_VERSION ? 1 : 2);
const tableBytes = (version: number) => sectionsOf(version) * 8;

export type NetworkFormatFault = 'not-a-network' | 'other-version' | 'truncated' | 'damaged';

/** A network file that must not be used; `detail` names the byte or the section. The cure is to build the pack again. */
export class NetworkFormatError extends Error {
  constructor(
    readonly code: NetworkFormatFault,
    readonly detail: string
  ) {
    super(`network.bin: ${code} (${detail}); build the area pack again`);
  }
}

export function encodeNetwork(network: Network): Uint8Array {
  const strings = new TextEncoder().encode(JSON.stringify(network.strings));
  const sections = SECTIONS.map(([column]) => {
    const numbers = network[column];
    return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  });
  const order = network.order ?? new Uint32Array();
  sections.push(strings, new Uint8Array(order.buffer, order.byteOffset, order.byteLength));
  const offsets: number[] = [];
  let end = HEADER_BYTES + tableBytes(VERSION);
  for (const section of sections) {
    offsets.push(end);
    end += Math.ceil(section.length / 8) * 8;
  }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, VERSION, true);
  [network.nodeCount, network.edgeCount, network.wayCount, sections.length].forEach((count, i) =>
    view.setUint32(16 + 4 * i, count, true)
  );
  sections.forEach((section, i) => {
    view.setUint32(HEADER_BYTES + 8 * i, offsets[i], true);
    view.setUint32(HEADER_BYTES + 8 * i + 4, section.length, true);
    bytes.set(section, offsets[i]);
  });
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/**
 * Opens a network file; the columns are views into the buffer. Checks the sum, the shape and every index, and throws a
 * NetworkFormatError rather than give a wrong network.
 */
export function decodeNetwork(buffer: ArrayBuffer): Network {
  const view = new DataView(buffer);
  const start = new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength));
  if (new TextDecoder().decode(start) !== MAGIC) throw new NetworkFormatError('not-a-network', 'byte 0');
  if (buffer.byteLength < HEADER_BYTES) throw new NetworkFormatError('truncated', `byte ${buffer.byteLength}`);
  const version = view.getUint32(8, true);
  if (version !== VERSION && version !== FIRST_VERSION)
    throw new NetworkFormatError('other-version', `${version}, wanted ${VERSION}`);
  if (buffer.byteLength < HEADER_BYTES + tableBytes(version))
    throw new NetworkFormatError('truncated', `byte ${buffer.byteLength}`);
  const sections = readTable(view, version);
  if (crc32(new Uint8Array(buffer, 16)) !== view.getUint32(12, true))
    throw new NetworkFormatError('damaged', 'checksum differs');

  const counts = {
    nodeCount: view.getUint32(16, true),
    edgeCount: view.getUint32(20, true),
    wayCount: view.getUint32(24, true)
  };
  const columns = SECTIONS.map(([column, counted, type], i) => {
    const { offset, bytes } = sections[i];
    if (bytes !== counts[counted] * type.BYTES_PER_ELEMENT)
      throw new NetworkFormatError('damaged', `section ${column} has ${bytes} bytes`);
    return [column, new type(buffer, offset, counts[counted])];
  });
  const { offset, bytes } = sections[SECTIONS.length];
  const strings = readStrings(new Uint8Array(buffer, offset, bytes));
  const order = version === FIRST_VERSION ? null : readOrder(buffer, sections[SECTIONS.length + 1]);
  const network = { ...counts, ...Object.fromEntries(columns), strings, order } as Network;
  checkIndices(network);
  checkOrder(network);
  return network;
}

function readTable(view: DataView, version: number): { offset: number; bytes: number }[] {
  if (view.getUint32(28, true) !== sectionsOf(version)) throw new NetworkFormatError('damaged', 'section count');
  return Array.from({ length: sectionsOf(version) }, (_, i) => {
    const offset = view.getUint32(HEADER_BYTES + 8 * i, true);
    const bytes = view.getUint32(HEADER_BYTES + 8 * i + 4, true);
    if (offset % 8 || offset < HEADER_BYTES + tableBytes(version))
      throw new NetworkFormatError('damaged', `section ${i}`);
    if (offset + bytes > view.byteLength) throw new NetworkFormatError('truncated', `byte ${view.byteLength}`);
    return { offset, bytes };
  });
}

function readStrings(bytes: Uint8Array): string[] {
  try {
    const strings: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(strings) && strings[0] === '' && strings.every((each) => typeof each === 'string'))
      return strings;
  } catch {
    // Told below, with the other ways it can be wrong.
  }
  throw new NetworkFormatError('damaged', 'section strings');
}

function readOrder(buffer: ArrayBuffer, { offset, bytes }: { offset: number; bytes: number }): Uint32Array | null {
  if (bytes % 4 !== 0) throw new NetworkFormatError('damaged', `section order has ${bytes} bytes`);
  return bytes === 0 ? null : new Uint32Array(buffer, offset, bytes / 4);
}

/** An order that is none of this network would make ways disappear. */
function checkOrder(network: Network): void {
  if (!network.order) return;
  try {
    layChains(network, network.order);
  } catch (error) {
    if (error instanceof OrderMisfit) throw new NetworkFormatError('damaged', `section order: ${error.detail}`);
    throw error;
  }
}

function checkIndices(network: Network): void {
  const { nodeCount, wayCount, strings } = network;
  const limits: [Column, number][] = [
    ['edgeFrom', nodeCount],
    ['edgeTo', nodeCount],
    ['edgeWay', wayCount],
    ['nodeBarrier', BARRIER_KINDS.length],
    ['wayClass', ROAD_CLASSES.length],
    ['waySurface', SURFACES.length],
    ['wayName', strings.length],
    ['wayRef', strings.length]
  ];
  for (const [column, limit] of limits) {
    const numbers = network[column];
    for (let i = 0; i < numbers.length; i++)
      if (numbers[i] >= limit) throw new NetworkFormatError('damaged', `${column}[${i}] is ${numbers[i]}`);
  }
}
