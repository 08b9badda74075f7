import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Closure } from '../../src/lib/core/model/records';
import type { Situation } from '../../src/lib/core/model/situation';
import type { Network } from '../../src/lib/core/network/network';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { loadArea } from '../../src/node/pack/load-area';
import { ROOT, runGreenlane } from './run-greenlane';
import type { TestServer } from './server';

export const AREA = 'ngazidja';
export const AREA_DIR = join(ROOT, 'geodata/areas', AREA);

export type CareLevel = 'any' | 'township' | 'sub-designated' | 'severe';

/** `coverage --json`, as far as the tests read it. */
export interface CoverageAnswer {
  thresholds: number[];
  levels: { careLevel: CareLevel; all: Row; townships: Row[] }[];
  villages: {
    id: string;
    persons: number;
    reach: Record<CareLevel, { facilityId: string | null; seconds: number | null; metres: number | null }>;
  }[];
}
interface Count {
  villages: number;
  persons: number;
}
export interface Row extends Count {
  within: ({ minutes: number } & Count)[];
  beyond: Count;
  noWay: Count;
}

/** What the same server says to the command line. */
export interface Facts {
  situation: Situation;
  network: Network;
  /** One analysis of the command line on the server's records, as JSON. */
  ask<Answer = unknown>(command: string, ...options: string[]): Promise<Answer>;
  /** Records of now. */
  fresh(): Promise<Situation>;
}

export async function openFacts(server: TestServer): Promise<Facts> {
  const token = await server.demoToken('planner');
  const fresh = () => fetchSituation(connectTo(server.url, token), AREA);
  const { network } = await loadArea(AREA_DIR, { sample: false });
  return {
    situation: await fresh(),
    network,
    fresh,
    async ask<Answer>(command: string, ...options: string[]) {
      process.env.GREENLANE_TOKEN = token;
      const run = await runGreenlane([command, '--area', AREA_DIR, '--server', server.url, ...options, '--json']);
      if (run.code !== 0) throw new Error(`${command} ${options.join(' ')}: ${run.stderr}`);
      return JSON.parse(run.stdout) as Answer;
    }
  };
}

/** A `--close` file of the closures. */
export function closuresFile(closures: readonly Pick<Closure, 'wayId' | 'fromNode' | 'toNode'>[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'greenlane-')), 'close.csv');
  const rows = closures.map(({ wayId, fromNode, toNode }) => `${wayId},${fromNode ?? ''},${toNode ?? ''}`);
  writeFileSync(path, ['way_id,from_node,to_node', ...rows, ''].join('\n'));
  return path;
}
