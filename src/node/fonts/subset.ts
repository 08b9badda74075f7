/**
 * Cuts Inter and Noto Sans SC to the characters that the interface and the built areas show, as woff2 in static/fonts
 * with their @font-face rules. Nothing is done while the characters are the same. Run it alone with
 * `npx tsx src/node/fonts/subset.ts`; the build runs it before Vite reads static files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { charactersAtFirst, charactersShown } from './characters';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const FORMAT = 7;
/** Noto draws what is Chinese, Inter everything below. */
const FIRST_CHINESE = 0x2e80;
const CHINESE_PUNCTUATION = '“”‘’—…·';
/** Inter's tabular figures widen the hyphen too, which tears words apart: it comes from a piece without the feature. */
const NOT_TABULAR = [...'-'].map((character) => character.codePointAt(0)!);
/** Layout tables that upright running text does without; widths are read from the outlines' own metrics. */
const DROPPED = ['HVAR', 'VVAR', 'MVAR', 'vhea', 'vmtx', 'VORG', 'BASE', 'gasp', 'prep', 'fpgm', 'cvt '];

interface Family {
  family: string;
  folder: string;
  /** Files of the font package by the code points each covers. */
  slices: { file: string; ranges: [number, number][] }[];
  /** Code points of one slice by the layout features they keep. */
  pieces: (codes: number[]) => { codes: number[]; features: string[] }[];
  wants: (code: number) => boolean;
  weights: { min: number; max: number } | number;
}

export async function subsetFonts(root = ROOT): Promise<{ bytes: number; made: boolean }> {
  const target = join(root, 'static', 'fonts');
  const characters = charactersShown(root);
  const families = [inter(root), notoSansSc(root)];
  const versions = families.map(({ folder }) => readJson<{ version: string }>(join(folder, 'package.json')).version);
  const first = [...charactersAtFirst(root)].sort();
  const stamp = createHash('sha256')
    .update(JSON.stringify([FORMAT, versions, characters, first]))
    .digest('hex');
  if (readText(join(target, 'stamp.txt')) === stamp) return { bytes: bytesIn(target), made: false };

  const work = `${target}.${process.pid}.tmp`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const rules: string[] = [];
  for (const family of families) {
    const left = new Set(characters.map((character) => character.codePointAt(0)!).filter(family.wants));
    for (const { file, ranges } of family.slices) {
      const codes = [...left].filter((code) => ranges.some(([first, last]) => code >= first && code <= last));
      if (codes.length === 0) continue;
      for (const code of codes) left.delete(code);
      for (const piece of family.pieces(codes)) {
        const cut = await subsetFont(readFileSync(file), String.fromCodePoint(...piece.codes), {
          targetFormat: 'woff2',
          noHinting: true,
          keepFeatures: piece.features,
          dropTables: DROPPED,
          variationAxes: { wght: family.weights }
        });
        const name = `${basename(file, '.woff2')}-${createHash('sha256').update(cut).digest('hex').slice(0, 8)}.woff2`;
        writeFileSync(join(work, name), cut);
        rules.push(fontFace(family, name, piece.codes));
      }
    }
  }
  writeFileSync(join(work, 'fonts.css'), rules.join('\n'));
  writeFileSync(join(work, 'stamp.txt'), stamp);
  rmSync(target, { recursive: true, force: true });
  renameSync(work, target);
  return { bytes: bytesIn(target), made: true };
}

function inter(root: string): Family {
  const folder = join(root, 'node_modules', '@fontsource-variable', 'inter');
  return {
    family: 'Inter',
    folder,
    slices: slices(folder, (name) => `inter-${name}-wght-normal.woff2`),
    pieces: (codes) =>
      [
        {
          codes: codes.filter((code) => !NOT_TABULAR.includes(code)),
          features: ['tnum', 'kern', 'ccmp', 'mark', 'locl']
        },
        { codes: codes.filter((code) => NOT_TABULAR.includes(code)), features: [] }
      ].filter((piece) => piece.codes.length > 0),
    wants: (code) => code < FIRST_CHINESE,
    weights: { min: 400, max: 600 }
  };
}

function notoSansSc(root: string): Family {
  const folder = join(root, 'node_modules', '@fontsource-variable', 'noto-sans-sc');
  const first = charactersAtFirst(root);
  const punctuation = new Set([...CHINESE_PUNCTUATION].map((character) => character.codePointAt(0)!));
  return {
    family: 'Noto Sans SC',
    folder,
    slices: slices(folder, (name) => `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    pieces: (codes) =>
      [
        codes.filter((code) => first.has(String.fromCodePoint(code))),
        codes.filter((code) => !first.has(String.fromCodePoint(code)))
      ].flatMap((piece) => (piece.length > 0 ? [{ codes: piece, features: [] }] : [])),
    wants: (code) => code >= FIRST_CHINESE || punctuation.has(code),
    // One weight halves the bytes; the browser thickens it for headings.
    weights: 400
  };
}

function slices(folder: string, fileOf: (name: string) => string): Family['slices'] {
  const covered = readJson<Record<string, string>>(join(folder, 'unicode.json'));
  return Object.entries(covered).map(([name, list]) => ({
    file: join(folder, 'files', fileOf(name)),
    ranges: list.split(',').map((range): [number, number] => {
      const [first, last = first] = range.trim().slice(2).split('-');
      return [parseInt(first, 16), parseInt(last, 16)];
    })
  }));
}

function fontFace({ family, weights }: Family, file: string, codes: number[]): string {
  const weight = typeof weights === 'number' ? String(weights) : `${weights.min} ${weights.max}`;
  return `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url("${file}") format("woff2");unicode-range:${unicodeRange(codes)}}`;
}

/** `U+20-7E,U+4E00` of code points in any order. */
export function unicodeRange(codes: readonly number[]): string {
  const sorted = [...codes].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of sorted) {
    const last = ranges.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',');
}

function bytesIn(folder: string): number {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.woff2'))
    .reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, made } = await subsetFonts();
  console.log(`${made ? 'Fonts cut' : 'Fonts are current'}: ${Math.round(bytes / 1000)} kB`);
}
