import { number, translate, type Locale } from '../../i18n';
import { drawIcon } from '../glyphs';
import { legendRows, type LegendRow } from '../legend';
import type { MapData } from '../model';
import { minuteColours, type Palette } from '../palette';
import type { SymbolEntry } from './legend-symbols';
import type { Sheet, TextStyle } from './sheet';

export interface LegendInput {
  data: MapData;
  symbols: readonly SymbolEntry[];
  /** What the minutes mean, already worded. */
  title: string;
  /** The times are guesses: hatched classes, the word beside them, villages alone. */
  estimated: boolean;
  /** Words for villages without a way, where the common ones do not fit. */
  unreachable?: string;
  /** Villages that have no position and so are not on the map. */
  unplaced?: { villages: number; persons: number };
  /** Said below, e.g. how far an estimate can be trusted. */
  note?: string;
}

interface Draw {
  sheet: Sheet;
  palette: Palette;
  locale: Locale;
  unit: number;
}

const ROW = 17;
const SWATCH = 5.2;

/** The legend's classes with how many villages and persons are in each. @returns the height it took. */
export function drawClasses(draw: Draw, legend: LegendInput, x: number, top: number, width: number): number {
  const { sheet, palette, locale, unit } = draw;
  const { data, title, estimated, note } = legend;
  const strong: TextStyle = { size: 11 * unit, weight: 600, colour: palette.text };
  const small: TextStyle = { size: 9 * unit, colour: palette.text2 };
  const plain: TextStyle = { size: 10 * unit, colour: palette.text };
  const heading = estimated ? `${title} (${translate(locale, 'estimate-label')})` : title;
  let y = top + sheet.paragraph(heading, x, top, width, strong) + 2 * unit;
  const [villages, persons] = [x + width - (estimated ? 0 : 62 * unit), x + width];
  sheet.line(translate(locale, 'map-legend-villages'), villages, y, small, 'end');
  if (!estimated) sheet.line(translate(locale, 'map-legend-persons'), persons, y, small, 'end');
  y += sheet.lineHeight(small) + 2 * unit;
  const rows = legendRows(data);
  const row = (name: string, counts: { villages: number; persons: number }) => {
    sheet.line(name, x + 18 * unit, y, plain);
    sheet.line(number(counts.villages, 0, locale), villages, y, plain, 'end');
    if (!estimated) sheet.line(number(counts.persons, 0, locale), persons, y, plain, 'end');
    y += ROW * unit;
  };
  for (const each of rows) {
    drawSwatch(draw, each, estimated, x + 7 * unit, y + 6.6 * unit);
    row(rowName(each, legend, locale), each);
  }
  const off = legend.unplaced?.villages ? legend.unplaced : { villages: 0, persons: 0 };
  if (off.villages > 0) row(translate(locale, 'print-unplaced'), off);
  sheet.context.strokeStyle = palette.edge;
  sheet.context.lineWidth = 0.75 * unit;
  sheet.context.beginPath();
  sheet.context.moveTo(x, y - 2 * unit);
  sheet.context.lineTo(x + width, y - 2 * unit);
  sheet.context.stroke();
  row(translate(locale, 'map-legend-all'), {
    villages: rows.reduce((sum, each) => sum + each.villages, off.villages),
    persons: rows.reduce((sum, each) => sum + each.persons, off.persons)
  });
  if (note) y += 2 * unit + sheet.paragraph(note, x, y + 2 * unit, width, small);
  return y - top;
}

function rowName({ minuteClass, from, to, far, step }: LegendRow, legend: LegendInput, locale: Locale): string {
  if (minuteClass === 'unreachable' && legend.unreachable) return legend.unreachable;
  if (typeof minuteClass === 'string') return translate(locale, `map-legend-${minuteClass}`);
  const name =
    to === null
      ? translate(locale, 'map-legend-over', { from: from ?? 0 })
      : from === null
        ? translate(locale, 'map-legend-first', { to })
        : translate(locale, 'map-legend-between', { from, to });
  return far && step !== null && !legend.estimated ? `${name} · ${translate(locale, 'map-legend-remote')}` : name;
}

