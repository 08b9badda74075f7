import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { CliError } from '../cli/cli-error';

/**
 * A sealed file: the magic, a byte with the cost of the key, 16 bytes of salt, 7 of a nonce, then pieces of 64 KiB, each AES-256-GCM with its tag behind
 * it. The nonce of a piece ends with its number and whether it is the last, so that none can be left out, moved or cut
 * off (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár 2015). The key is scrypt
 * of the secret (N = 2 to the cost, r = 8, p = 1).
 */
const MAGIC = Buffer.from('greenlane-backup-1\n');
const [SALT, NONCE, TAG] = [16, 7, 16];
const PIECE = 64 * 1024;
const HEAD = MAGIC.length + 1 + SALT + NONCE;
const COST = 17;
/** Beyond it one would need more memory than a backup is worth. */
const MOST_COST = 20;

/** Seals what comes; the pieces of the output belong one behind another into a file. */
export async function* seal(plain: AsyncIterable<Buffer>, secret: Buffer, cost = COST): AsyncGenerator<Buffer> {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const head = Buffer.concat([MAGIC, Buffer.from([cost]), salt, nonce]);
  const key = await keyOf(secret, salt, cost);
  yield head;
  let number = 0;
  for await (const { piece, last } of pieces(plain, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(nonce, number, last));
    cipher.setAAD(head);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * What was sealed. Each piece is given on only when it is proven; a file that was cut is told at its end, so nothing of
 * it may count before this generator has ended.
 *
 * @throws CliError where it is no such file, another secret's, or was changed.
 */
export async function* unseal(sealed: AsyncIterable<Buffer>, secret: Buffer): AsyncGenerator<Buffer> {
  const { head, rest } = await takeHead(sealed, HEAD);
  const cost = head[MAGIC.length];
  if (!head.subarray(0, MAGIC.length).equals(MAGIC) || cost > MOST_COST)
    throw new CliError('This is no backup of Greenlane, or one of another version.', 1);
  const nonce = head.subarray(HEAD - NONCE);
  const key = await keyOf(secret, head.subarray(MAGIC.length + 1, HEAD - NONCE), cost);
  let number = 0;
  for await (const { piece, last } of pieces(rest, PIECE + TAG)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(nonce, number, last));
    decipher.setAAD(head);
    try {
      decipher.setAuthTag(piece.subarray(piece.length - TAG));
      yield Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final()]);
    } catch {
      throw new CliError(
        number === 0
          ? 'The backup cannot be opened: it is sealed with another passphrase, or damaged.'
          : 'The backup is damaged or was cut short. Take another copy of it.',
        1
      );
    }
    number += 1;
  }
}

function keyOf(secret: Buffer, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) };
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  );
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, NONCE);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Cuts a stream into pieces of one size; the last, which may be shorter or empty, says that it is. */
async function* pieces(from: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of from) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    // What fills a piece exactly may be the last of all: it waits for what follows.
    for (; held.length - at > size; at += size) yield { piece: held.subarray(at, at + size), last: false };
    held = held.subarray(at);
  }
  yield { piece: held, last: true };
}

async function takeHead(
  from: AsyncIterable<Buffer>,
  length: number
): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const iterator = from[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  while (held.length < length) {
    const { done, value } = await iterator.next();
    if (done) throw new CliError('This is no backup of Greenlane: the file is too short.', 1);
    held = Buffer.concat([held, value]);
  }
  async function* rest(): AsyncGenerator<Buffer> {
    yield held.subarray(length);
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { head: held.subarray(0, length), rest: rest() };
}
