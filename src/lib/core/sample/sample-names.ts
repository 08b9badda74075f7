import type { Random } from './random';

/** Common given and family names of a region: invented people, never drawn from a register. */
const NAMES = {
  comorian: {
    first: [
      'Saïd',
      'Ahmed',
      'Mohamed',
      'Ali',
      'Abdou',
      'Ibrahim',
      'Fatima',
      'Amina',
      'Hadidja',
      'Youssouf',
      'Moinaecha'
    ],
    last: ['Mze', 'Soilihi', 'Mbaé', 'Hassani', 'Djoumoi', 'Abdallah', 'Msaidié', 'Bacar', 'Combo', 'Toihir', 'Mlamali']
  },
  chinese: {
    first: ['伟', '芳', '建国', '秀英', '军', '丽', '志强', '敏', '勇', '桂兰', '平'],
    last: ['冉', '田', '杨', '彭', '白', '石', '张', '李', '王', '陈', '吴']
  },
  other: {
    first: ['Alex', 'Maria', 'Daniel', 'Anna', 'Thomas', 'Eva', 'Martin', 'Julia', 'Peter', 'Laura', 'Simon'],
    last: ['Weber', 'Novak', 'Keller', 'Rossi', 'Meyer', 'Horvat', 'Fischer', 'Blanc', 'Berger', 'Silva', 'Wagner']
  }
} as const;
export type Region = keyof typeof NAMES;

/** Region whose names suit the area: by script of the place names, else by position. */
export function regionOf(
  places: readonly { names: { local: string }; lon: number | null; lat: number | null }[]
): Region {
  if (places.some(({ names }) => /\p{Script=Han}/u.test(names.local))) return 'chinese';
  const inComoros = ({ lon, lat }: { lon: number | null; lat: number | null }) =>
    lon !== null && lat !== null && lon > 43 && lon < 45 && lat > -13 && lat < -11;
  return places.some(inComoros) ? 'comorian' : 'other';
}

export function personName(random: Random, region: Region): string {
  const { first, last } = NAMES[region];
  const [given, family] = [random.pick<string>(first), random.pick<string>(last)];
  return region === 'chinese' ? family + given : `${given} ${family}`;
}
