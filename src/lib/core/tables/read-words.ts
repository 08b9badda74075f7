import { CAPABILITIES, type Capability } from '../model/records';
import { headingKey } from './guess-columns';
import { halfWidth } from './half-width';
import type { CoordinateSystem } from './table';

const YES = ['是', '有', '√', '✓', '✔', '1', 'true', 'yes', 'y', '对', '开', '已', '24小时', '开放', '已设', '正常'];
const NO = ['否', '无', '×', '✗', 'x', '0', 'false', 'no', 'n', '不', '关', '未', '没有', '未开放', '未设', '停诊'];

/** Yes or no; null when it is neither. */
export function readFlag(text: string): boolean | null {
  const plain = halfWidth(text).trim().toLowerCase();
  if (YES.includes(plain)) return true;
  return NO.includes(plain) ? false : null;
}

/** ISO date from `2026-11-22`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20261122`, with or without a time; else null. */
export function readDate(text: string): string | null {
  const plain = halfWidth(text).trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** ISO date-time of `2026-11-22 20:00` and the like on clocks that are `zoneMs` ahead of UTC; null where it names none. */
export function readMoment(text: string, zoneMs: number): string | null {
  const plain = halfWidth(text).trim();
  const day = readDate(plain);
  const [, hours, minutes] = /[T日 ](\d{1,2}):(\d{2})(?::\d{2}.*)?$/.exec(plain) ?? [];
  if (day === null || hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return new Date(Date.parse(day) + (Number(hours) * 60 + Number(minutes)) * 60_000 - zoneMs).toISOString();
}

/** A date that names only the month, as expiry dates on packs do: usable through its last day. */
export function readExpiry(text: string): string | null {
  const whole = readDate(text);
  if (whole) return whole;
  const parts = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(halfWidth(text).trim());
  if (!parts) return null;
  const [year, month] = parts.slice(1).map(Number);
  if (month < 1 || month > 12) return null;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

const SYSTEM_WORDS: readonly [CoordinateSystem, RegExp][] = [
  ['wgs84', /^(wgs84|wgs1984|gps|epsg4326|4326)$/],
  ['cgcs2000', /^(cgcs2000|2000国家大地坐标系|国家2000|大地2000|cgcs|epsg4490|4490|2000坐标系|天地图)$/],
  ['gcj02', /^(gcj02|gcj|火星坐标|火星坐标系|火星|高德|高德地图|腾讯|腾讯地图|国测局|amap)$/],
  ['bd09', /^(bd09|bd09ll|百度|百度坐标|百度坐标系|百度地图|baidu)$/]
];

export function readCrs(text: string): CoordinateSystem | null {
  const key = headingKey(text);
  return SYSTEM_WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

type Choices = Readonly<Record<string, readonly string[]>>;

function spellings(choices: Choices): { value: string; key: string }[] {
  return Object.entries(choices).flatMap(([value, words]) =>
    [value, ...words].map((word) => ({ value, key: headingKey(word) }))
  );
}

/** The value one of whose spellings the text is, else one of whose spellings it holds; null when none or several. */
export function readChoice(text: string, choices: Choices): string | null {
  const key = headingKey(text);
  if (key === '') return null;
  const spelled = spellings(choices);
  const exact = spelled.find((each) => each.key === key);
  if (exact) return exact.value;
  const inside = spelled.filter((each) => each.key.length >= 2 && key.includes(each.key));
  const longest = Math.max(0, ...inside.map((each) => each.key.length));
  const values = new Set(inside.filter((each) => each.key.length === longest).map(({ value }) => value));
  return values.size === 1 ? [...values][0] : null;
}

/** Spellings of each capability, Chinese ones first. */
export const CAPABILITY_WORDS: Readonly<Record<Capability, readonly string[]>> = {
  oxygen: ['吸氧', '供氧', '氧气', '制氧'],
  icu: ['重症', 'ICU', '重症监护', 'intensive care'],
  dialysis: ['透析', '血透', '血液透析'],
  monitor: ['监护仪', '心电监护'],
  ventilator: ['呼吸机'],
  stretcher: ['担架'],
  'fever-clinic': ['发热门诊', '发热诊室'],
  obstetric: ['产科', '助产', '分娩']
};

/** A list of capabilities in either language; `unknown` is the first word that is none. */
export function readCapabilities(text: string): { value: Capability[] } | { unknown: string } {
  const found = new Set<Capability>();
  for (const part of text.split(/[,，;；、/|\n]+/).map((each) => each.trim())) {
    // A name may be of two words; only where it is none are its words read one by one.
    const whole = spellings(CAPABILITY_WORDS).some(({ key }) => key === headingKey(part));
    for (const word of whole ? [part] : part.split(/\s+/).filter((each) => each !== '')) {
      const value = readChoice(word, CAPABILITY_WORDS);
      if (value === null) return { unknown: word };
      found.add(value as Capability);
    }
  }
  return { value: CAPABILITIES.filter((each) => found.has(each)) };
}
