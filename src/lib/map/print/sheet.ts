import type { Locale } from '../../i18n';
import { wrapText } from './wrap-text';

/** A piece of text as it was drawn, for the layer of real text in a PDF. CSS pixels, baseline. */
export interface TextRun {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
}

export interface TextStyle {
  size: number;
  weight?: 400 | 500 | 600;
  colour: string;
}

const LINE_HEIGHT = 1.36;
/** Where a line's baseline lies, from its top. */
const BASELINE = 1.02;

/** A canvas to compose a page on, in CSS pixels, that remembers every text it bears. */
export interface Sheet {
  context: CanvasRenderingContext2D;
  runs: TextRun[];
  lineHeight(style: TextStyle): number;
  widthOf(text: string, style: TextStyle): number;
  /** Lines that `paragraph` would make. */
  wrap(text: string, width: number, style: TextStyle): string[];
  /** One line; `y` is its top. */
  line(text: string, x: number, y: number, style: TextStyle, align?: 'start' | 'end' | 'middle'): void;
  /** Wrapped text. @returns the height it took. */
  paragraph(text: string, x: number, y: number, width: number, style: TextStyle): number;
}

export function createSheet(canvas: HTMLCanvasElement, ratio: number, family: string, locale: Locale): Sheet {
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const runs: TextRun[] = [];
  const use = ({ size, weight = 400 }: TextStyle) => {
    context.font = `${weight} ${size}px ${family}`;
  };
  const sheet: Sheet = {
    context,
    runs,
    lineHeight: ({ size }) => size * LINE_HEIGHT,
    widthOf(text, style) {
      use(style);
      return context.measureText(text).width;
    },
    wrap(text, width, style) {
      use(style);
      return wrapText(text, width, (each) => context.measureText(each).width, locale);
    },
    line(text, x, y, style, align = 'start') {
      if (text === '') return;
      const width = sheet.widthOf(text, style);
      const left = align === 'end' ? x - width : align === 'middle' ? x - width / 2 : x;
      const base = y + style.size * BASELINE;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      context.fillStyle = style.colour;
      context.fillText(text, left, base);
      runs.push({ text, x: left, y: base, size: style.size, width });
    },
    paragraph(text, x, y, width, style) {
      const lines = sheet.wrap(text, width, style);
      lines.forEach((each, i) => sheet.line(each, x, y + i * sheet.lineHeight(style), style));
      return lines.length * sheet.lineHeight(style);
    }
  };
  return sheet;
}
