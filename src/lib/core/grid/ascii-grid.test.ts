import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiGridLines, parseAsciiGrid } from './ascii-grid';

const HEAD = 'ncols 2\nnrows 2\nxllcorner 10\nyllcorner 20\ncellsize 5\nNODATA_value -1\n';

describe('parseAsciiGrid', () => {
  it('reads the heading in any case, values over any lines, and centres for corners', () => {
    const text = 'NCOLS 2\r\nnrows 2\r\nxllcenter 12.5\r\nYLLCENTER 22.5\r\ncellsize 5\r\n\r\n1 2 -9999\r\n4\r\n';
    const { values, ...rest } = parseAsciiGrid(text);
    expect(rest).toEqual({ columns: 2, rows: 2, west: 10, south: 20, cellSize: 5 });
    expect([...values]).toEqual([1, 2, NaN, 4]);
    expect([...parseAsciiGrid(`${HEAD}-1 nan\n3 4`).values]).toEqual([NaN, NaN, 3, 4]);
  });

  it('reads again what it wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0 }), fc.constant(NaN)), { minLength: 4, maxLength: 4 }),
        (values) => {
          const grid = parseAsciiGrid(`${HEAD}1 2 3 4`);
          expect([...parseAsciiGrid([...asciiGridLines(grid, values)].join('\n')).values]).toEqual(values);
        }
      )
    );
  });

  it.each([
    ['no heading', '1 2\n3 4\n', /^line 1: no heading/],
    ['an unknown word', 'ncols 2\ncolour red\n', /^line 2: read "colour"/],
    ['a word for a number', 'ncols two\n', /^line 1: read "ncols two"/],
    ['a heading cut short', 'ncols 2\nnrows 2\n1 2\n3 4\n', /^line 3: no "cellsize"/],
    ['a size of nothing', HEAD.replace('cellsize 5', 'cellsize 0'), /cellsize is 0/],
    ['half a column', HEAD.replace('ncols 2', 'ncols 1.5'), /1.5 × 2 cells/],
    ['too many cells', HEAD.replace('ncols 2', 'ncols 1e9'), /too many/],
    ['a word among the values', `${HEAD}1 2\n3 x\n`, /^line 8: read "x"/],
    ['a value too many', `${HEAD}1 2\n3 4\n5\n`, /^line 9: more values than the 4/],
    ['a file cut off', `${HEAD}1 2\n3`, /^line 8: the file ends after 3 of 4/]
  ])('refuses %s with its line', (_, text, message) => {
    expect(() => parseAsciiGrid(text)).toThrow(message);
  });
});
