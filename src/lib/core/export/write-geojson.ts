import type { AboutLine } from './export-table';
import type { ExportFeature } from './map-features';

/**
 * Features as GeoJSON (RFC 7946: WGS84, longitude first). Each bears its `layer`; what the file says of itself stands
 * beside the features as `about`, which readers that do not know it pass over.
 */
export function writeGeoJson(
  features: readonly Pick<ExportFeature, 'layer' | 'id' | 'geometry' | 'properties'>[],
  about: { title: string; lines: readonly AboutLine[] }
): string {
  const lines = features.map(({ layer, id, geometry, properties }) =>
    JSON.stringify({ type: 'Feature', id, geometry, properties: { layer, ...properties } })
  );
  const head = `"type":"FeatureCollection","name":${JSON.stringify(about.title)},"about":${JSON.stringify(about.lines)}`;
  return `{${head},"features":[\n${lines.join(',\n')}\n]}\n`;
}