function drawSwatch({ sheet, palette, unit }: Draw, row: LegendRow, estimated: boolean, x: number, y: number): void {
  const { context } = sheet;
  const disc = (radius: number) => {
    context.beginPath();
    context.arc(x, y, radius * unit, 0, Math.PI * 2);
  };
  if (row.step === null) {
    const name = row.minuteClass === 'unreachable' ? 'village-unreachable' : 'village-not-assessed';
    icon(context, name, palette, { x, y, size: 13 * unit });
    return;
  }
  const ring = row.far && !estimated;
  context.fillStyle = minuteColours(palette)[row.step];
  disc(ring ? SWATCH * 0.72 : SWATCH);
  context.fill();
  context.lineWidth = unit;
  if (ring) {
    context.strokeStyle = minuteColours(palette)[row.step];
    disc(SWATCH * 1.16);
    context.stroke();
  } else if (row.step <= 1) {
    context.strokeStyle = palette.minEdge;
    context.stroke();
  }
  if (estimated) icon(context, 'village-estimated', palette, { x, y, size: 12.4 * unit });
}

/** Key to symbols and lines in so many columns. @returns the height it took. */
export function drawSymbols(
  draw: Draw,
  symbols: readonly SymbolEntry[],
  box: { x: number; top: number; width: number; columns: number }
): number {
  const { sheet, palette, locale, unit } = draw;
  const style: TextStyle = { size: 10 * unit, colour: palette.text };
  const columnWidth = box.width / box.columns;
  const heights: number[] = new Array<number>(box.columns).fill(box.top);
  for (const symbol of symbols) {
    const column = heights.indexOf(Math.min(...heights));
    const x = box.x + column * columnWidth;
    const y = heights[column];
    drawSymbol(draw, symbol, x + 9 * unit, y + 7 * unit);
    const taken = sheet.paragraph(translate(locale, symbol.code), x + 24 * unit, y, columnWidth - 28 * unit, style);
    heights[column] += Math.max(ROW * unit, taken + 3 * unit);
  }
  return Math.max(...heights) - box.top;
}

function drawSymbol({ sheet, palette, unit }: Draw, symbol: SymbolEntry, x: number, y: number): void {
  const { context } = sheet;
  if (symbol.kind === 'icon') {
    icon(context, symbol.icon, palette, { x, y, size: 15 * unit });
    return;
  }
  if (symbol.kind === 'tag') {
    context.fillStyle = palette.warn;
    context.beginPath();
    context.roundRect(x - 9 * unit, y - 5.5 * unit, 18 * unit, 11 * unit, 3 * unit);
    context.fill();
    return;
  }
  const stroke = (colour: string, width: number, dash: number[] = []) => {
    context.strokeStyle = colour;
    context.lineWidth = width * unit;
    context.lineCap = 'butt';
    context.setLineDash(dash.map((each) => each * unit));
    context.beginPath();
    context.moveTo(x - 9 * unit, y);
    context.lineTo(x + 9 * unit, y);
    context.stroke();
    context.setLineDash([]);
  };
  switch (symbol.line) {
    case 'closed':
      stroke(palette.alert, 5);
      stroke(palette.s1, 2, [4, 3]);
      break;
    case 'slow':
      stroke(palette.warn, 4, [4, 2.4]);
      break;
    case 'route':
      stroke(palette.ink, 3);
      break;
    case 'approach':
      stroke(palette.moving, 4);
      break;
    case 'detour':
      stroke(palette.ink, 2.4, [5, 3]);
      break;
    case 'catchment':
      stroke(palette.text2, 0.9);
  }
}

function icon(
  context: CanvasRenderingContext2D,
  name: Parameters<typeof drawIcon>[1],
  palette: Palette,
  { x, y, size }: { x: number; y: number; size: number }
): void {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  drawIcon(context, name, palette);
  context.restore();
}
