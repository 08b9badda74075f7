import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal';

/** A key that costs little: what is tried here is the seal. */
const CHEAP = 4;
const SECRET = Buffer.from('a passphrase of some length');

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
/** Some bytes, none like the next. */
const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255));
const sealed = (bytes: Buffer) => whole(seal(inChunks(bytes, 50_000), SECRET, CHEAP));
const PIECE = 64 * 1024;

describe('a sealed file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17])(
    'of %i bytes opens as it was',
    async (length) => {
      const bytes = bytesOf(length);
      const file = await sealed(bytes);
      expect(file.includes(bytes.subarray(0, 64)) && length > 64).toBe(false);
      for (const size of [997, 1 << 20])
        expect((await whole(unseal(inChunks(file, size), SECRET))).equals(bytes)).toBe(true);
    }
  );

  it('sealed twice is never the same', async () => {
    const [one, other] = [await sealed(bytesOf(99)), await sealed(bytesOf(99))];
    expect(one.equals(other)).toBe(false);
  });

  it('opens for nobody else', async () => {
    const file = await sealed(bytesOf(10));
    await expect(whole(unseal(inChunks(file, 999), Buffer.from('another passphrase')))).rejects.toThrow(
      'another passphrase'
    );
    await expect(whole(unseal(inChunks(Buffer.from('PK hello'.repeat(9)), 999), SECRET))).rejects.toThrow('no backup');
    await expect(whole(unseal(inChunks(Buffer.from('short'), 999), SECRET))).rejects.toThrow('too short');
  });

  it('that was changed or cut anywhere is refused, at the latest at its end', async () => {
    const file = await sealed(bytesOf(2 * PIECE));
    const damage = fc.record({ at: fc.nat(file.length - 1), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, cut }) => {
        const harmed = Buffer.from(cut ? file.subarray(0, at) : file);
        if (!cut) harmed[at] ^= 1;
        await expect(whole(unseal(inChunks(harmed, 70_000), SECRET))).rejects.toThrow();
      }),
      { numRuns: 200 }
    );
    // Whole pieces left out at the end or moved.
    const head = file.length - 2 * (PIECE + 16);
    const [first, second] = [file.subarray(head, head + PIECE + 16), file.subarray(head + PIECE + 16)];
    for (const pieces of [[first], [second], [second, first], [first, second, second]])
      await expect(
        whole(unseal(inChunks(Buffer.concat([file.subarray(0, head), ...pieces]), 70_000), SECRET))
      ).rejects.toThrow();
  });
});
