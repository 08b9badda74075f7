import PinyinMatch from 'pinyin-match';

const HAN = /\p{Script=Han}/u;
const INITIALS = [
  'b',
  'p',
  'm',
  'f',
  'd',
  't',
  'n',
  'l',
  'g',
  'k',
  'h',
  'j',
  'q',
  'x',
  'zh',
  'ch',
  'sh',
  'r',
  'z',
  'c',
  's',
  'y',
  'w',
  ''
];
const FINALS =
  'a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve'.split(
    ' '
  );
const SYLLABLES = INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)).filter(
  (each) => each.length <= 6
);

const soundsHeld = new Map<string, ReadonlySet<string>>();

/** Whether a Chinese name is written in full by this pinyin, without marks and spaces: 酉酬 ↔ youchou. */
export function isPinyinOf(name: string, latin: string): boolean {
  // The table is slow; names of one script are no case for it.
  if (!/^[a-z]+$/.test(latin) || !HAN.test(name)) return false;
  const found: unknown = PinyinMatch.match(name, latin);
  return Array.isArray(found) && found[0] === 0 && found[1] === [...name].length - 1;
}

/** Whether two Chinese names of equal length sound alike, character by character; tones are left out. */
export function soundAlike(a: string, b: string): boolean {
  const left = [...a];
  const right = [...b];
  if (left.length !== right.length || a === b) return false;
  return left.every((each, i) => each === right[i] || shareSound(each, right[i]));
}

function shareSound(a: string, b: string): boolean {
  if (!HAN.test(a) || !HAN.test(b)) return false;
  const sounds = soundsOf(b);
  for (const sound of soundsOf(a)) if (sounds.has(sound)) return true;
  return false;
}

/** Syllables of one character. The table is asked by first letter, then by syllable, and each answer is kept. */
function soundsOf(character: string): ReadonlySet<string> {
  let sounds = soundsHeld.get(character);
  if (!sounds) {
    const letters = [...'abcdefghjklmnopqrstwxyz'].filter((letter) => PinyinMatch.match(character, letter));
    const fitting = SYLLABLES.filter((each) => letters.includes(each[0]) && isPinyinOf(character, each));
    // The table also takes a beginning for the whole: `yo` for 酉. Only the longest of a row of beginnings is a sound.
    sounds = new Set(fitting.filter((each) => !fitting.some((other) => other !== each && other.startsWith(each))));
    soundsHeld.set(character, sounds);
  }
  return sounds;
}
