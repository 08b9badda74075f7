/**
 * A TrueType font of one empty glyph, for text that is there to be found, copied and read aloud while a picture shows it.
 * Tables as ISO 32000-1, 9.9 asks of an embedded font: glyf, head, hhea, hmtx, loca, maxp.
 */
export function glyphlessFont(): Uint8Array {
  const unitsPerEm = 1000;
  const tables: [string, Uint8Array][] = [
    ['glyf', new Uint8Array(4)],
    [
      'head',
      pack([
        ['u32', 0x00010000], // version
        ['u32', 0x00010000], // revision
        ['u32', 0], // checksum adjustment
        ['u32', 0x5f0f3cf5], // magic
        ['u16', 0],
        ['u16', unitsPerEm],
        ['u32', 0],
        ['u32', 0], // created
        ['u32', 0],
        ['u32', 0], // modified
        ['u16', 0],
        ['u16', 0],
        ['u16', unitsPerEm],
        ['u16', unitsPerEm], // bounding box
        ['u16', 0],
        ['u16', 8], // least size
        ['u16', 2],
        ['u16', 0], // short loca
        ['u16', 0]
      ])
    ],
    [
      'hhea',
      pack([
        ['u32', 0x00010000],
        ['u16', 800], // ascender
        ['u16', 0x10000 - 200], // descender
        ['u16', 0],
        ['u16', unitsPerEm],
        ...Array.from({ length: 11 }, (): Field => ['u16', 0]),
        ['u16', 1] // one width
      ])
    ],
    [
      'hmtx',
      pack([
        ['u16', unitsPerEm],
        ['u16', 0]
      ])
    ],
    [
      'loca',
      pack([
        ['u16', 0],
        ['u16', 0]
      ])
    ],
    ['maxp', pack([['u32', 0x00010000], ['u16', 1], ...Array.from({ length: 13 }, (): Field => ['u16', 0])])]
  ];
  const head: Field[] = [
    ['u32', 0x00010000],
    ['u16', tables.length],
    ['u16', 64],
    ['u16', 2],
    ['u16', tables.length * 16 - 64]
  ];
  let offset = 12 + tables.length * 16;
  const directory: number[] = [];
  const body: number[] = [];
  for (const [name, bytes] of tables) {
    directory.push(...[...name].map((letter) => letter.charCodeAt(0)));
    directory.push(
      ...pack([
        ['u32', checksum(bytes)],
        ['u32', offset],
        ['u32', bytes.length]
      ])
    );
    const padded = [...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
    body.push(...padded);
    offset += padded.length;
  }
  return Uint8Array.from([...pack(head), ...directory, ...body]);
}

type Field = [size: 'u16' | 'u32', value: number];

function pack(fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([size, value]) =>
      size === 'u16'
        ? [(value >> 8) & 255, value & 255]
        : [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
    )
  );
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum = (sum + bytes[i] * 2 ** (8 * (3 - (i % 4)))) % 2 ** 32;
  return sum;
}
