import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Land } from '../../lib/core/grid/land';
import { decodeLand, LandFormatError } from '../../lib/core/grid/land-format';
import { decodeNetwork, NetworkFormatError } from '../../lib/core/network/format';
import type { Network } from '../../lib/core/network/network';
import type { Facility, Township, Village } from '../../lib/core/model/records';
import type { Situation } from '../../lib/core/model/situation';
import { PACK_FORMAT } from '../../lib/core/pack/manifest';
import type { PackFile, PackManifest, Problem } from '../../lib/core/pack/manifest';
import { situationFromPack } from '../../lib/core/pack/situation-from-pack';
import { CliError } from '../cli/cli-error';
import { addSample } from './add-sample';
import { recoverPack } from './write-pack';

export interface LoadedArea {
  dir: string;
  manifest: PackManifest;
  network: Network;
  /** Cells for walks off the road; null in a pack built before there were any. */
  land: Land | null;
  /** Ground facts, and the sample where the manifest allows one. */
  situation: Situation;
  problems: Problem[];
}

export interface LoadOptions {
  /** Seed of the sample. */
  seed?: number;
  /** ISO date the sample relates to; the day the pack was built when absent. */
  today?: string;
  /** False leaves the sample out. */
  sample?: boolean;
}

export const DEFAULT_SEED = 1;

/**
 * Reads an area pack, every file checked against its SHA-256 in the manifest.
 * @throws CliError when there is no pack, it is of another format or without roads, or a file is missing or damaged.
 */
export async function loadArea(dir: string, options: LoadOptions = {}): Promise<LoadedArea> {
  const { manifest, situation: ground, problems } = loadGround(dir);
  if (manifest.times === 'estimated') throw noRoads(dir, manifest);
  const network = readNetwork(dir, manifest);
  const wanted = options.sample ?? manifest.sample;
  const situation = wanted
    ? addSample({
        ground,
        network,
        // A closure invented in somebody's own district would tell of people cut off who are not.
        isolate: manifest.inputHash !== undefined,
        seed: options.seed ?? DEFAULT_SEED,
        today: options.today ?? manifest.builtAt.slice(0, 10)
      })
    : ground;
  return { dir, manifest, network, land: readLand(dir, manifest), situation, problems };
}

/** What `loadArea` reads, without roads and sample: all there is of a pack whose times are estimated. */
export function loadGround(dir: string): Omit<LoadedArea, 'network' | 'land'> {
  const manifest = readManifest(dir);
  const situation = situationFromPack({
    areaId: manifest.id,
    townships: readRecords<Township>(dir, manifest, 'townships.json'),
    villages: readRecords<Village>(dir, manifest, 'settlements.json'),
    facilities: readRecords<Facility>(dir, manifest, 'facilities.json'),
    timeZone: manifest.timeZone?.offset
  });
  return { dir, manifest, situation, problems: readRecords<Problem>(dir, manifest, 'problems.json') };
}

function noRoads(dir: string, { id }: PackManifest): CliError {
  return new CliError(
    `${dir}: the area "${id}" has no roads; its times are estimates, shown on the screens only. ` +
      'Build a pack with roads: greenlane import --osm FILE.'
  );
}

/** `manifest.json` of a pack. @throws CliError when it is missing, broken or of another format. */
export function readManifest(dir: string): PackManifest {
  recoverPack(dir);
  const path = join(dir, 'manifest.json');
  if (!existsSync(path)) {
    throw new CliError(
      `${dir} is no area pack (no manifest.json). Build one with "greenlane import" or "greenlane areas".`
    );
  }
  let manifest: PackManifest;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as PackManifest;
  } catch {
    throw new CliError(`${path} is damaged. Build the pack again.`);
  }
  if (manifest.format !== PACK_FORMAT) {
    throw new CliError(
      `${dir} has pack format ${manifest.format}, this program reads ${PACK_FORMAT}. Build the pack again.`
    );
  }
  return manifest;
}

/** Bytes of a pack file, equal to their checksum. @throws CliError otherwise. */
export function readPackFile(dir: string, manifest: PackManifest, file: PackFile): Buffer {
  const path = join(dir, file);
  const entry = manifest.files[file];
  if (!entry || !existsSync(path)) throw new CliError(`${path} is missing. Build the pack again.`);
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) {
    throw new CliError(`${path} is damaged: its checksum is not the manifest's. Build the pack again.`);
  }
  return bytes;
}

function readRecords<T>(dir: string, manifest: PackManifest, file: PackFile): T[] {
  return JSON.parse(readPackFile(dir, manifest, file).toString('utf8')) as T[];
}

function readNetwork(dir: string, manifest: PackManifest): Network {
  const bytes = readPackFile(dir, manifest, 'network.bin');
  try {
    return decodeNetwork(Uint8Array.from(bytes).buffer);
  } catch (error) {
    if (!(error instanceof NetworkFormatError)) throw error;
    throw new CliError(`${join(dir, 'network.bin')}: ${error.message}. Build the pack again.`);
  }
}

function readLand(dir: string, manifest: PackManifest): Land | null {
  if (!manifest.files['land.bin']) return null;
  const bytes = readPackFile(dir, manifest, 'land.bin');
  try {
    return decodeLand(Uint8Array.from(bytes).buffer);
  } catch (error) {
    if (!(error instanceof LandFormatError)) throw error;
    throw new CliError(`${join(dir, 'land.bin')}: ${error.detail}. Build the pack again.`);
  }
}
