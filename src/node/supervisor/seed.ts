import { COLLECTION_NAMES, type CollectionName, type Situation } from '../../lib/core/model/situation';
import type { ServedArea } from './area-packs';
import type { Internal } from './internal';
import { say } from './say';

/** What a seeding did; `changes` lists the first fifty updates. */
export interface SeedReport {
  created: number;
  updated: number;
  keptByHand: number;
  unchanged: number;
  absent: number;
  changes: { collection: string; key: string; fields: string[] }[];
}

type Row = Record<string, unknown> & { key: string };

/** Collection names as PocketBase has them. */
export function tableName(name: CollectionName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Records of a situation as rows, collection by collection. */
export function rowsOf(situation: Situation): { name: string; rows: Row[] }[] {
  return COLLECTION_NAMES.map((name) => ({
    name: tableName(name),
    rows: [...situation[name].values()].map(({ id, ...rest }) => ({ ...rest, key: id }))
  }));
}

/**
 * Writes an area's pack and sample into the server, or shows what would change. Hand edits stay, nothing is deleted.
 */
export async function seedArea(internal: Internal, area: ServedArea, apply = true): Promise<SeedReport> {
  const { manifest } = area;
  const own: Row = {
    key: manifest.id,
    unit: 'county',
    origin: 'pack',
    names: manifest.names,
    bbox: manifest.bbox,
    manifest: { hash: area.hash, builtAt: manifest.builtAt, counts: manifest.counts },
    shipped: area.shipped,
    sample: manifest.sample
  };
  const records = [{ name: 'areas', rows: [own] }, ...rowsOf(await readSituation(area))];
  return internal.call<SeedReport>('seed', { area: manifest.id, records, apply });
}

/** Seeds the areas the server does not hold yet, and brings those up to date whose pack was built anew. */
export async function seedMissing(
  internal: Internal,
  areas: ServedArea[],
  known: { key: string; hash: string | null }[]
): Promise<void> {
  for (const area of areas) {
    const { id } = area.manifest;
    const held = known.find(({ key }) => key === id);
    if (held?.hash === area.hash) continue;
    say(held ? `area ${id}: the pack is another than the one seeded; what changes:` : `area ${id}: seeding …`);
    if (held) tell(await seedArea(internal, area, false));
    const report = await seedArea(internal, area);
    say(
      `area ${id}: ${report.created} records made, ${report.updated} updated, ` +
        `${report.keptByHand} kept as edited by hand${report.absent ? `, ${report.absent} no longer in the pack (kept)` : ''}.`
    );
  }
}

function tell({ changes, updated }: SeedReport): void {
  for (const { collection, key, fields } of changes) say(`  ${collection} ${key}: ${fields.join(', ')}`);
  if (updated > changes.length) say(`  and ${updated - changes.length} more`);
}

/** The pack's records, with sample operations where the pack allows them; loaded only when there is something to seed. */
async function readSituation(area: ServedArea): Promise<Situation> {
  const { loadArea } = await import('../pack/load-area');
  return (await loadArea(area.dir)).situation;
}
