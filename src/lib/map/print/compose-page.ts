import { number, translate, type Locale } from '../../i18n';
import { scaleBar } from '../camera';
import { PALETTES } from '../palette';
import { drawClasses, drawSymbols, type LegendInput } from './draw-legend';
import type { Page } from './paper';
import type { MapPicture } from './render-map';
import { createSheet, type Sheet, type TextRun, type TextStyle } from './sheet';

/** What a printed map says, all worded. */
export interface PageWords {
  title: string;
  /** What follows from the map, in one sentence or two. */
  finding: string;
  /** Settings, moment, plan or facts, sample: what the figures are. */
  facts: readonly string[];
  /** Sources with licence; the map's review number where one is set. */
  sources: readonly string[];
}

export interface PageInput {
  page: Page;
  words: PageWords;
  legend: LegendInput;
  locale: Locale;
  /** CSS font family. */
  family: string;
  /** Draws the map once its frame is known, CSS pixels. */
  drawMap: (width: number, height: number) => Promise<MapPicture>;
}

export interface ComposedPage {
  canvas: HTMLCanvasElement;
  page: Page;
  runs: TextRun[];
}

const MARGIN = 34;
const GAP = 10;
const COLUMN = 214;

/** A sheet with title and finding above, the map with scale and north, its legend, and below what it rests on. */
export async function composePage(input: PageInput): Promise<ComposedPage> {
  const { page, words, legend, locale, family } = input;
  const { width, height, ratio, unit } = page;
  const palette = PALETTES.light;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const sheet = createSheet(canvas, ratio, family, locale);
  const { context } = sheet;
  context.fillStyle = palette.s1;
  context.fillRect(0, 0, width, height);

  const [left, right] = [MARGIN, width - MARGIN];
  const inner = right - left;
  const title: TextStyle = { size: 19 * unit, weight: 600, colour: palette.text };
  const finding: TextStyle = { size: 13 * unit, weight: 500, colour: palette.text };
  const facts: TextStyle = { size: 9.5 * unit, colour: palette.text2 };
  const sources: TextStyle = { size: 8 * unit, colour: palette.text2 };

  let top = MARGIN;
  top += sheet.paragraph(words.title, left, top, inner, title);
  if (words.finding) top += 3 * unit + sheet.paragraph(words.finding, left, top + 3 * unit, inner, finding);
  top += 3 * unit + sheet.paragraph(words.facts.join(' · '), left, top + 3 * unit, inner, facts) + GAP;

  const sourceLines = sheet.wrap(words.sources.join(' · '), inner, sources);
  const bottom = height - MARGIN - sourceLines.length * sheet.lineHeight(sources);
  sourceLines.forEach((line, i) => sheet.line(line, left, bottom + i * sheet.lineHeight(sources), sources));

  const draw = { sheet, palette, locale, unit };
  const upright = height > width;
  let frame: { x: number; y: number; width: number; height: number };
  if (upright) {
    // The legend's height is known once it is drawn: beside each other, classes and symbols, under the map.
    const classes = Math.min(260 * unit, inner * 0.42);
    const rest = inner - classes - 2 * GAP;
    const columns = Math.max(1, Math.floor(rest / (135 * unit)));
    const measured = measure(draw, legend, classes, rest, columns);
    const legendTop = bottom - GAP - measured;
    drawClasses(draw, legend, left, legendTop, classes);
    const box = { x: left + classes + 2 * GAP, top: legendTop, width: rest, columns };
    drawKey(draw, legend, box);
    frame = { x: left, y: top, width: inner, height: legendTop - GAP - top };
  } else {
    const column = COLUMN * unit;
    const x = right - column;
    const taken = drawClasses(draw, legend, x, top, column);
    drawKey(draw, legend, { x, top: top + taken + GAP, width: column, columns: 1 });
    frame = { x: left, y: top, width: inner - column - 2 * GAP, height: bottom - GAP - top };
  }
  const whole = { width: Math.floor(frame.width), height: Math.floor(frame.height) };
  const map = await input.drawMap(whole.width, whole.height);
  context.drawImage(map.canvas, frame.x, frame.y, whole.width, whole.height);
  context.strokeStyle = palette.edgeStrong;
  context.lineWidth = unit;
  context.strokeRect(frame.x, frame.y, whole.width, whole.height);
  drawScale(sheet, map.metresPerPixel, { x: frame.x + 12 * unit, y: frame.y + whole.height - 12 * unit }, input);
  drawNorth(sheet, { x: frame.x + whole.width - 22 * unit, y: frame.y + 26 * unit }, input);
  return { canvas, page, runs: sheet.runs };
}

