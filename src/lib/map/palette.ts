import type { Theme } from './model';

/** The colours the map needs, mirrored from tokens.css (a test holds them equal): a worker or a test has no CSS. */
export interface Palette {
  theme: Theme;
  s1: string;
  s2: string;
  text: string;
  text2: string;
  text3: string;
  textInv: string;
  edge: string;
  edgeStrong: string;
  ink: string;
  min0: string;
  min1: string;
  min2: string;
  min3: string;
  min4: string;
  minInk: string;
  minEdge: string;
  minXBg: string;
  minXLine: string;
  ready: string;
  moving: string;
  onsite: string;
  warn: string;
  alert: string;
  out: string;
  tier4: string;
  tier3: string;
  tier2: string;
  tier1: string;
  tierPaper: string;
  sea: string;
  sea1: string;
  sea2: string;
  land: string;
  coast: string;
  contour: string;
  contourO: number;
  roadCase: string;
  roadP: string;
  roadS: string;
  roadT: string;
  roadU: string;
  roadR: string;
  roadK: string;
  label: string;
  label2: string;
  labelSea: string;
  halo: string;
  shield: string;
  shieldT: string;
}

/** Token of tokens.css behind a palette entry, e.g. `min0` → `--gl-min-0`. */
export const PALETTE_TOKENS: Record<Exclude<keyof Palette, 'theme'>, string> = {
  s1: '--gl-s1',
  s2: '--gl-s2',
  text: '--gl-text',
  text2: '--gl-text-2',
  text3: '--gl-text-3',
  textInv: '--gl-text-inv',
  edge: '--gl-edge',
  edgeStrong: '--gl-edge-strong',
  ink: '--gl-ink',
  min0: '--gl-min-0',
  min1: '--gl-min-1',
  min2: '--gl-min-2',
  min3: '--gl-min-3',
  min4: '--gl-min-4',
  minInk: '--gl-min-ink',
  minEdge: '--gl-min-edge',
  minXBg: '--gl-min-x-bg',
  minXLine: '--gl-min-x-line',
  ready: '--gl-ready',
  moving: '--gl-moving',
  onsite: '--gl-onsite',
  warn: '--gl-warn',
  alert: '--gl-alert',
  out: '--gl-out',
  tier4: '--gl-tier-4',
  tier3: '--gl-tier-3',
  tier2: '--gl-tier-2',
  tier1: '--gl-tier-1',
  tierPaper: '--gl-tier-paper',
  sea: '--gl-sea',
  sea1: '--gl-sea-1',
  sea2: '--gl-sea-2',
  land: '--gl-land',
  coast: '--gl-coast',
  contour: '--gl-contour',
  contourO: '--gl-contour-o',
  roadCase: '--gl-road-case',
  roadP: '--gl-road-p',
  roadS: '--gl-road-s',
  roadT: '--gl-road-t',
  roadU: '--gl-road-u',
  roadR: '--gl-road-r',
  roadK: '--gl-road-k',
  label: '--gl-label',
  label2: '--gl-label-2',
  labelSea: '--gl-label-sea',
  halo: '--gl-halo',
  shield: '--gl-shield',
  shieldT: '--gl-shield-t'
};

export const PALETTES: Record<Theme, Palette> = {
  dark: {
    theme: 'dark',
    s1: '#161B21',
    s2: '#1E252D',
    text: '#EAEEF2',
    text2: '#B0BAC5',
    text3: '#929EAB',
    textInv: '#11151A',
    edge: '#36414D',
    edgeStrong: '#6B7988',
    ink: '#F2F5F8',
    min0: '#555B66',
    min1: '#7868A8',
    min2: '#BA80E0',
    min3: '#FCA4E4',
    min4: '#FFE8D8',
    minInk: '#0D1115',
    minEdge: '#95A1AE',
    minXBg: '#11161B',
    minXLine: '#FFE8D8',
    ready: '#67D5B5',
    moving: '#5ED2FC',
    onsite: '#3C88F0',
    warn: '#FFB91F',
    alert: '#D9563F',
    out: '#767A80',
    tier4: '#FFFFFF',
    tier3: '#FFFFFF',
    tier2: '#D5DCE3',
    tier1: '#AEB8C2',
    tierPaper: '#161B21',
    sea: '#0A1016',
    sea1: '#0F1820',
    sea2: '#0C141B',
    land: '#20272E',
    coast: '#4A5966',
    contour: '#8FA0B0',
    contourO: 0.1,
    roadCase: '#12171C',
    roadP: '#8492A0',
    roadS: '#6A7784',
    roadT: '#566270',
    roadU: '#48535F',
    roadR: '#3A444F',
    roadK: '#4B5662',
    label: '#E3E8ED',
    label2: '#AAB5C0',
    labelSea: '#6E879B',
    halo: '#141A20',
    shield: '#26303A',
    shieldT: '#B7C2CD'
  },
  light: {
    theme: 'light',
    s1: '#FFFFFF',
    s2: '#F5F6F7',
    text: '#12171C',
    text2: '#434E59',
    text3: '#606B76',
    textInv: '#FFFFFF',
    edge: '#CDD3D8',
    edgeStrong: '#7D8893',
    ink: '#12171C',
    min0: '#BAC1CE',
    min1: '#908DD0',
    min2: '#7F55AC',
    min3: '#7E0F60',
    min4: '#44000F',
    minInk: '#FFFFFF',
    minEdge: '#66717D',
    minXBg: '#FFFFFF',
    minXLine: '#44000F',
    ready: '#168670',
    moving: '#4C92C1',
    onsite: '#240FAD',
    warn: '#BA7A10',
    alert: '#AA1A1F',
    out: '#343840',
    tier4: '#12171C',
    tier3: '#12171C',
    tier2: '#2C353E',
    tier1: '#4A5560',
    tierPaper: '#FFFFFF',
    sea: '#D9E3E9',
    sea1: '#E3EBEF',
    sea2: '#DEE7EC',
    land: '#F5F4F0',
    coast: '#8FA1AE',
    contour: '#6B5B45',
    contourO: 0.16,
    roadCase: '#FFFFFF',
    roadP: '#6E757B',
    roadS: '#888F95',
    roadT: '#A0A6AA',
    roadU: '#B3B8BB',
    roadR: '#C9CCCD',
    roadK: '#ABA79E',
    label: '#161B20',
    label2: '#4A545D',
    labelSea: '#47677B',
    halo: '#F8F7F4',
    shield: '#FFFFFF',
    shieldT: '#434E59'
  }
};

export type Rgba = [number, number, number, number];

/** `#RRGGBB` as four bytes; `alpha` 0–1. */
export function rgba(hex: string, alpha = 1): Rgba {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255, Math.round(alpha * 255)];
}

/** The five fills of the minute classes, nearest first. */
export function minuteColours(palette: Palette): string[] {
  return [palette.min0, palette.min1, palette.min2, palette.min3, palette.min4];
}

/** Status colours: always drawn with a shape, worded beside it. */
export function statusColours(
  palette: Palette
): Record<'ready' | 'moving' | 'onsite' | 'warn' | 'alert' | 'out', string> {
  const { ready, moving, onsite, warn, alert, out } = palette;
  return { ready, moving, onsite, warn, alert, out };
}
