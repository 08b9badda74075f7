import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeGb18030, encodeUtf16 } from '../../../../tests/fixtures/tables/gb18030';
import { COMMON_HANZI } from './common-hanzi';
import { decodeText, detectEncoding } from './detect-encoding';
import { findHeadings } from './find-headings';
import { guessColumns, guessKind, headingKey, keptMapping } from './guess-columns';
import { readCsv } from './read-csv';
import { readGeoJson } from './read-geojson';
import { openXlsx } from './read-xlsx';
import { cellAt, TABLE_LIMITS, TableError, type Grid, type TableTrouble } from './table';
import { tableFormat } from './table-format';
import { writeXlsx } from './write-xlsx';

const hanzi = fc.constantFrom(...COMMON_HANZI);
const name = fc.array(hanzi, { minLength: 2, maxLength: 6 }).map((each) => each.join(''));
const csvText = fc
  .array(fc.tuple(name, name, fc.nat(1e6)), { minLength: 4, maxLength: 30 })
  .map((rows) => `乡镇,行政村,常住人口\r\n${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

function trouble(work: () => unknown): TableTrouble | 'none' {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof TableError) return error.code;
    throw error;
  }
}
const rowsOf = (grid: Grid) =>
  Array.from(grid.rowNumbers, (_, row) =>
    Array.from({ length: grid.columnCount }, (__, column) => cellAt(grid, row, column))
  );

describe('encodings', () => {
  const ways = [
    ['utf-8', (text: string) => strToU8(text)],
    ['utf-8', (text: string) => strToU8(`\uFEFF${text}`)],
    ['utf-16le', (text: string) => encodeUtf16(text, 'le', true)],
    ['utf-16be', (text: string) => encodeUtf16(text, 'be', true)],
    ['utf-16le', (text: string) => encodeUtf16(text, 'le', false)],
    ['utf-16be', (text: string) => encodeUtf16(text, 'be', false)],
    ['gb18030', (text: string) => encodeGb18030(text)]
  ] as const;
  it.each(ways)('%s is known and read back', (encoding, encode) => {
    fc.assert(
      fc.property(csvText, (text) => {
        const bytes = encode(text);
        expect(detectEncoding(bytes)).toMatchObject({ encoding, sure: true });
        expect(decodeText(bytes, encoding)).toBe(text);
      }),
      { numRuns: 50 }
    );
  });
});

describe('Windows-1252', () => {
  const western = (text: string) =>
    Uint8Array.from(text, (each) => (each === '’' ? 0x92 : each === 'œ' ? 0x9c : each.charCodeAt(0)));
  it.each([
    ['accents before a blank or a comma', 'name,township,residents\nVillage é à ç,Moroni,9\n'],
    ['headings with accents', 'Région;Localité;Population\nNgazidja;Hôpital d’Arrêt Sacré Cœur;3\n'],
    ['an odd number of bytes', 'name,township,residents\nSanté,Moroni,10\n'],
    ['many rows', 'name,township\n' + 'Mbéni à côté,Hamahamet\nM’kazi,Bambao\nÉcole, Fumbuni\n'.repeat(9000)]
  ])('is known by %s and read back', (_name, text) => {
    const bytes = western(text);
    expect(detectEncoding(bytes)).toEqual({ encoding: 'windows-1252', markBytes: 0, sure: true });
    expect(decodeText(bytes, 'windows-1252')).toBe(text);
    expect(findHeadings(readCsv(bytes).grid).headings).toEqual(text.split('\n')[0].split(/[,;]/));
  });

  it('is asked for where Chinese fits as well, and never taken for a Chinese text with damage', () => {
    expect(detectEncoding(western('nom,population\nRégion,4\n'))).toMatchObject({ encoding: 'gb18030', sure: false });
    fc.assert(
      fc.property(csvText, fc.nat(), (text, at) => {
        const bytes = encodeGb18030(text);
        bytes[at % bytes.length] = 0xff;
        expect(detectEncoding(bytes)).toMatchObject({ encoding: 'gb18030', sure: false });
      }),
      { numRuns: 200 }
    );
  });
});

describe('CSV', () => {
  it('keeps row numbers of the file over blank lines, and names rows with too many cells', () => {
    const { grid } = readCsv(strToU8('标题\n\n乡镇,行政村,人口\n龙潭,"清\n泉",3\n\n龙潭,多,1,2,3\n'));
    const sheet = findHeadings(grid);
    expect([sheet.headingRow, ...sheet.rowNumbers]).toEqual([3, 4, 6]);
    expect([...sheet.overlong]).toEqual([[6, 5]]);
  });

  it.each([';', '\t', '|', '，'])('finds the separator %j', (separator) => {
    const text = ['乡镇', '行政村', '人口'].join(separator) + '\n' + ['龙潭', '清泉,东', '3'].join(separator);
    expect(rowsOf(readCsv(strToU8(text)).grid)[1]).toEqual(['龙潭', '清泉,东', '3']);
  });
});

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A zip of one part whose directory states its sizes in 64 bits, as programs do from 4 GB on. */
function claimWide(zip: Uint8Array, claimed: number): Uint8Array {
  const old = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const entry = old.getUint32(end + 16, true);
  const field = new DataView(new ArrayBuffer(20));
  field.setUint16(0, 1, true);
  field.setUint16(2, 16, true);
  field.setBigUint64(4, BigInt(claimed), true);
  field.setBigUint64(12, BigInt(old.getUint32(entry + 20, true)), true);
  const wide = Uint8Array.of(...zip.subarray(0, end), ...new Uint8Array(field.buffer), ...zip.subarray(end));
  const view = new DataView(wide.buffer);
  view.setUint32(entry + 20, 0xffffffff, true);
  view.setUint32(entry + 24, 0xffffffff, true);
  view.setUint16(entry + 30, 20, true);
  return wide;
}

describe('XLSX', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    name,
    fc.constantFrom('=1+1', '@x', '500242101201', '<b>&"', '007')
  );

  it('reads what it writes, codes and formulas as text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }), (rows) => {
        const grid = openXlsx(writeXlsx([{ name: '表', rows }])).readSheet(0);
        const wanted = rows.map((row) =>
          Array.from({ length: grid.columnCount }, (_, column) => {
            const value = row[column] ?? null;
            // XML has no control characters, and a line break there is one character.
            return value === null ? '' : String(value).replace(CONTROL, '').replace(/\r\n?/g, '\n').trim();
          })
        );
        expect(rowsOf(grid)).toEqual(wanted.filter((row) => row.some((value) => value !== '')));
      }),
      { numRuns: 100 }
    );
  });

  const parts = (sheet: string, more: Record<string, string> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
          'xl/worksheets/sheet1.xml': sheet,
          'xl/worksheets/sheet2.xml': '<worksheet><dimension ref="A1:C9"/><sheetData/></worksheet>',
          ...more
        }).map(([path, text]) => [path, strToU8(text)])
      )
    );

  it('takes shared texts, rich and phonetic, dates, truth values, long codes and cells without an address', () => {
    const book = openXlsx(
      parts(
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c t="s"><x:v>0</x:v></x:c><x:c r="C3" s="1"><x:v>46348</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c><x:v>5.00242101201E11</x:v></x:c><x:c><x:v>0.30000000000000004</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        {
          'xl/sharedStrings.xml':
            '<sst><si><r><t>龙</t></r><r><t>潭</t></r><rPh sb="0" eb="1"><t>longtan</t></rPh></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>'
        }
      )
    );
    expect(book.sheets).toEqual([
      { name: 'A', rows: null, columns: null },
      { name: 'B', rows: 9, columns: 3 }
    ]);
    const grid = book.readSheet(0);
    expect([...grid.rowNumbers]).toEqual([3]);
    expect(rowsOf(grid)[0]).toEqual(['龙潭', '', '2026-11-22', 'TRUE', '500242101201', '0.3']);
  });

  it('a formula that was never reckoned is no empty cell; one that came to nothing is', () => {
    const cells =
      '<c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>IF(1,"","")</f><v></v></c><c r="D1"><f t="shared" si="0"/></c><c r="E1"><v>7</v></c>';
    const book = openXlsx(parts(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`));
    expect(rowsOf(book.readSheet(0))).toEqual([['=B1*2', '2', '', '=', '7']]);
  });

  it('a bomb, a far cell, too many rows, damage and a password end with their own word', () => {
    const bomb = parts(`<worksheet><sheetData>${' '.repeat(40 * 1024 * 1024)}</sheetData></worksheet>`);
    expect(trouble(() => openXlsx(bomb))).toBe('zip-bomb');
    // One of 4 GB and more has its size in a field of 64 bits.
    expect(trouble(() => openXlsx(claimWide(zipSync({ 'xl/workbook.xml': strToU8('x') }), 5e9)))).toBe('zip-bomb');
    // A bomb that lies about its size is caught while it is inflated.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(trouble(() => openXlsx(lying).readSheet(0))).toBe('zip-bomb');
    const cells = (xml: string) => openXlsx(parts(`<worksheet><sheetData>${xml}</sheetData></worksheet>`)).readSheet(0);
    expect(trouble(() => cells('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('too-many-columns');
    const many = Array.from({ length: 11 }, (_, i) => `<row r="${i * 100 + 1}"><c><v>1</v></c></row>`).join('');
    const limited = openXlsx(parts(`<worksheet><sheetData>${many}</sheetData></worksheet>`), {
      ...TABLE_LIMITS,
      rows: 10
    });
    expect(trouble(() => limited.readSheet(0))).toBe('too-many-rows');
    expect(cells('<row r="1048576"/><row r="1"><c r="A1"/><c r="B1"><v>1</v></c></row>').rowNumbers).toHaveLength(1);
    expect(trouble(() => openXlsx(bomb.slice(0, 2000)))).toBe('damaged-file');
    expect(trouble(() => cells('<row><c></row>'))).toBe('damaged-file');
    expect(trouble(() => tableFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xlsx'))).toBe('protected-excel');
    expect(trouble(() => tableFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xls'))).toBe('old-excel');
  });

  it('a trouble names the row of the file, also below rows without a value', () => {
    const troubled = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return [(error as TableError).code, (error as TableError).params.row];
      }
    };
    const far = '<row r="1"><c><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const book = openXlsx(parts(`<worksheet><sheetData>${far}</sheetData></worksheet>`));
    expect(troubled(() => book.readSheet(0))).toEqual(['too-many-columns', 1048576]);
    expect(troubled(() => readCsv(strToU8(`a,b\n\n\n1,${'x'.repeat(40_000)}\n`)))).toEqual(['cell-too-long', 4]);
    const features = [{}, {}, { n: 'x'.repeat(40_000) }].map((properties) => ({ type: 'Feature', properties }));
    const collection = JSON.stringify({ type: 'FeatureCollection', features });
    expect(troubled(() => readGeoJson(collection))).toEqual(['cell-too-long', 4]);
  });

  it('what only bears the name of a table is told apart: protected, a web page, another archive, a program', () => {
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...encodeUtf16('EncryptedPackage', 'le', false));
    expect(trouble(() => tableFormat(ole, 'renamed.xls'))).toBe('protected-excel');
    expect(trouble(() => tableFormat(strToU8(' <html><table><tr><td>乡镇</td></tr></table>'), '村.xls'))).toBe(
      'web-table'
    );
    const zip = (name: string) => zipSync({ [name]: strToU8('x') });
    expect(trouble(() => openXlsx(zip('word/document.xml')))).toBe('unknown-format');
    expect(trouble(() => openXlsx(zip('xl/workbook.bin')))).toBe('old-excel');
    const program = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256);
    expect(trouble(() => readCsv(program))).toBe('unknown-format');
  });
});

describe('GeoJSON', () => {
  it('points become two columns; other shapes stay without a place', () => {
    const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });
    const features = [
      feature({ 行政村: '清泉', n: 3 }, { type: 'Point', coordinates: [108.5, 28.5, 400] }),
      feature({ 行政村: '苍岭' }, { type: 'Polygon', coordinates: [] }),
      feature({ 行政村: '木叶' }, null)
    ];
    const { sheet, statedCrs } = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(statedCrs).toBe('wgs84');
    expect(sheet.headings).toEqual(['行政村', 'n', 'lon', 'lat']);
    expect(rowsOf(sheet)).toEqual([
      ['清泉', '3', '108.5', '28.5'],
      ['苍岭', '', '', ''],
      ['木叶', '', '', '']
    ]);
    expect(trouble(() => readGeoJson('{'))).toBe('bad-json');
    expect(trouble(() => readGeoJson('{"type":"Topology"}'))).toBe('not-geojson');
  });
});

