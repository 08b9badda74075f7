import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MedicineAssessment } from '../../src/lib/core/model/results';
import { loadArea, type LoadedArea } from '../../src/node/pack/load-area';
import { greenlane, greenlaneOk, shippedArea } from '../helpers/cli';

interface Printed {
  today: string;
  servedPersons: number;
  noWay: { villages: number; persons: number };
  byStatus: Record<string, number>;
  sites: MedicineAssessment[];
}

let dir: string;
let area: LoadedArea;
let printed: Printed;
/** Seconds by `village/facility`, from the matrix command under the sample's closures. */
const seconds = new Map<string, { s: number; m: number }>();
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-medicines-'));
  dir = shippedArea('ngazidja');
  area = await loadArea(dir);
  printed = JSON.parse(
    greenlaneOk('medicines', '--area', dir, '--today', area.manifest.builtAt.slice(0, 10), '--json')
  ) as Printed;
  const { villages, facilities, closures } = area.situation;
  const list = (name: string, places: Iterable<{ id: string; lon: number | null; lat: number | null }>) => {
    const rows = [...places].filter(({ lon }) => lon !== null).map(({ id, lon, lat }) => `${id},${lon},${lat}`);
    writeFileSync(join(work, name), ['id,lon,lat', ...rows].join('\n'));
    return join(work, name);
  };
  const shut = [...closures.values()].map(
    ({ wayId, fromNode, toNode }) => `${wayId},${fromNode ?? ''},${toNode ?? ''}`
  );
  writeFileSync(join(work, 'c.csv'), ['way_id,from_node,to_node', ...shut].join('\n'));
  const out = join(work, 'm.csv');
  const [from, to] = [list('v.csv', villages.values()), list('f.csv', facilities.values())];
  greenlaneOk('matrix', '--area', dir, '--from', from, '--to', to, '--close', join(work, 'c.csv'), '--out', out);
  for (const line of readFileSync(out, 'utf8').trimEnd().split('\n').slice(1)) {
    const [village, facility, s, m] = line.split(',');
    if (s !== '') seconds.set(`${village}/${facility}`, { s: Number(s), m: Number(m) });
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The lowest open site by the printed matrix. */
function siteOf(villageId: string): string | null {
  for (const tiers of [['village-clinic', 'township-hospital'], ['sub-designated'], ['designated']]) {
    const sites = [...area.situation.facilities.values()]
      .filter(({ open, tier, id }) => open && tiers.includes(tier) && seconds.has(`${villageId}/${id}`))
      .map(({ id }) => ({ id, ...(seconds.get(`${villageId}/${id}`) as { s: number; m: number }) }))
      .sort((a, b) => a.s - b.s || a.m - b.m || (a.id < b.id ? -1 : 1));
    if (sites.length > 0) return sites[0].id;
  }
  return null;
}

describe('greenlane medicines on Ngazidja', () => {
  it('counts each person at one lowest open site', () => {
    const villages = [...area.situation.villages.values()];
    const own = new Map<string, number>();
    let without = 0;
    for (const { id, residents } of villages) {
      const site = siteOf(id);
      if (site) own.set(site, (own.get(site) ?? 0) + residents);
      else without += residents;
    }
    const all = villages.reduce((sum, each) => sum + each.residents, 0);
    expect(printed.servedPersons + printed.noWay.persons).toBe(all);
    expect(printed.noWay.persons).toBe(without);
    expect(printed.noWay.villages).toBeGreaterThan(0);
    const medicine = printed.sites[0].medicineId;
    const rows = printed.sites.filter((each) => each.medicineId === medicine);
    for (const row of rows)
      expect([row.facilityId, row.ownPersons]).toEqual([row.facilityId, own.get(row.facilityId) ?? 0]);
    expect(rows.reduce((sum, row) => sum + row.ownPersons, 0)).toBe(printed.servedPersons);
  });

  it('reckons every row as a hand would', () => {
    const { facilities, medicines, stock } = area.situation;
    const rows = new Map(printed.sites.map((each) => [`${each.facilityId}/${each.medicineId}`, each]));
    expect(rows.size).toBe(printed.sites.length);
    for (const row of printed.sites) {
      const clinics = [...facilities.values()].filter((each) => each.open && each.parentId === row.facilityId);
      expect([...row.clinicIds].sort()).toEqual(clinics.map((each) => each.id).sort());
      const members = [row.facilityId, ...clinics.map((each) => each.id)];
      const own = members.map((id) => rows.get(`${id}/${row.medicineId}`)?.ownPersons ?? 0);
      expect(row.servedPersons).toBe(own.reduce((sum, each) => sum + each, 0));
      const held = members.map((id) => stock.get(`stock-${id}-${row.medicineId}`));
      const lots = held.flatMap((each) => each?.lots ?? []);
      const usable = lots.filter((lot) => lot.expiresOn >= printed.today).reduce((sum, lot) => sum + lot.doses, 0);
      expect(row.usableDoses).toBe(usable);
      const medicine = medicines.get(row.medicineId);
      if (!medicine) throw new Error(row.medicineId);
      const full = row.demandPersons * medicine.dosesPerCourse * medicine.coursesPerPerson;
      const uses = held.map((each) => each?.meanDailyUse ?? null);
      const use = uses.includes(null) ? null : (uses as number[]).reduce((sum, each) => sum + each, 0);
      const percent = full > 0 ? (100 * usable) / full : null;
      const recorded = held.some((each) => each !== undefined);
      const share = !(full > 0)
        ? 'no-demand'
        : !recorded
          ? 'not-assessable'
          : (percent as number) < 15
            ? 'red'
            : (percent as number) < 20
              ? 'amber'
              : 'green';
      const days =
        !recorded || use === null
          ? 'not-assessable'
          : use === 0
            ? 'no-demand'
            : usable < row.requiredDays * use
              ? 'red'
              : 'green';
      expect({ id: row.facilityId, share: row.shareStatus, days: row.daysStatus }).toEqual({
        id: row.facilityId,
        share,
        days
      });
      const order = ['red', 'amber', 'green', 'not-assessable', 'no-demand'];
      expect(row.status).toBe(order.find((each) => each === share || each === days));
      for (const [to, short] of [
        [15, row.shortfallTo15],
        [20, row.shortfallTo20]
      ] as const) {
        const need = Math.max((full * to) / 100, row.requiredDays * (use ?? 0));
        expect(Math.abs(short - Math.max(0, need - usable))).toBeLessThan(1);
      }
    }
  });

  it('holds every limb', () => {
    const limbs = new Set(printed.sites.map((each) => each.failingLimb));
    expect([...limbs].sort()).toEqual(['days', 'expiry', 'share', null].sort());
    expect(new Set(printed.sites.map((each) => each.shareStatus))).toContain('amber');
    expect(new Set(printed.sites.map((each) => each.daysStatus))).toEqual(
      new Set(['red', 'green', 'no-demand', 'not-assessable'])
    );
  });

  it('prints a table, and a clear line for a bad day', () => {
    expect(greenlaneOk('medicines', '--area', dir)).toContain('have no way to any');
    const bad = greenlane('medicines', '--area', dir, '--today', '2026-02-30');
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('--today 2026-02-30: wanted a day as YYYY-MM-DD');
  });
});
