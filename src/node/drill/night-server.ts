import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Crew, Vehicle } from '../../lib/core/model/records';
import type { Situation } from '../../lib/core/model/situation';
import { signInWithPassword } from '../../lib/store/auth';
import { connectTo } from '../../lib/store/client';
import { CliError } from '../cli/cli-error';
import { loadArea, type LoadedArea } from '../pack/load-area';
import { makePassword, type Role } from '../supervisor/accounts';
import { freeLoopbackPort } from '../supervisor/run-pocketbase';
import { rowsOf, type SeedReport } from '../supervisor/seed';
import { serve, type Served } from '../supervisor/serve';
import type { Person } from './desk';

export interface NightServer {
  served: Served;
  dataDir: string;
  area: LoadedArea;
  /** What the server was filled with. */
  situation: Situation;
  /** Signs a new account in. */
  enlist(username: string, role: Role, unit: string, area?: string): Promise<Person>;
  /** Ends the server and removes its data, unless they are kept. */
  remove(): Promise<void>;
}

export interface NightPlace {
  /** Serves the app, so that people can look on. */
  withApp?: boolean;
  /** Keeps the data in this folder, which must be empty or not there; null in a temporary one, which is removed. */
  keep?: string | null;
}

/**
 * A fresh server of its own on this machine, with the area's sample operations and every vehicle that runs at its base.
 *
 * @throws CliError when the folder to keep the data in is not empty.
 */
export async function startNightServer(
  areaDir: string,
  seed: number,
  { withApp = false, keep = null }: NightPlace = {}
): Promise<NightServer> {
  if (keep !== null && existsSync(keep) && readdirSync(keep).length > 0)
    throw new CliError(`${keep} is not empty: the data of a drill need a folder of their own.`);
  const today = new Date().toISOString().slice(0, 10);
  const area = await loadArea(areaDir, { seed, today, sample: true });
  const situation = atDusk(area.situation);
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'greenlane-drill-'));
  const appDir = mkdtempSync(join(tmpdir(), 'greenlane-drill-app-'));
  writeFileSync(join(appDir, 'index.html'), '<!doctype html><title>drill</title>');
  const removeAll = () => {
    for (const folder of keep === null ? [dataDir, appDir] : [appDir]) rmSync(folder, { recursive: true, force: true });
  };
  let served: Served;
  try {
    const port = await freeLoopbackPort();
    const place = { host: '127.0.0.1', port, dataDir, areaDir, appDir: withApp ? null : appDir };
    served = await serve({ ...place, live: true, dev: false, tls: null, keyCopy: null });
  } catch (error) {
    removeAll();
    throw error;
  }
  const { internal, url } = served;
  const areaId = area.manifest.id;
  await internal.call<SeedReport>('seed', { area: areaId, records: rowsOf(situation), apply: true, blank: {} });
  return {
    served,
    dataDir,
    area,
    situation,
    async enlist(username, role, unit, at = areaId) {
      const password = makePassword();
      const account = { username, name: username, role, unit, area: at, mustChange: false, password };
      await internal.call('accounts', { accounts: [account] });
      const client = connectTo(url, null);
      await signInWithPassword(client, username, password);
      return { username, password, role, unit, token: client.authStore.token };
    },
    async remove() {
      await served.stop();
      removeAll();
    }
  };
}

/** Nobody is under way when the night begins, and every driver is on duty. */
function atDusk(situation: Situation): Situation {
  const vehicles = new Map(
    [...situation.vehicles].map(([id, vehicle]): [string, Vehicle] => [
      id,
      {
        ...vehicle,
        status: vehicle.status === 'out-of-service' ? vehicle.status : 'available',
        positionLon: null,
        positionLat: null,
        positionAt: null
      }
    ])
  );
  const crews = new Map(
    [...situation.crews].map(([id, crew]): [string, Crew] => [id, { ...crew, onDuty: true, shiftEndsAt: null }])
  );
  return { ...situation, vehicles, crews, closures: new Map() };
}
