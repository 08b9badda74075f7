import { describe, expect, it } from 'vitest';
import { coverOfShares } from './cover-of-shares';
import { frameLand, landCell, landCentre, type Land } from './land';
import { decodeLand, encodeLand } from './land-format';

const frame = frameLand([43.2, -11.95, 43.23, -11.92], 100);
const cells = frame.columns * frame.rows;
const land: Land = {
  ...frame,
  cover: Uint8Array.from({ length: cells }, (_, i) => i % 11),
  elevation: Int16Array.from({ length: cells }, (_, i) => (i % 7 === 0 ? -32768 : i))
};

describe('land.bin', () => {
  it('reads again what was written, with and without elevation', () => {
    for (const each of [land, { ...land, elevation: null }])
      expect(decodeLand(encodeLand(each).buffer as ArrayBuffer)).toEqual(each);
  });

  it('refuses every file cut off, and every one with a byte changed', () => {
    const bytes = encodeLand(land);
    for (let length = 0; length < bytes.length; length += 97)
      expect(() => decodeLand(bytes.slice(0, length).buffer)).toThrow(/land\.bin: .*build the area pack again/);
    for (let at = 0; at < bytes.length; at += 61) {
      const other = bytes.slice();
      other[at] ^= 0x10;
      expect(() => decodeLand(other.buffer)).toThrow(/land\.bin/);
    }
  });
});

describe('frameLand', () => {
  it('has each cell hold its own centre, and nothing beyond', () => {
    for (let cell = 0; cell < cells; cell++) expect(landCell(frame, ...landCentre(frame, cell))).toBe(cell);
    expect(landCell(frame, 43.19, -11.93)).toBe(-1);
    expect(landCell(frame, 43.21, -11.9)).toBe(-1);
  });
});

describe('coverOfShares', () => {
  it('takes the greatest share, water from half the cell, nothing without a value', () => {
    expect(coverOfShares({ water: 10, tree: 40, grass: 50 })).toBe('grass');
    expect(coverOfShares({ water: 50, tree: 50 })).toBe('water');
    expect(coverOfShares({ water: 49, tree: 1 })).toBe('tree');
    expect(coverOfShares({ water: NaN, tree: NaN })).toBe('none');
    expect(coverOfShares({ water: 0, tree: 0 })).toBe('unknown');
  });
});
