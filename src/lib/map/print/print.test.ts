import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MAP_DATA, type MapData } from '../model';
import { glyphlessFont } from './glyphless-font';
import { legendSymbols } from './legend-symbols';
import { ORIENTATIONS, pageOf, PAPERS } from './paper';
import { wrapText } from './wrap-text';
import { writePdf } from './write-pdf';

/** A Chinese character is two wide, any other one. */
const measure = (text: string) => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0);

describe('paper', () => {
  it('is printed at 200 dots an inch or more, at its true size', () => {
    for (const paper of PAPERS) {
      for (const orientation of ORIENTATIONS) {
        const page = pageOf(paper, orientation);
        expect(page.dotsPerInch).toBeGreaterThanOrEqual(200);
        expect((page.width * page.ratio) / (page.widthMm / 25.4)).toBeCloseTo(page.dotsPerInch, 0);
        expect(page.width > page.height).toBe(orientation === 'landscape');
      }
    }
  });
});

describe('wrapped text', () => {
  it('loses nothing and keeps to the width', () => {
    const words = fc.array(
      fc.constantFrom('village', '27', '分钟', '大科摩罗岛', '，', '.', ' ', '(', '“', '🚑', 'a'),
      {
        maxLength: 40
      }
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrapText(text, width, measure, 'zh-CN');
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      })
    );
  });

  it('begins no line with a closing sign and ends none with an opening one', () => {
    const lines = wrapText('97 个村中有 27 个村（116,117 人），超过 60 分钟；另有 1 个村。', 18, measure, 'zh-CN');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。；）]/);
      expect(line).not.toMatch(/（$/);
    }
  });
});

describe('the key', () => {
  const data: MapData = {
    ...EMPTY_MAP_DATA,
    facilities: [{ id: 'f', lon: 0, lat: 0, tier: 'village-clinic', names: { local: 'f' }, open: false }],
    closures: [{ id: 'c', coordinates: [], speedPercent: 40, planned: false }]
  };

  it('explains what the map bears and nothing else', () => {
    expect(legendSymbols(data, []).map(({ code }) => code)).toEqual(['print-shut-village-clinic', 'map-key-slow']);
    expect(legendSymbols(data, ['facilities']).map(({ code }) => code)).toEqual(['map-key-slow']);
    expect(legendSymbols(EMPTY_MAP_DATA, [])).toEqual([]);
  });
});

/** One grey pixel. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64'
);

describe('PDF', () => {
  const run = (text: string, y: number) => ({ text, x: 10, y, size: 12, width: 100 });
  const write = () => {
    const page = pageOf('a4', 'landscape');
    const runs = [run('大科摩罗岛 <&> 𠮷🚑', 20), run('Minutes (0–15)', 40)];
    const pages = [{ composed: { page, runs }, jpeg: JPEG }];
    return writePdf({ pages, title: '地图 & map', locale: 'zh-CN', madeAt: Date.UTC(2026, 2, 1) });
  };
  /** Contents of every stream, inflated where they are packed. */
  const streams = (document: PDFDocument) =>
    document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream)) return [];
      const packed = object.dict.get(PDFName.of('Filter'))?.toString() === '/FlateDecode';
      return [(packed ? inflateSync(object.getContents()) : Buffer.from(object.getContents())).toString('latin1')];
    });

  it('has one page of the paper’s size, its title and language', async () => {
    const document = await PDFDocument.load(await write());
    expect(document.getPageCount()).toBe(1);
    const { width, height } = document.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    expect(document.getTitle()).toBe('地图 & map');
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toContain('zh-CN');
  });

  it('bears its words as text that is found and copied, unseen over the picture', async () => {
    const all = streams(await PDFDocument.load(await write()));
    const drawn = all.find((each) => each.includes('BT'))!;
    expect(drawn).toMatch(/3 Tr/);
    const shown = [...drawn.matchAll(/<([0-9A-Fa-f]+)> Tj/g)].map(([, codes]) => codes.match(/.{4}/g)!);
    const map = new Map(
      [...all.find((each) => each.includes('beginbfchar'))!.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g)].map(
        ([, code, units]) => [
          code.toLowerCase(),
          String.fromCharCode(...units.match(/.{4}/g)!.map((unit) => parseInt(unit, 16)))
        ]
      )
    );
    const texts = shown.map((codes) => codes.map((code) => map.get(code.toLowerCase())).join(''));
    expect(texts).toEqual(['大科摩罗岛 <&> 𠮷🚑', 'Minutes (0–15)']);
  });

  it('embeds a font whose table of contents and checksums hold', () => {
    const font = glyphlessFont();
    const view = new DataView(font.buffer);
    const tables = view.getUint16(4);
    const names: string[] = [];
    for (let i = 0; i < tables; i++) {
      const at = 12 + i * 16;
      names.push(String.fromCharCode(...font.slice(at, at + 4)));
      const [sum, offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(font.length);
      let own = 0;
      for (let j = 0; j < length; j += 4) own = (own + view.getUint32(offset + j)) >>> 0;
      expect(own).toBe(sum);
    }
    expect(names).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(view.getUint32(view.getUint32(12 + 16 + 8) + 12)).toBe(0x5f0f3cf5);
  });
});
