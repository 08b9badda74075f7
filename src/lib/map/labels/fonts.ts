import type { Palette } from '../palette';
import type { LabelKind } from './place-labels';

interface TextStyle {
  size: number;
  weight: 400 | 500 | 600;
  italic?: boolean;
  colour: (palette: Palette) => string;
}

const main = (palette: Palette) => palette.label;
const second = (palette: Palette) => palette.label2;

/** Pixels at scale 1. */
export const LABEL_STYLES: Record<LabelKind, TextStyle> = {
  selected: { size: 14, weight: 600, colour: (palette) => palette.ink },
  vehicle: { size: 13, weight: 600, colour: main },
  hospital: { size: 14, weight: 600, colour: main },
  changed: { size: 13, weight: 600, colour: main },
  town: { size: 16, weight: 600, colour: main },
  village: { size: 12.5, weight: 400, colour: second },
  peak: { size: 12, weight: 400, italic: true, colour: second },
  place: { size: 12, weight: 400, colour: second }
};

/** CSS font of a label. */
export function fontOf(kind: LabelKind, scale: number, family: string): string {
  const { size, weight, italic } = LABEL_STYLES[kind];
  return `${italic ? 'italic ' : ''}${weight} ${size * scale}px ${family}`;
}

export const SUFFIX_GAP = 4;
export const TAG_SIZE = 12;
export const SHIELD_SIZE = 10.5;
