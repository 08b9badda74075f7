/** SHA-1 (FIPS 180-4) of bytes, 20 bytes. For one-time codes alone, which are defined over it; nothing is signed with it. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block * 64 + i * 4);
    for (let i = 16; i < 80; i++) words[i] = turn(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    let [a, b, c, d, e] = hash;
    for (let i = 0; i < 80; i++) {
      const [mixed, constant] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (turn(a, 5) + mixed + e + constant + words[i]) | 0;
      [a, b, c, d, e] = [next, a, turn(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, i) => (hash[i] = (hash[i] + value) | 0));
  }
  const out = new Uint8Array(20);
  const outView = new DataView(out.buffer);
  hash.forEach((value, i) => outView.setInt32(i * 4, value));
  return out;
}

/** HMAC (RFC 2104) over SHA-1. */
export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > 64 ? sha1(key) : key;
  const padded = (byte: number, rest: Uint8Array) => {
    const bytes = new Uint8Array(64 + rest.length).fill(byte, 0, 64);
    short.forEach((value, i) => (bytes[i] ^= value));
    bytes.set(rest, 64);
    return bytes;
  };
  return sha1(padded(0x5c, sha1(padded(0x36, message))));
}

const turn = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));
