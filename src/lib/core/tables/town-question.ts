import { namesOf, type FactIndex } from './known-facts';
import { nameOf } from './match-village';
import { townStem } from './name-stem';
import { newTownAnswers } from './new-town';
import { isPinyinOf, soundAlike } from './pinyin';
import type { Question } from './questions';
import type { TableKind } from './table';

/** Which township a spelling means: those that sound alike or hold the word first, then the rest; or that it is new. */
export function townQuestion({ facts }: FactIndex, kind: TableKind, read: string): Question {
  const stem = townStem(read);
  const towns = [...facts.situation.townships.values()].map((town) => {
    const stems = namesOf(town).map(townStem);
    const alike = stems.some(
      (known) => known.includes(stem) || stem.includes(known) || soundAlike(known, stem) || isPinyinOf(known, stem)
    );
    return { town, same: stems.includes(stem), alike };
  });
  const ordered = [...towns.filter(({ alike }) => alike), ...towns.filter(({ alike }) => !alike)];
  return {
    kind: 'town',
    read,
    rows: 1,
    candidates: ordered.map(({ town, same, alike }) => ({
      id: town.id,
      name: nameOf(town),
      town: nameOf(town),
      code: town.code,
      by: same ? 'name' : alike ? 'pinyin' : 'distance',
      metres: null
    })),
    offers: newTownAnswers(kind)
  };
}
