import type { CheckContext, CheckedRow } from './check-row';
import { namesOf, type FactIndex } from './known-facts';
import { townStem } from './name-stem';
import { editOf, shortHash } from './row-plan';
import type { ImportEdit } from './questions';
import { TABLE_KIND_SPECS } from './table-kinds';
import type { TableKind } from './table';

/** Answers to which township a spelling means, beside the id of a known one. */
export const NEW_TOWN = 'new';
/** As `NEW_TOWN`, and known villages that its rows name go there too. */
export const NEW_TOWN_MOVING = 'new-moving';
export type NewTownAnswer = typeof NEW_TOWN | typeof NEW_TOWN_MOVING;

/** A township that a person says is new; after a first part of the import it is on record already. */
export interface NewTown {
  id: string;
  name: string;
  moving: boolean;
}

/** Ways in which a table of this kind may make a township; none for one that only speaks of known records. */
export function newTownAnswers(kind: TableKind): NewTownAnswer[] {
  if (!TABLE_KIND_SPECS[kind].writes.includes('townships')) return [];
  return kind === 'villages' ? [NEW_TOWN, NEW_TOWN_MOVING] : [NEW_TOWN];
}

/** What a person answered for a spelling; null while nothing was that can be followed. */
export function answeredTown(
  { index, choice }: Pick<CheckContext, 'index' | 'choice'>,
  said: string
): { id: string; made: NewTown | null } | null {
  const answer = choice.answers.town[said];
  if (answer === undefined) return null;
  if (index.facts.situation.townships.has(answer as never)) return { id: answer, made: null };
  if (!newTownAnswers(choice.kind).some((each) => each === answer)) return null;
  const id = newTownId(index, said);
  return { id, made: { id, name: said, moving: answer === NEW_TOWN_MOVING } };
}

/**
 * Whether a row names a township that is said to be new, or that a table or a hand has made: what the row speaks of may
 * be known under the township it had before.
 */
export function isOwnTown({ facts }: FactIndex, { townId, newTown }: Pick<CheckedRow, 'townId' | 'newTown'>): boolean {
  if (newTown || townId === null) return newTown !== null;
  const town = facts.situation.townships.get(townId as never);
  return town?.origin === 'hand' && !town.derived;
}

/** What stands in a derived township may belong to one that a table brings; elsewhere it is a namesake. */
export function inDerivedTown({ facts }: FactIndex, { townshipId }: { townshipId: string }): boolean {
  return facts.situation.townships.get(townshipId as never)?.derived === true;
}

/**
 * From the stem of the name, so that spellings of one township make one, and the same one whenever the table comes
 * again. A key that has come to stand for another name gets a number.
 */
function newTownId({ facts }: FactIndex, said: string): string {
  const { townships } = facts.situation;
  const stem = townStem(said);
  const wanted = `t-${shortHash(stem || said)}`;
  let id = wanted;
  for (let n = 2; ; n++) {
    const held = townships.get(id as never);
    if (!held || namesOf(held).some((name) => name === said || townStem(name) === stem)) return id;
    id = `${wanted}-${n}`;
  }
}

/** The edit that makes the township, where these edits name it and it is not on record. */
export function townEdit(
  { facts }: FactIndex,
  { id, name }: NewTown,
  edits: readonly ImportEdit[],
  row: number
): ImportEdit[] {
  if (facts.situation.townships.has(id as never)) return [];
  if (!edits.some(({ after }) => after.townshipId === id || after.unit === id)) return [];
  const fields = { names: { local: name }, code: null, seatFacilityId: null, derived: false, unit: id };
  return editOf({ collection: 'townships', id, row }, null, fields, {});
}
