import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACK_FORMAT } from '../../lib/core/pack/manifest';
import type { PackManifest } from '../../lib/core/pack/manifest';
import { CliError } from '../cli/cli-error';
import { importArea } from './import-area';
import { importEstimated, type EstimatedInput } from './import-estimated';
import type { ImportInput, InputFile, Say } from './import-input';
import { parseJson, readFilledText } from './read-table';
import { recoverPack } from './write-pack';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const GEODATA = join(ROOT, 'geodata');
const RAW = join(GEODATA, 'raw');
const AREAS = join(GEODATA, 'areas');

/** The importer itself: when its code changes, packs are built anew. */
const IMPORTER = [
  'src/node/pack',
  'src/lib/core/grid',
  'src/lib/core/hierarchy',
  'src/lib/core/network',
  'src/lib/core/pack',
  'src/lib/core/routing',
  'src/lib/core/terrain'
];

const FILE_KEYS = [
  'osm',
  'dem',
  'population',
  'settlements',
  'facilities',
  'compare',
  'boundary',
  'regions',
  'landcover',
  'townships',
  'seats'
] as const;

/** How a shipped area is built: over roads, or from lists alone. */
export type Recipe = ImportInput | EstimatedInput;

/** Recipes of the shipped areas, `geodata/areas/<id>.json`: a `Recipe` with paths under `geodata/raw`. */
export function readRecipes(): Recipe[] {
  const importer = hashOfImporter();
  return readdirSync(AREAS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readRecipe(join(AREAS, name), importer));
}

function hashOfImporter(): string {
  const hash = createHash('sha256');
  for (const folder of IMPORTER) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
      hash.update(file).update(readFileSync(join(ROOT, folder, file)));
    }
  }
  return hash.digest('hex');
}

/** Builds the pack of a recipe. @throws CliError for what a person can mend. */
export async function buildRecipe(recipe: Recipe, say: Say, now: () => Date): Promise<PackManifest> {
  return 'times' in recipe ? importEstimated(recipe, say, now) : importArea(recipe, say, now);
}

function readRecipe(path: string, importer: string): Recipe {
  const text = readFilledText(path);
  const recipe = parseJson(text, basename(path)) as Recipe;
  const input = { ...recipe, out: join(AREAS, recipe.id) };
  const files = input as Partial<Record<(typeof FILE_KEYS)[number], InputFile>>;
  const hash = createHash('sha256').update(`${PACK_FORMAT} ${importer}\n${text}`);
  for (const key of FILE_KEYS) {
    const file = files[key];
    if (!file) continue;
    const full = join(RAW, file.path);
    if (!existsSync(full)) throw new CliError(`${path} names ${full}, which is missing. Restore geodata/raw.`);
    files[key] = { ...file, path: full };
    hashPath(hash, full);
  }
  return { ...input, inputHash: hash.digest('hex') };
}

/** True when the pack of a recipe is whole and built from the very same inputs. */
export function isUpToDate({ out, inputHash }: Recipe): boolean {
  recoverPack(out);
  const path = join(out, 'manifest.json');
  if (!existsSync(path)) return false;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as PackManifest;
    const sizes = Object.entries(manifest.files).every(
      ([name, entry]) => entry && statSync(join(out, name)).size === entry.bytes
    );
    return manifest.format === PACK_FORMAT && manifest.inputHash === inputHash && sizes;
  } catch {
    return false;
  }
}

function hashPath(hash: ReturnType<typeof createHash>, path: string): void {
  if (!statSync(path).isDirectory()) {
    hash.update(basename(path)).update(readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile()) hashPath(hash, join(path, entry.name));
  }
}
