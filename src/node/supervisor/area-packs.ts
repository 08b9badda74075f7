import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackFile, PackManifest } from '../../lib/core/pack/manifest';
import { PACK_FORMAT } from '../../lib/core/pack/manifest';
import { CliError } from '../cli/cli-error';
import { runScript, withBuildLock } from './build-app';
import { NO_AREA, SHIPPED_AREAS, shippedFolder } from './options';
import { say, withProgress } from './say';

export interface ServedArea {
  dir: string;
  manifest: PackManifest;
  /** SHA-256 of manifest.json: tells whether the pack is the one that was seeded. */
  hash: string;
  shipped: boolean;
}

/** Text and network go out compressed; a basemap never does, because it is read in ranges. */
const COMPRESSED: PackFile[] = [
  'network.bin',
  'land.bin',
  'townships.json',
  'settlements.json',
  'facilities.json',
  'problems.json'
];

/** The packs to serve, first the default: the given folder, or the shipped areas, built if they are missing. */
export async function areasToServe(areaDir: string | null): Promise<ServedArea[]> {
  if (areaDir === NO_AREA) return [];
  const named = SHIPPED_AREAS.map((id) => join(shippedFolder, id));
  const wanted = areaDir ? [areaDir] : named;
  if (wanted.some((dir) => named.includes(dir))) await buildShipped(wanted);
  return wanted.map((dir) => readArea(dir, named.includes(dir)));
}

/** Builds those of the wanted shipped areas whose pack is missing or made from other sources. */
async function buildShipped(wanted: string[]): Promise<void> {
  const { isUpToDate, readRecipes } = await import('../pack/recipes');
  const stale = () => readRecipes().filter((recipe) => wanted.includes(recipe.out) && !isUpToDate(recipe));
  if (stale().length === 0) return;
  await withBuildLock('areas', async () => {
    for (const { id } of stale()) {
      await withProgress(`building the area ${id} from its raw files (a minute or two, once)`, 20, () =>
        runScript('areas', ['--import', 'tsx', 'src/node/cli/main.ts', 'areas', '--only', id])
      );
    }
  });
}

/** @throws CliError where the folder holds no whole pack of this format. */
export function readArea(dir: string, shipped: boolean): ServedArea {
  const path = join(dir, 'manifest.json');
  if (!existsSync(path)) throw new CliError(`${dir} is no area pack: it has no manifest.json. Build it with "import".`);
  const text = readFileSync(path, 'utf8');
  let manifest: PackManifest;
  try {
    manifest = JSON.parse(text) as PackManifest;
  } catch (error) {
    throw new CliError(`${path} is not JSON (${(error as Error).message}). Build the pack again with "import".`);
  }
  if (manifest.format !== PACK_FORMAT) {
    throw new CliError(
      `${path} has format ${manifest.format}, this Greenlane reads ${PACK_FORMAT}. Build the pack again.`
    );
  }
  for (const [file, entry] of Object.entries(manifest.files)) {
    if (entry && !existsSync(join(dir, file))) {
      throw new CliError(`${dir} lacks ${file}, which its manifest names. Build the pack again with "import".`);
    }
  }
  return { dir, manifest, hash: createHash('sha256').update(text).digest('hex'), shipped };
}

/** Compresses what is not compressed yet and writes the list of served packs that the hooks read; gives its path. */
export async function publishAreas(areas: ServedArea[], dataDir: string): Promise<string> {
  const cache = join(dataDir, 'packs');
  mkdirSync(cache, { recursive: true });
  const served: Record<string, { dir: string; gzip: Record<string, string>; etags: Record<string, string> }> = {};
  for (const { dir, manifest } of areas) {
    const gzip: Record<string, string> = {};
    const etags: Record<string, string> = {};
    for (const [file, entry] of Object.entries(manifest.files)) {
      if (!entry) continue;
      etags[file] = entry.sha256;
      if (!COMPRESSED.includes(file as PackFile)) continue;
      const target = join(cache, `${entry.sha256}.gz`);
      if (!existsSync(target)) {
        say(`compressing ${basename(dir)}/${file} …`);
        await pipeline(createReadStream(join(dir, file)), createGzip({ level: 9 }), createWriteStream(`${target}.new`));
        renameSync(`${target}.new`, target);
      }
      gzip[file] = target;
    }
    served[manifest.id] = { dir, gzip, etags };
  }
  const list = join(dataDir, 'areas.json');
  // Read by every request for a pack: never seen half written.
  writeFileSync(`${list}.new`, JSON.stringify(served));
  renameSync(`${list}.new`, list);
  return list;
}
