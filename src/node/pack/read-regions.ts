import { basename } from 'node:path';
import { regionsFromGeoJson } from '../../lib/core/pack/polygon';
import type { Region } from '../../lib/core/pack/polygon';
import { CliError } from '../cli/cli-error';
import { parseJson, readFilledText } from './read-table';

/** Polygons of a GeoJSON in WGS84. @throws CliError when it holds none or its positions are no degrees. */
export function readRegions(path: string): Region[] {
  const regions = regionsFromGeoJson(parseJson(readFilledText(path), basename(path)));
  if (!regions) throw new CliError(`${path} holds no polygon. Give a GeoJSON with the area's outline.`);
  const points = regions.flatMap(({ polygons }) => polygons.flat(2));
  const bad = points.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
  if (bad)
    throw new CliError(`${path} has the position ${bad.join(', ')}, which is no WGS84 degree. Convert it to WGS84.`);
  return regions;
}