type Draw = Parameters<typeof drawClasses>[0];

function drawKey(draw: Draw, legend: LegendInput, box: Parameters<typeof drawSymbols>[2]): number {
  const style: TextStyle = { size: 11 * draw.unit, weight: 600, colour: draw.palette.text };
  draw.sheet.line(translate(draw.locale, 'print-symbols'), box.x, box.top, style);
  const head = draw.sheet.lineHeight(style) + 3 * draw.unit;
  return head + drawSymbols(draw, legend.symbols, { ...box, top: box.top + head });
}

/** Height of the legend under an upright map, found by drawing it beside the sheet. */
function measure(draw: Draw, legend: LegendInput, classes: number, rest: number, columns: number): number {
  const { context, runs } = draw.sheet;
  const before = runs.length;
  context.save();
  context.beginPath();
  context.rect(0, 0, 0, 0);
  context.clip();
  const own = drawClasses(draw, legend, 0, 0, classes);
  const key = drawKey(draw, legend, { x: 0, top: 0, width: rest, columns });
  context.restore();
  runs.length = before;
  return Math.max(own, key);
}

function drawScale(sheet: Sheet, metresPerPixel: number, at: { x: number; y: number }, input: PageInput): void {
  const { locale, page } = input;
  const { unit } = page;
  const palette = PALETTES.light;
  const { context } = sheet;
  const { metres, pixels } = scaleBar(metresPerPixel, 130 * unit);
  const text =
    metres >= 1000
      ? translate(locale, 'map-scale-kilometres', { value: number(metres / 1000, 0, locale) })
      : translate(locale, 'map-scale-metres', { value: number(metres, 0, locale) });
  const style: TextStyle = { size: 10 * unit, weight: 500, colour: palette.text };
  context.fillStyle = palette.s1;
  context.globalAlpha = 0.85;
  context.fillRect(at.x - 6 * unit, at.y - 24 * unit, pixels + 12 * unit, 30 * unit);
  context.globalAlpha = 1;
  sheet.line(text, at.x, at.y - 21 * unit, style);
  context.strokeStyle = palette.text;
  context.lineWidth = 1.4 * unit;
  context.beginPath();
  context.moveTo(at.x, at.y - 6 * unit);
  context.lineTo(at.x, at.y);
  context.lineTo(at.x + pixels, at.y);
  context.lineTo(at.x + pixels, at.y - 6 * unit);
  context.stroke();
}

/** North is up on every printed map. */
function drawNorth(sheet: Sheet, { x, y }: { x: number; y: number }, { locale, page }: PageInput): void {
  const { unit } = page;
  const palette = PALETTES.light;
  const { context } = sheet;
  context.fillStyle = palette.s1;
  context.globalAlpha = 0.85;
  context.beginPath();
  context.roundRect(x - 14 * unit, y - 18 * unit, 28 * unit, 42 * unit, 4 * unit);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = palette.text;
  context.beginPath();
  context.moveTo(x, y - 14 * unit);
  context.lineTo(x + 7 * unit, y + 6 * unit);
  context.lineTo(x, y + 2 * unit);
  context.lineTo(x - 7 * unit, y + 6 * unit);
  context.closePath();
  context.fill();
  const style: TextStyle = { size: 10 * unit, weight: 600, colour: palette.text };
  sheet.line(translate(locale, 'print-north'), x, y + 7 * unit, style, 'middle');
}
