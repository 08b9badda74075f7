import { namesOf, type FactIndex } from './known-facts';
import { nameOf } from './match-village';
import { townStem } from './name-stem';
import { isPinyinOf, soundAlike } from './pinyin';
import type { Question } from './questions';

/** Which township a spelling means: those that sound alike or hold the word first, then the rest. */
export function townQuestion({ facts }: FactIndex, read: string): Question {
  const stem = townStem(read);
  const towns = [...facts.situation.townships.values()].map((town) => ({
    town,
    alike: namesOf(town).some((name) => {
      const known = townStem(name);
      return known.includes(stem) || stem.includes(known) || soundAlike(known, stem) || isPinyinOf(known, stem);
    })
  }));
  const ordered = [...towns.filter(({ alike }) => alike), ...towns.filter(({ alike }) => !alike)];
  return {
    kind: 'town',
    read,
    rows: 1,
    candidates: ordered.map(({ town, alike }) => ({
      id: town.id,
      name: nameOf(town),
      town: nameOf(town),
      code: town.code,
      by: alike ? 'pinyin' : 'distance',
      metres: null
    }))
  };
}
