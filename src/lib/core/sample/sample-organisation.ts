import { duePosts } from '../duty/due-posts';
import type { Alliance, DutyShift, Facility, Post, PostKind, Township, Vehicle, Village, Zone } from '../model/records';
import { zoneMs } from '../report/local-time';
import type { RulePack } from '../rules/rule-pack';
import { randomOf } from './random';
import { personName, type Region } from './sample-names';
import { byId, isPlaced, nearestFacility, type Placed } from './sample-place';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The roster runs so many days; on each sixth the night is open. */
const ROSTER_DAYS = 60;
const OPEN_NIGHT_EVERY = 6;
const CHANGE_OF_SHIFT_HOURS = 8;

const SAMPLE = { origin: 'sample' as const, version: 1 };
const base = <U extends string>(unit: U) => ({ ...SAMPLE, unit, editedFields: [] as string[] });

/** A zone for each hospital above the township hospitals, every township in that of the nearest one. */
export function sampleZones(input: {
  townships: readonly Township[];
  villages: readonly Village[];
  facilities: readonly Facility[];
}): Zone[] {
  const { townships, facilities } = input;
  const heads = byId(facilities.filter(({ tier }) => tier === 'designated' || tier === 'sub-designated'));
  const zones = new Map<string, Zone>();
  for (const township of byId(townships)) {
    const place = middleOf(township, input);
    const head = (place ? nearestFacility(place, heads) : null) ?? heads.at(0);
    if (!head) continue;
    const zone = zones.get(head.id) ?? {
      ...base('county' as const),
      id: `zone-${head.id}`,
      names: {
        local: `${head.names.local} (zone)`,
        en: `${head.names.en ?? head.names.local} zone`,
        zh: `${head.names.zh ?? head.names.local}片区`
      },
      facilityId: head.id,
      townshipIds: []
    };
    zones.set(head.id, { ...zone, townshipIds: [...zone.townshipIds, township.id] });
  }
  return byId([...zones.values()]);
}

/** The hospital that makes the township, else the middle of its villages. */
function middleOf(
  { id, seatFacilityId }: Township,
  { villages, facilities }: { villages: readonly Village[]; facilities: readonly Facility[] }
): Placed | null {
  const seat = facilities.find((each) => each.id === seatFacilityId);
  if (seat && isPlaced(seat)) return seat;
  const placed = villages.filter(({ townshipId }) => townshipId === id).filter(isPlaced);
  if (placed.length === 0) return null;
  const mean = (of: (place: Placed) => number) => placed.reduce((sum, each) => sum + of(each), 0) / placed.length;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
}

/**
 * Every post that is wanted, held by invented people; about two in three have a deputy. One post of referral in a
 * township has nobody, and of two grid teams or more one is not on record.
 */
export function samplePosts(input: {
  townships: readonly Township[];
  villages: readonly Village[];
  facilities: readonly Facility[];
  alliances: readonly Alliance[];
  vehicles: readonly Vehicle[];
  region: Region;
  seed: number;
}): Post[] {
  const { region, seed } = input;
  if (input.facilities.length === 0) return [];
  const due = duePosts({
    townships: mapOf(input.townships),
    villages: mapOf(input.villages),
    facilities: mapOf(input.facilities),
    alliances: mapOf(input.alliances),
    vehicles: mapOf(input.vehicles),
    posts: new Map()
  });
  const faults = randomOf(seed, 'post-faults');
  const ofKinds = (...kinds: PostKind[]) =>
    faults.shuffle(byId(due.filter(({ unit, kind }) => unit !== 'county' && kinds.includes(kind))));
  const nobody = ofKinds('township-hospital', 'vehicles').at(0)?.id;
  const grids = ofKinds('grid');
  const absent = grids.length >= 2 ? grids[0].id : undefined;
  return byId(due.filter(({ id }) => id !== absent)).map(({ id, kind, unit, facilityId }, index): Post => {
    const random = randomOf(seed, `post/${id}`);
    const person = personName(random, region);
    const deputy = random.chance(2 / 3) ? personName(random, region) : '';
    // No line answers a number that begins with zeros.
    const line = (last: number) => `000 03 ${String(last).padStart(3, '0')}`;
    const held = id !== nobody;
    return {
      ...base(unit),
      id,
      kind,
      facilityId,
      person: held ? person : '',
      telephone: held ? line(index) : '',
      deputy: held ? deputy : '',
      deputyTelephone: held && deputy !== '' ? line(500 + index) : ''
    };
  });
}

/**
 * The county's roster from the day before `today` on: a day and night each, from eight to eight on the county's clocks;
 * on every sixth day, the day after tomorrow first, nobody has the night.
 */
export function sampleDuty(input: { region: Region; seed: number; today: string; pack: RulePack }): DutyShift[] {
  const { region, seed, today, pack } = input;
  const random = randomOf(seed, 'duty');
  const people = Array.from({ length: 6 }, (_, i) => ({
    person: personName(random, region),
    telephone: `000 04 ${String(i).padStart(3, '0')}`
  }));
  const first = Date.parse(`${today}T00:00:00Z`) - zoneMs(pack) + CHANGE_OF_SHIFT_HOURS * HOUR_MS;
  return Array.from({ length: ROSTER_DAYS + 1 }, (_, i): DutyShift => {
    const day = i - 1;
    const from = first + day * DAY_MS;
    const openNight = day >= 2 && (day - 2) % OPEN_NIGHT_EVERY === 0;
    const hours = openNight ? 12 : 24;
    return {
      ...base('county' as const),
      id: `duty-${String(i).padStart(3, '0')}`,
      ...people[i % people.length],
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(from + hours * HOUR_MS).toISOString()
    };
  });
}

function mapOf<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
