import { escapeXml } from '../tables/escape-xml';
import type { AboutLine } from './export-table';
import type { ExportFeature, ExportGeometry, ExportPosition } from './map-features';

/** How a class is drawn: colour as `#rrggbb`, size of a point's icon beside the usual one, width of a line in pixels. */
export interface KmlStyle {
  colour: string;
  scale: number;
  width: number;
  /** Name of the class, already worded. */
  label: string;
}

export interface KmlInput {
  features: readonly ExportFeature[];
  title: string;
  about: readonly AboutLine[];
  /** By `ExportFeature.style`; a class without one is drawn as its reader likes. */
  styles: Readonly<Record<string, KmlStyle>>;
  /** Name of a layer's folder, already worded. */
  folderOf: (layer: ExportFeature['layer']) => string;
  /** Property that names a feature, first that has a value. */
  nameKeys: readonly string[];
}

/**
 * Features as KML 2.2: a folder for each layer, in it one for each class, styles by class, every property as data of
 * its own. Icons are the reader's pushpins in the class's colour, since a file that points at no server can bring none.
 * (The kept writers of KML know no styles.)
 */
export function writeKml({ features, title, about, styles, folderOf, nameKeys }: KmlInput): string {
  const used = [...new Set(features.map(({ style }) => style))];
  const folders = group(features, ({ layer }) => layer).map(([layer, members]) => {
    const classes = group(members, ({ style }) => style).map(
      ([style, own]) =>
        `<Folder><name>${escapeXml(styles[style]?.label ?? style)}</name>\n${own.map((each) => placemark(each, nameKeys)).join('\n')}\n</Folder>`
    );
    return `<Folder><name>${escapeXml(folderOf(layer))}</name>\n${classes.join('\n')}\n</Folder>`;
  });
  const described = about.map((line) => line.join(': ')).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    `<Document><name>${escapeXml(title)}</name><description>${escapeXml(described)}</description>`,
    ...used.flatMap((id) => (styles[id] ? [styleXml(id, styles[id])] : [])),
    ...folders,
    '</Document>',
    '</kml>',
    ''
  ].join('\n');
}

/** In the order in which each first appears. */
function group<T, K>(all: readonly T[], keyOf: (each: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const members = groups.get(keyOf(each));
    if (members) members.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return [...groups];
}

function styleXml(id: string, { colour, scale, width }: KmlStyle): string {
  // KML writes alpha, blue, green, red.
  const abgr = `ff${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;
  return `<Style id="${escapeXml(id)}"><IconStyle><color>${abgr}</color><scale>${scale}</scale></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle><LineStyle><color>${abgr}</color><width>${width}</width></LineStyle></Style>`;
}

function placemark({ id, style, geometry, properties }: ExportFeature, nameKeys: readonly string[]): string {
  const name = nameKeys.map((key) => properties[key]).find((value) => value !== null && value !== undefined) ?? id;
  const data = Object.entries({ key: id, ...properties }).flatMap(([key, value]) =>
    value === null ? [] : [`<Data name="${escapeXml(key)}"><value>${escapeXml(String(value))}</value></Data>`]
  );
  return `<Placemark><name>${escapeXml(String(name))}</name><styleUrl>#${escapeXml(style)}</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${geometry ? geometryXml(geometry) : ''}</Placemark>`;
}

function geometryXml(geometry: ExportGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point><coordinates>${at(geometry.coordinates)}</coordinates></Point>`;
    case 'MultiPoint':
      return several(geometry.coordinates.map((coordinates) => geometryXml({ type: 'Point', coordinates })));
    case 'LineString':
      return `<LineString><tessellate>1</tessellate><coordinates>${geometry.coordinates.map(at).join(' ')}</coordinates></LineString>`;
    case 'MultiLineString':
      return several(geometry.coordinates.map((coordinates) => geometryXml({ type: 'LineString', coordinates })));
  }
}

const at = ([lon, lat]: ExportPosition) => `${lon},${lat}`;
const several = (parts: string[]) => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
