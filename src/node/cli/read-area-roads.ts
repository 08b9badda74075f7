import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeNetwork } from '../../lib/core/network/format';
import type { Network } from '../../lib/core/network/network';
import type { Facility } from '../../lib/core/model/records';
import type { Place } from '../../lib/core/routing/routing';
import { CliError } from './cli-error';
import { readText } from './read-table';

/** The roads of an area pack with its facilities, which decide what parts of the network take places. */
export interface AreaRoads {
  network: Network;
  anchors: Place[];
}

/** Throws CliError when the folder holds no usable pack. */
export function readAreaRoads(dir: string): AreaRoads {
  const cure = 'Name a folder that "greenlane import" or "greenlane areas" made.';
  try {
    JSON.parse(readText(join(dir, 'manifest.json')));
    const bytes = readFileSync(join(dir, 'network.bin'));
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const facilities = JSON.parse(readText(join(dir, 'facilities.json'))) as Facility[];
    return {
      network: decodeNetwork(buffer as ArrayBuffer),
      anchors: facilities.map(({ id, lon, lat }) => ({ id, lon, lat }))
    };
  } catch (error) {
    throw new CliError(`${dir} is not a usable area pack: ${(error as Error).message} ${cure}`);
  }
}
