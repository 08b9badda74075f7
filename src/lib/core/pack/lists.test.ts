import { describe, expect, it } from 'vitest';
import type { AreaExtent } from './check-position';
import { comparedPlaces } from './compare-settlements';
import { facilitiesFromTable } from './facilities-from-table';
import { settlementsFromTable } from './settlements-from-table';
import type { TableRow } from './table';
import { fieldReader, parseNumber, parseWhole } from './table';

const island: AreaExtent = {
  contains: (lon, lat) => lon > 43 && lon < 44 && lat > -12 && lat < -11,
  bounded: false,
  regions: [
    {
      name: 'South island',
      labels: ['South island'],
      polygons: [
        [
          [
            [43, -14],
            [44, -14],
            [44, -13],
            [43, -13],
            [43, -14]
          ]
        ]
      ]
    }
  ]
};

function rows(heading: string, ...lines: string[]): TableRow[] {
  const keys = heading.split(',');
  return lines.map((line, i) => ({
    where: `list.csv row ${i + 2}`,
    values: Object.fromEntries(line.split(',').map((value, k) => [keys[k], value]))
  }));
}

const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);

describe('facility list', () => {
  const heading = 'Facility name,Lat,Long,Tier,Admin1';

  it('reads positions and tiers under any known heading', () => {
    const { result, problems } = facilitiesFromTable(rows(heading, 'Centre,-11.5,43.5,2,North'), island);
    expect(problems).toEqual([]);
    expect(result.kept[0]).toMatchObject({ id: 'centre', tier: 'township-hospital', lon: 43.5, lat: -11.5 });
  });

  it('takes Null for a name where names stand, and for nothing elsewhere or as programs write it', () => {
    const list = rows(
      'name,name_zh,lat,lon,tier,address',
      'Null,Null,-11.5,43.5,2,Null',
      'B,Null,-11.5,43.5,2,',
      'NULL,,-11.5,43.5,2,'
    );
    const { kept } = facilitiesFromTable(list, island).result;
    expect(kept[0]).toMatchObject({ id: 'null', names: { local: 'Null' }, address: '' });
    expect(kept[1].names.zh).toBe('Null');
    expect(kept[2].names.local).not.toBe('NULL');
  });

  it.each([
    ['A,43.5,-11.5,1,', 'position-swapped'],
    ['A,0,0,1,', 'position-zero'],
    ['A,NA,NA,1,', 'position-missing'],
    ['A,north,43.5,1,', 'position-not-a-number'],
    ['A,11.5,43.5,1,', 'position-wrong-sign'],
    ['A,50,10,1,', 'position-outside'],
    ['A,-11.5,43.5,9,', 'facility-unknown-tier']
  ])('reports %s once as %s and keeps the row', (line, code) => {
    const { result, problems } = facilitiesFromTable(rows(heading, line), island);
    expect(codes(problems)).toEqual([code]);
    expect(problems[0].where).toBe('list.csv row 2 (A)');
    expect(result.kept).toHaveLength(1);
    expect(result.kept[0].lon).toBe(code === 'facility-unknown-tier' ? 43.5 : null);
  });

  it('says where a changed sign would put a place, and that the list says otherwise', () => {
    const { problems } = facilitiesFromTable(rows(heading, 'A,13.5,43.5,1,North'), island);
    expect(problems[0]).toMatchObject({ code: 'position-wrong-sign' });
    expect(problems[0].cure).toContain('would lie in South island, but the list places it in North');
  });

  it.each([
    ['1.234', 'beds-not-whole'],
    ['12.5', 'beds-not-whole'],
    ['-3', 'beds-negative'],
    ['about 20', 'beds-not-a-number']
  ])('reports beds of %s as %s instead of guessing', (beds, code) => {
    const list = rows('name,lat,lon,tier,beds', `A,-11.5,43.5,2,${beds}`, 'B,-11.4,43.4,2,16', 'C,-11.4,43.6,1,');
    const { result, problems } = facilitiesFromTable(list, island);
    expect(result.kept.map((facility) => facility.beds)).toEqual([null, 16, null]);
    expect(problems).toMatchObject([{ code, where: 'list.csv row 2 (A)', field: 'beds', read: beds }]);
    expect(problems[0].wanted).toContain('a whole number of beds');
  });

  it('keeps both rows of a repeated id under two keys', () => {
    const { result, problems } = facilitiesFromTable(
      rows('id,name,lat,lon,tier', 'x,A,-11.5,43.5,1', 'x,B,-11.6,43.6,1'),
      island
    );
    expect(result.kept.map(({ id }) => id)).toEqual(['x', 'x-2']);
    expect(codes(problems)).toEqual(['duplicate-id']);
  });

  it('leaves rows beyond a boundary to the neighbour, in one note that names them', () => {
    const { result, problems } = facilitiesFromTable(rows(heading, 'A,-11.5,43.5,1,', 'B,-20,43.5,1,'), {
      ...island,
      bounded: true
    });
    expect(result).toMatchObject({ outside: 1, placed: 1 });
    expect(problems).toMatchObject([{ code: 'facility-left-out', where: 'B', severity: 'note' }]);
  });
});

describe('settlement list', () => {
  it('does not use a negative population', () => {
    const { result, problems } = settlementsFromTable(
      rows('name,latitude,longitude,population', 'A,-11.5,43.5,-5', 'B,-11.4,43.4,1200'),
      island
    );
    expect(result.kept.map(({ residents }) => residents)).toEqual([null, 1200]);
    expect(codes(problems)).toEqual(['population-negative']);
  });

  it.each(['1.234', '1.000', '12.5', '1.234.567', '12,34', '1 2', '1e3'])(
    'reports a population of %s instead of guessing, in both lists',
    (text) => {
      const list = rows('name,latitude,longitude,population', 'A,-11.5,43.5,', 'B,-11.4,43.4,1200');
      list[0].values.population = text;
      const { result, problems } = settlementsFromTable(list, island);
      expect(result.kept.map(({ residents }) => residents)).toEqual([null, 1200]);
      expect(problems).toMatchObject([
        { severity: 'warning', where: 'list.csv row 2 (A)', field: 'population', read: text }
      ]);
      expect(problems[0].wanted).toContain('a whole number');
      expect(problems[0].cure).toContain('without a separator');
      const compared = comparedPlaces(list, fieldReader(list));
      expect(compared.result.map(({ persons }) => persons)).toEqual([1200]);
      expect(compared.problems).toEqual(problems);
    }
  );

  it('reads thousands with a separator that cannot be a decimal point', () => {
    expect(['1234', '1,234', '12 345', '1\u00a0234\u00a0567', "1'234", '1234.0', '0'].map(parseWhole)).toEqual([
      1234, 1234, 12345, 1234567, 1234, 1234, 0
    ]);
  });

  it('reads numbers as lists write them', () => {
    expect(['1 234', '1,234', '-11.5', 'NA', '', '12abc', '1e400'].map(parseNumber)).toEqual([
      1234,
      1234,
      -11.5,
      null,
      null,
      null,
      null
    ]);
  });
});
