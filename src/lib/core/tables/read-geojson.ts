import { buildGrid } from './grid-builder';
import { TABLE_LIMITS, TableError, type CoordinateSystem, type Sheet, type TableLimits } from './table';

export interface GeoJsonTable {
  sheet: Sheet;
  /** What the file itself says; GeoJSON without a word is WGS84. Other systems are null: ask. */
  statedCrs: CoordinateSystem | null;
}

/** Headings of the two columns that the points become. */
export const GEOJSON_LON = 'lon';
export const GEOJSON_LAT = 'lat';

/**
 * A FeatureCollection of points as a table: a column per property, then longitude and latitude. Shapes other than
 * points stay without a place. Row numbers count features, the row of headings is 1.
 *
 * @throws TableError `bad-json`, `not-geojson`, `file-too-large` and the limits of a sheet.
 */
export function readGeoJson(text: string, limits: TableLimits = TABLE_LIMITS): GeoJsonTable {
  if (text.length > limits.fileBytes) throw new TableError('file-too-large', { most: limits.fileBytes });
  const root = parse(text);
  const features = root.type === 'FeatureCollection' ? root.features : root.type === 'Feature' ? [root] : null;
  if (!Array.isArray(features)) throw new TableError('not-geojson');
  const headings: string[] = [];
  for (const feature of features) {
    for (const name of Object.keys(propertiesOf(feature))) if (!headings.includes(name)) headings.push(name);
    if (headings.length > limits.columns)
      throw new TableError('too-many-columns', { sheet: '', row: 1, most: limits.columns });
  }
  headings.push(GEOJSON_LON, GEOJSON_LAT);
  const builder = buildGrid('', limits);
  features.forEach((feature, i) => {
    const row = i + 2;
    const properties = propertiesOf(feature);
    headings.forEach((name, column) => builder.put(row, column, textOf(properties[name])));
    const place = pointOf(feature);
    if (place) {
      builder.put(row, headings.length - 2, String(place[0]));
      builder.put(row, headings.length - 1, String(place[1]));
    }
    builder.endRow(row);
  });
  const grid = builder.finish();
  return { sheet: { ...widen(grid, headings.length), headingRow: 1, headings }, statedCrs: statedCrs(root) };
}

function parse(text: string): Record<string, unknown> {
  try {
    const root: unknown = JSON.parse(text);
    if (typeof root === 'object' && root !== null) return root as Record<string, unknown>;
  } catch {
    throw new TableError('bad-json');
  }
  throw new TableError('not-geojson');
}

function propertiesOf(feature: unknown): Record<string, unknown> {
  const properties = (feature as { properties?: unknown } | null)?.properties;
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pointOf(feature: unknown): [number, number] | null {
  const geometry = (feature as { geometry?: { type?: unknown; coordinates?: unknown } | null } | null)?.geometry;
  const raw =
    geometry?.type === 'Point'
      ? geometry.coordinates
      : geometry?.type === 'MultiPoint'
        ? single(geometry.coordinates)
        : null;
  if (!Array.isArray(raw) || typeof raw[0] !== 'number' || typeof raw[1] !== 'number') return null;
  return [raw[0], raw[1]];
}

const single = (points: unknown) => (Array.isArray(points) && points.length === 1 ? points[0] : null);

function statedCrs(root: Record<string, unknown>): CoordinateSystem | null {
  const crs = root.crs as { properties?: { name?: unknown } } | null | undefined;
  if (crs === undefined || crs === null) return 'wgs84';
  const name = String(crs.properties?.name ?? '');
  if (/CRS:?84|EPSG:+4326/i.test(name)) return 'wgs84';
  return /EPSG:+4490/i.test(name) ? 'cgcs2000' : null;
}

/** Columns that are empty in every row count too. */
function widen<G extends { columnCount: number; cells: string[]; rowNumbers: Uint32Array }>(
  grid: G,
  columns: number
): G {
  if (grid.columnCount === columns) return grid;
  const cells = new Array<string>(grid.rowNumbers.length * columns).fill('');
  for (let r = 0; r < grid.rowNumbers.length; r++) {
    for (let c = 0; c < grid.columnCount; c++) cells[r * columns + c] = grid.cells[r * grid.columnCount + c];
  }
  return { ...grid, columnCount: columns, cells };
}
