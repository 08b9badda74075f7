import { fromWgs84 } from '../../src/lib/core/tables/convert-place';
import type { CoordinateSystem } from '../../src/lib/core/tables/table';
import { randomOf } from '../../src/lib/core/sample/random';

export const SHEET_HEADINGS = [
  '序号',
  '乡镇',
  '行政村',
  '村代码',
  '户数',
  '户籍人口',
  '常住人口',
  '65岁及以上',
  '80岁及以上',
  '经度',
  '纬度',
  '备注'
];
export const SHEET_BOX: [number, number, number, number] = [108.3, 28.3, 109.3, 29.4];
const HAN = '龙潭酉酬大溪后坪车田板桥清泉苍岭双河木叶毛坝浪坪涂市铜鼓可大偏柏五福丁市楠木万木南腰界宜居天馆';

export interface SheetTown {
  key: string;
  name: string;
  code: string;
}

export function sheetTowns(count: number): SheetTown[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `t${100 + i}`,
    name: `${townName(i)}镇`,
    code: `500242${100 + i}000`
  }));
}
const townName = (i: number) => HAN[i % HAN.length] + HAN[(i * 7 + 3) % HAN.length] + HAN[(i * 13 + 11) % HAN.length];

/** Rows of a village sheet as texts, without headings; the same seed gives the same rows. Codes are unique up to 999 a town. */
export function* villageRows(rows: number, towns: readonly SheetTown[], crs: CoordinateSystem): Generator<string[]> {
  const random = randomOf(20261122, 'village-sheet');
  for (let i = 0; i < rows; i++) {
    const town = towns[i % towns.length];
    const at = Math.floor(i / towns.length);
    const place = fromWgs84(
      {
        lon: Number(random.between(SHEET_BOX[0], SHEET_BOX[2]).toFixed(6)),
        lat: Number(random.between(SHEET_BOX[1], SHEET_BOX[3]).toFixed(6))
      },
      crs
    );
    const residents = random.whole(80, 3000);
    yield [
      String(i + 1),
      town.name,
      `${HAN[at % HAN.length]}${HAN[(at * 5 + 2) % HAN.length]}${at}村`,
      at < 1000 ? `${town.code.slice(0, 9)}${String(at).padStart(3, '0')}` : '',
      String(Math.ceil(residents / 3)),
      String(Math.ceil(residents * 1.4)),
      String(residents),
      String(Math.floor(residents * 0.17)),
      String(Math.floor(residents * 0.03)),
      place.lon.toFixed(7),
      place.lat.toFixed(7),
      ''
    ];
  }
}
