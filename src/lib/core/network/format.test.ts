import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomNetwork } from '../../../../tests/helpers/random-network';
import { layChains } from '../hierarchy/chains';
import { randomOf } from '../sample/random';
import { crc32 } from './crc32';
import { decodeNetwork, encodeNetwork, NetworkFormatError } from './format';
import type { Network } from './network';

const NETWORK: Network = {
  nodeCount: 3,
  edgeCount: 2,
  wayCount: 1,
  nodeOsmId: Float64Array.of(5, 7, 13_418_017_271),
  nodeLonE7: Int32Array.of(1, -2, 3),
  nodeLatE7: Int32Array.of(-4, 5, -6),
  nodeElevation: Int16Array.of(-32768, 0, 2361),
  nodeBarrier: Uint8Array.of(0, 1, 6),
  edgeFrom: Uint32Array.of(0, 1),
  edgeTo: Uint32Array.of(1, 2),
  edgeWay: Uint32Array.of(0, 0),
  edgeLengthMm: Uint32Array.of(0xffff_ffff, 1),
  edgeGrade: Int16Array.of(-3000, 3000),
  wayOsmId: Float64Array.of(99),
  wayClass: Uint8Array.of(27),
  waySurface: Uint8Array.of(5),
  wayFlags: Uint32Array.of(4095),
  wayMaxspeedForward: Uint8Array.of(50),
  wayMaxspeedBackward: Uint8Array.of(0),
  wayDuration: Uint32Array.of(5400),
  wayLengthMm: Float64Array.of(2 ** 40),
  wayName: Uint32Array.of(1),
  wayRef: Uint32Array.of(2),
  strings: ['', '河口镇', 'RN 2'],
  order: Uint32Array.of(2, 0)
};
const BYTES = encodeNetwork(NETWORK);

function open(bytes: Uint8Array): Network {
  return decodeNetwork(Uint8Array.from(bytes).buffer);
}

/** Puts the right checksum on changed bytes, so that only the later checks can object. */
function resum(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

function codeOf(bytes: Uint8Array): string {
  try {
    open(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkFormatError);
    return (error as NetworkFormatError).code;
  }
  return 'read';
}

describe('network.bin', () => {
  it('gives back every column', () => {
    expect(open(BYTES)).toEqual(NETWORK);
  });

  it('refuses a file cut off anywhere', () => {
    for (let length = 0; length < BYTES.length; length++) expect(codeOf(BYTES.subarray(0, length))).not.toBe('read');
  });

  it('refuses any changed byte', () => {
    fc.assert(
      fc.property(fc.nat(BYTES.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Uint8Array.from(BYTES);
        bytes[at] ^= change;
        expect(codeOf(bytes)).not.toBe('read');
      }),
      { numRuns: 500 }
    );
  });

  it('even with the right checksum never gives an index out of range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: BYTES.length - 1 }), fc.nat(255), (at, value) => {
        const bytes = Uint8Array.from(BYTES);
        bytes[at] = value;
        let network: Network;
        try {
          network = open(resum(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(NetworkFormatError);
          return;
        }
        for (const node of [...network.edgeFrom, ...network.edgeTo]) expect(node).toBeLessThan(network.nodeCount);
        for (const way of network.edgeWay) expect(way).toBeLessThan(network.wayCount);
        for (const name of [...network.wayName, ...network.wayRef]) expect(network.strings[name]).toBeTypeOf('string');
        expect(network.nodeOsmId.length).toBe(network.nodeCount);
      }),
      { numRuns: 2000 }
    );
  });

  it('never gives an order that would lose a way, whatever is written in it', () => {
    const network = randomNetwork(randomOf(1, 'format'), 60);
    const bytes = encodeNetwork(network);
    const at = bytes.length - Math.ceil((network.order as Uint32Array).length / 2) * 8;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1 - at), fc.nat(70)), { maxLength: 4 }), (changes) => {
        const bent = Uint8Array.from(bytes);
        for (const [place, value] of changes) bent[at + place] = value;
        let found: Network;
        try {
          found = open(resum(bent));
        } catch (error) {
          expect(error).toBeInstanceOf(NetworkFormatError);
          return;
        }
        const { arc, start } = layChains(found, found.order as Uint32Array);
        expect([...arc].map((each) => each >> 1).sort((a, b) => a - b)).toEqual([...network.edgeFrom.keys()]);
        expect(start[start.length - 1]).toBe(network.edgeCount);
      }),
      { numRuns: 1000 }
    );
  });

  it('reads a file of the first version, which had no order', () => {
    // Header and table of version 1: one section fewer, everything behind it eight bytes nearer.
    const ahead = 32 + 8 * 22;
    const order = 8 * Math.ceil((NETWORK.order as Uint32Array).length / 2);
    const old = new Uint8Array(BYTES.length - 8 - order);
    old.set(BYTES.subarray(0, ahead - 8));
    old.set(BYTES.subarray(ahead, BYTES.length - order), ahead - 8);
    const view = new DataView(old.buffer);
    view.setUint32(8, 1, true);
    view.setUint32(28, 21, true);
    for (let i = 0; i < 21; i++) view.setUint32(32 + 8 * i, view.getUint32(32 + 8 * i, true) - 8, true);
    expect(open(resum(old))).toEqual({ ...NETWORK, order: null });
    expect(open(encodeNetwork({ ...NETWORK, order: null })).order).toBeNull();
  });

  it('tells what it is', () => {
    expect(codeOf(new TextEncoder().encode('<html>nothing here</html>'))).toBe('not-a-network');
    expect(codeOf(new Uint8Array())).toBe('not-a-network');
    const later = Uint8Array.from(BYTES);
    later[8] = 3;
    expect(codeOf(later)).toBe('other-version');
    expect(codeOf(BYTES.subarray(0, BYTES.length - 8))).toBe('truncated');
    const bent = Uint8Array.from(BYTES);
    bent[BYTES.length - 20] ^= 1;
    expect(codeOf(bent)).toBe('damaged');
  });
});

describe('crc32', () => {
  it('has the known check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf4_3926);
  });

  it.runIf(typeof zlibCrc32 === 'function')('equals zlib on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });
});
