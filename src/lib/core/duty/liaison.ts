import type { FacilityId, TownshipId } from '../model/ids';
import type { DutyShift, Post } from '../model/records';
import type { Situation } from '../model/situation';
import { lackOf } from './judge-posts';

/** Somebody to be called for a post. */
export interface LiaisonPerson {
  role: 'liaison' | 'deputy';
  name: string;
  telephone: string;
}

/** The post that answers for one end of a transfer; null where none is on record. */
export type Liaison = Pick<Post, 'origin' | 'editedFields'> & { people: LiaisonPerson[] };

type Facts = Pick<Situation, 'posts'>;

/** Of a hospital, whatever its kind; a post that is held before one that is not. */
export function liaisonOfSite({ posts }: Facts, facilityId: FacilityId): Liaison | null {
  const own = [...posts.values()].filter((post) => post.facilityId === facilityId && post.kind !== 'counterpart');
  return heldFirst(own);
}

/** Of the vehicles of a township, else of the county's. */
export function liaisonOfVehicles({ posts }: Facts, townshipId: TownshipId): Liaison | null {
  const all = [...posts.values()].filter(({ kind }) => kind === 'vehicles');
  const own = all.filter(({ unit }) => unit === townshipId);
  const held = own.some((post) => lackOf(post) === null);
  return heldFirst(held ? own : [...all.filter(({ unit }) => unit === 'county'), ...own]);
}

/** Who of a unit is on duty at a moment (epoch ms), by the begin of the shift. */
export function onDutyAt({ dutyShifts }: Pick<Situation, 'dutyShifts'>, unit: string, at: number): DutyShift[] {
  return [...dutyShifts.values()]
    .filter((shift) => shift.unit === unit && Date.parse(shift.startsAt) <= at && at < Date.parse(shift.endsAt))
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1));
}

function heldFirst(posts: readonly Post[]): Liaison | null {
  const post = posts.find((each) => lackOf(each) === null) ?? posts.at(0);
  if (!post) return null;
  const { origin, editedFields, person, telephone, deputy, deputyTelephone } = post;
  const people: LiaisonPerson[] = [
    { role: 'liaison', name: person.trim(), telephone },
    { role: 'deputy', name: deputy.trim(), telephone: deputyTelephone }
  ];
  return { origin, editedFields, people: people.filter(({ name }) => name !== '') };
}