describe('headings', () => {
  it('knows every heading of the requirements, in both languages', () => {
    const seen =
      '序号, 乡镇, 行政村, 村代码, 户数, 户籍人口, 常住人口, 65岁及以上, 80岁及以上, 红/黄/绿人数, 返乡人数, 村卫生室, 负责人, 联系电话, 血氧仪, 退热药, 止咳药, 中成药, 抗原, 经度, 纬度, 坐标系, 备注'.split(
        ', '
      );
    expect(guessKind(seen).kind).toBe('villages');
    expect(guessColumns(seen, 'villages').mapping).toEqual(
      'serial town name code households registered residents aged65 aged80 labels returnees clinic responsible telephone oximeters antipyretic antitussive chinesePatent antigen lon lat crs remarks'.split(
        ' '
      )
    );
    const english = ['No.', 'Township', 'Village name', 'VILLAGE CODE', 'Population', '65+', 'Longitude', 'Lat'];
    expect(guessColumns(english, 'villages').mapping).toEqual([
      'serial',
      'town',
      'name',
      'code',
      'residents',
      'aged65',
      'lon',
      'lat'
    ]);
    expect(guessColumns(['血氧仪（台）', '常住人口（人）', '所属 乡镇'], 'villages').mapping).toEqual([
      'oximeters',
      'residents',
      'town'
    ]);
  });

  it('stand in the first row that names columns, not in a row of places that hold the same words', () => {
    const rowOf = (...rows: string[][]) =>
      findHeadings(readCsv(strToU8(rows.map((row) => row.join(',')).join('\n'))).grid).headingRow;
    const data = ['桃花源街道', '桃花源社区', '7'];
    expect(rowOf(['所在乡镇', '自然名', '数'], data)).toBe(1);
    expect(rowOf(['某县行政村统计表', '', ''], ['2026年', '单位：人', ''], ['乡镇', '行政村', '常住人口'], data)).toBe(
      3
    );
    expect(rowOf(['甲', '乙', '丙'], data)).toBe(1);
    expect(rowOf(['机构名称', '机构类别', '乡镇'], ['清泉卫生室', '村卫生室', '龙潭镇'])).toBe(1);
  });

  it('an earlier choice goes before, also the choice of nothing', () => {
    const remembered = { [headingKey('人 口')]: null, [headingKey('数')]: 'residents' };
    expect(guessColumns(['人口', '数', '乡镇'], 'villages', remembered)).toEqual({
      mapping: [null, 'residents', 'town'],
      remembered: true
    });
  });

  it('a mapping as it was chosen is what the same headings get again, however they are spelt', () => {
    const mapping = ['name', null, 'residents', null];
    const kept = keptMapping(['村 名', '人口', '数', ''], mapping);
    expect(kept).toEqual({ 村名: 'name', 人口: null, 数: 'residents' });
    expect(guessColumns(['村名', '人口 ', '（数）', ''], 'villages', kept)).toEqual({ mapping, remembered: true });
  });
});
