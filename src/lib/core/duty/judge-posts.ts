import type { FacilityId, TownshipId } from '../model/ids';
import type { Post, PostKind } from '../model/records';
import { duePosts, type DuePost, type PostFacts } from './due-posts';

/** Why a post is empty: no record, nobody named, or nobody who could be called. */
export type PostLack = 'record' | 'person' | 'telephone';

/** One post, wanted or on record. */
export interface PostState {
  /** Of its record; without one the key that the record will get. */
  id: string;
  kind: PostKind;
  unit: TownshipId | 'county';
  facilityId: FacilityId | null;
  /** Null where it is held by somebody who can be called. */
  lack: PostLack | null;
}

/**
 * Every post that is wanted and every one on record, in that order; empty are those without a record, a name or a
 * telephone (requirement 51: post, name, telephone). A deputy is no substitute. Records answer a wanted post of their
 * kind and hospital, or of their kind and unit where it links to none; vehicles of a township without a post of its own
 * are answered for by the county's, once that one is held.
 */
export function judgePosts(situation: PostFacts): PostState[] {
  const posts = [...situation.posts.values()];
  const answered = new Set<string>();
  const wanted = duePosts(situation).flatMap((due): PostState[] => {
    const own = posts.filter((post) => answers(post, due));
    for (const { id } of own) answered.add(id);
    if (own.length > 0) return own.map(stateOf);
    const standIn = due.kind === 'vehicles' && due.unit !== 'county' && posts.some(isCountyVehicles);
    return standIn ? [] : [{ ...due, lack: 'record' }];
  });
  const others = posts.filter(({ id }) => !answered.has(id)).map(stateOf);
  const seen = new Set<string>();
  return [...wanted, ...others].filter((state) => {
    if (seen.has(state.id)) return false;
    seen.add(state.id);
    return true;
  });
}

/** What a post lacks; null when somebody holds it who can be called. */
export function lackOf({ person, telephone }: Pick<Post, 'person' | 'telephone'>): PostLack | null {
  if (person.trim() === '') return 'person';
  return telephone.trim() === '' ? 'telephone' : null;
}

function stateOf(post: Post): PostState {
  const { id, kind, unit, facilityId } = post;
  return { id, kind, unit, facilityId, lack: lackOf(post) };
}

function answers(post: Post, due: DuePost): boolean {
  if (post.kind !== due.kind) return false;
  return due.facilityId !== null ? post.facilityId === due.facilityId : post.unit === due.unit;
}

function isCountyVehicles(post: Post): boolean {
  return post.kind === 'vehicles' && post.unit === 'county' && lackOf(post) === null;
}
