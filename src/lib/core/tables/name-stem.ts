import { halfWidth } from './half-width';

const VILLAGE_END = /(村民委员会|居民委员会|村委会|居委会|社区居委会|行政村|村|社区|居)$/;
const TOWN_END = /(人民政府|街道办事处|街道|土家族乡|苗族乡|民族乡|镇|乡|办事处)$/;

/** A name for comparing: half width, lower case, no marks or spaces. */
export function plainSpelling(name: string): string {
  return halfWidth(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** `plainSpelling` without what every village bears at its end: 龙潭村委会 → 龙潭. Never empty for a name with letters. */
export function stemOf(name: string): string {
  const plain = plainSpelling(name);
  return plain.replace(VILLAGE_END, '') || plain;
}

/** As `stemOf`, for townships: 龙潭镇 → 龙潭. */
export function townStem(name: string): string {
  const plain = plainSpelling(name);
  const stem = plain.replace(TOWN_END, '');
  // 乡 and 镇 of one character before them are part of the name.
  return stem.length >= 2 ? stem : plain;
}
