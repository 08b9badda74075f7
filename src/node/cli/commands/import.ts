import { isAbsolute, resolve } from 'node:path';
import type { ImportInput, InputFile } from '../../pack/import-input';
import { importArea } from '../../pack/import-area';
import { importEstimated } from '../../pack/import-estimated';
import { printProblems } from '../../pack/print-problems';
import { CliError } from '../cli-error';
import { readOptions, required } from '../travel-options';

export const usage = `import --osm FILE --id ID --out DIR [--dem DIR|FILE] [--population TIF] [--settlements CSV|GEOJSON]
       [--facilities CSV|GEOJSON] [--facilities-where COLUMN=VALUE] [--compare CSV] [--boundary GEOJSON]
       [--regions GEOJSON] [--landcover DIR] [--cell-metres N] [--name NAME] [--name-en NAME] [--name-zh NAME]
       [--no-sample]
    Builds an area pack from raw sources: OSM (.osm.pbf, .osm, .osm.gz), elevation (.hgt, .hgt.zip, GeoTIFF),
    population (GeoTIFF), lists (CSV or GeoJSON), all in WGS84 degrees. Without lists, settlements come from OSM
    places and facilities from OSM health tags. Walks off the road are counted over cells of --cell-metres (100). An older pack in DIR stays until the new one is whole.
import --townships CSV --settlements CSV --id ID --out DIR [--seats CSV] [--boundary GEOJSON] [--name NAME] …
    Builds an area that has no roads yet, from lists: townships (code, name), villages (village_code, village_name,
    town_code), seats in GeoNames' columns. Its times are estimates.`;

const OPTIONS = {
  osm: { type: 'string' },
  id: { type: 'string' },
  out: { type: 'string' },
  dem: { type: 'string' },
  population: { type: 'string' },
  settlements: { type: 'string' },
  townships: { type: 'string' },
  seats: { type: 'string' },
  facilities: { type: 'string' },
  'facilities-where': { type: 'string' },
  compare: { type: 'string' },
  boundary: { type: 'string' },
  regions: { type: 'string' },
  landcover: { type: 'string' },
  'cell-metres': { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  'name-zh': { type: 'string' },
  'no-sample': { type: 'boolean' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const id = required(options.id, 'id', usage);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    throw new CliError(`--id ${id}: use lower-case letters, digits and hyphens, at most 63.`);
  }
  const file = (path: string | undefined): InputFile | undefined => (path ? { path: resolve(path) } : undefined);
  const out = required(options.out, 'out', usage);
  const common = {
    id,
    names: {
      local: options.name ?? id,
      ...(options['name-en'] ? { en: options['name-en'] } : {}),
      ...(options['name-zh'] ? { zh: options['name-zh'] } : {})
    },
    out: isAbsolute(out) ? out : resolve(out),
    boundary: file(options.boundary)
  };
  if (options.townships !== undefined && options.osm === undefined) {
    const manifest = importEstimated(
      {
        ...common,
        times: 'estimated',
        townships: { path: resolve(options.townships) },
        seats: file(options.seats),
        settlements: { path: resolve(required(options.settlements, 'settlements', usage)) }
      },
      (line) => console.log(line),
      () => new Date()
    );
    printProblems(common.out, manifest);
    return 0;
  }
  const input: ImportInput = {
    ...common,
    osm: { path: resolve(required(options.osm, 'osm', usage)) },
    dem: file(options.dem),
    population: file(options.population),
    settlements: file(options.settlements),
    facilities: file(options.facilities),
    facilitiesWhere: readWhere(options['facilities-where']),
    compare: file(options.compare),
    regions: file(options.regions),
    landcover: file(options.landcover),
    cellMetres: readCellMetres(options['cell-metres']),
    sample: !options['no-sample']
  };
  const manifest = await importArea(
    input,
    (line) => console.log(line),
    () => new Date()
  );
  printProblems(input.out, manifest);
  console.log(
    manifest.sample
      ? 'Stock, vehicles, crews, beds and counts of people of this area will be SAMPLE, marked so everywhere; import with --no-sample to leave them out.'
      : 'Without sample: no vehicles, stock or counts until they are entered.'
  );
  return 0;
}

function readCellMetres(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const metres = Number(text);
  if (text.trim() !== '' && metres >= 10 && metres <= 1000) return metres;
  throw new CliError(`--cell-metres ${text}: give metres from 10 to 1000.`);
}

function readWhere(text: string | undefined): ImportInput['facilitiesWhere'] {
  if (text === undefined) return undefined;
  const at = text.indexOf('=');
  if (at < 1) throw new CliError(`--facilities-where ${text}: write COLUMN=VALUE, e.g. Admin1=Anjouan.`);
  return { column: text.slice(0, at), value: text.slice(at + 1) };
}
