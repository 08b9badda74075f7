import { BLANK_FACILITY } from '../../lib/core/model/blank-facility';
import { DEFAULT_RULE_PACK } from '../../lib/core/rules/rule-pack';
import { sampleMedicines } from '../../lib/core/sample/sample-stock';
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

/** What the server holds of an area already. */
export interface HeldArea {
  key: string;
  hash: string | null;
  /** Whether sample operations stand in its records. */
  sample: boolean;
}

/**
 * Writes an area's ground facts, with sample operations where wanted, into the server, or shows what would change.
 * Without sample a new area gets a list of medicines to start from. Hand edits stay, nothing is deleted.
 */
export async function seedArea(
  internal: Internal,
  area: ServedArea,
  { held, sample, apply }: { held: HeldArea | undefined; sample: boolean; apply: boolean }
): Promise<SeedReport> {
  const { manifest } = area;
  const own: Row = {
    key: manifest.id,
    unit: 'county',
    origin: 'pack',
    names: manifest.names,
    bbox: manifest.bbox,
    manifest: { hash: area.hash, builtAt: manifest.builtAt, counts: manifest.counts },
    shipped: area.shipped,
    sample: sample || (held?.sample ?? false)
  };
  const situation = await readSituation(area, sample);
  const facts = sample || held ? situation : { ...situation, medicines: startingMedicines() };
  const records = [{ name: 'areas', rows: [own] }, ...rowsOf(facts)];
  // Operation that a pack without sample says nothing of stays as it stands.
  const blank = sample ? {} : { facilities: BLANK_FACILITY };
  return internal.call<SeedReport>('seed', { area: manifest.id, records, apply, blank });
}

/**
 * Seeds the areas the server does not hold yet, and brings those up to date whose pack was built anew. Sample operations
 * come with a demonstration alone, and never into an area that was begun without.
 *
 * @returns keys of the served areas that hold sample operations.
 */
export async function seedMissing(
  internal: Internal,
  areas: ServedArea[],
  { held: known, demo }: { held: HeldArea[]; demo: boolean }
): Promise<string[]> {
  const withSample: string[] = [];
  for (const area of areas) {
    const { id } = area.manifest;
    const held = known.find(({ key }) => key === id);
    const sample = demo && (held ? held.sample : area.manifest.sample);
    if (sample || held?.sample) withSample.push(id);
    if (held?.hash === area.hash) continue;
    say(held ? `area ${id}: the pack is another than the one seeded; what changes:` : `area ${id}: seeding …`);
    if (held) tell(await seedArea(internal, area, { held, sample, apply: false }));
    const report = await seedArea(internal, area, { held, sample, apply: true });
    say(
      `area ${id}: ${report.created} records made, ${report.updated} updated, ` +
        `${report.keptByHand} kept as edited by hand${report.absent ? `, ${report.absent} no longer in the pack (kept)` : ''}.`
    );
  }
  return withSample;
}

function tell({ changes, updated }: SeedReport): void {
  for (const { collection, key, fields } of changes) say(`  ${collection} ${key}: ${fields.join(', ')}`);
  if (updated > changes.length) say(`  and ${updated - changes.length} more`);
}

/** The pack's records, with sample operations where wanted; loaded only when there is something to seed. */
async function readSituation(area: ServedArea, sample: boolean): Promise<Situation> {
  const { loadArea, loadGround } = await import('../pack/load-area');
  if (!sample || area.manifest.times === 'estimated') return loadGround(area.dir).situation;
  return (await loadArea(area.dir)).situation;
}

/** One medicine of each class; an administrator changes the list. */
function startingMedicines(): Situation['medicines'] {
  return new Map(sampleMedicines(DEFAULT_RULE_PACK).map((each) => [each.id, { ...each, origin: 'derived' as const }]));
}
