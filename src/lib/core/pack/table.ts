/** One row of a list, whatever file it came from: `where` names file and row, `values` by heading as written. */
export interface TableRow {
  where: string;
  values: Record<string, string>;
}

/** Headings a field is known by, compared without case, marks, spaces or punctuation. */
export const HEADINGS = {
  id: ['id', 'key', 'code', 'geonameid', 'osm_id', 'facility id', '编号'],
  name: ['name', 'facility name', 'village', 'settlement', '名称', '行政村', '村名', '机构名称'],
  nameEn: ['name_en', 'name:en', 'english name', '英文名'],
  nameZh: ['name_zh', 'name:zh', 'chinese name', '中文名'],
  lon: ['lon', 'long', 'lng', 'longitude', 'x', '经度'],
  lat: ['lat', 'latitude', 'y', '纬度'],
  code: ['division code', 'code12', '村代码', '区划代码'],
  population: ['population', 'pop', 'residents', 'persons', '常住人口', '人口'],
  kind: ['place', 'kind', 'fclass'],
  tier: ['tier', 'level', '级别', '层级'],
  type: ['facility type', 'type', '类型'],
  region: ['admin1', 'region', 'island', 'province', '乡镇'],
  alternateNames: ['alternatenames', 'alternate names'],
  telephone: ['telephone', 'phone', 'tel', '电话', '联系电话'],
  address: ['address', '地址'],
  beds: ['beds', 'bedstotal', 'beds total', '床位', '床位数']
} as const;
export type Field = keyof typeof HEADINGS;
const NAME_FIELDS: readonly Field[] = ['name', 'nameEn', 'nameZh'];

/**
 * Value of a field in a row, trimmed; '' when the row has no such heading. `NA`, `null` and `-` count as empty; `Null`,
 * as no program writes it, is somebody's name where names stand.
 */
export type ReadField = (row: TableRow, field: Field) => string;

/** Finds once which heading of the table carries each field. */
export function fieldReader(rows: readonly TableRow[]): ReadField {
  const found = new Map<Field, string>();
  const headings = Object.keys(rows[0]?.values ?? {});
  for (const field of Object.keys(HEADINGS) as Field[]) {
    for (const wanted of HEADINGS[field]) {
      const heading = headings.find((each) => plainHeading(each) === plainHeading(wanted));
      if (heading === undefined) continue;
      found.set(field, heading);
      break;
    }
  }
  return (row, field) => {
    const heading = found.get(field);
    const value = heading === undefined ? '' : (row.values[heading] ?? '').trim();
    const isName = value === 'Null' && NAME_FIELDS.includes(field);
    return !isName && /^(na|n\/a|null|none|-)$/i.test(value) ? '' : value;
  };
}

/** True when the table has a heading for the field. */
export function hasField(rows: readonly TableRow[], field: Field): boolean {
  const headings = Object.keys(rows[0]?.values ?? {}).map(plainHeading);
  return HEADINGS[field].some((wanted) => headings.includes(plainHeading(wanted)));
}

export function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** A number as lists write it (`1 234`, `1,234.5`); null when it is not one. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0']/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (plain === '' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * Persons or beds as lists write them: a whole number of 0 or more, with or without separators of three digits
 * (`1 234`, `1,234`). Null for `1.234`, which may be one or a thousand, and for anything else.
 */
export function parseWhole(text: string): number | null {
  if (!/^\+?(\d+|\d{1,3}([\s\u00a0',]\d{3})+)(\.0{1,2})?$/.test(text)) return null;
  return parseNumber(text);
}
