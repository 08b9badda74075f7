import { drawIcon, ICON_NAMES } from './glyphs';
import type { IconName } from './glyphs';
import type { Palette } from './palette';

const CELL = 96;
const COLUMNS = 6;

export interface IconCell {
  x: number;
  y: number;
  width: number;
  height: number;
  anchorX: number;
  anchorY: number;
  mask: false;
}

/** Where each icon lies in the atlas. */
export function iconMapping(): Record<IconName, IconCell> {
  const cells = ICON_NAMES.map((name, index): [IconName, IconCell] => [
    name,
    {
      x: (index % COLUMNS) * CELL,
      y: Math.floor(index / COLUMNS) * CELL,
      width: CELL,
      height: CELL,
      anchorX: CELL / 2,
      anchorY: CELL / 2,
      mask: false
    }
  ]);
  return Object.fromEntries(cells) as Record<IconName, IconCell>;
}

/** All map icons of a theme on one canvas. */
export function drawIconAtlas(palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = CELL * COLUMNS;
  canvas.height = CELL * Math.ceil(ICON_NAMES.length / COLUMNS);
  const context = canvas.getContext('2d')!;
  const mapping = iconMapping();
  for (const name of ICON_NAMES) {
    const { x, y } = mapping[name];
    context.save();
    context.beginPath();
    context.rect(x, y, CELL, CELL);
    context.clip();
    context.translate(x, y);
    context.scale(CELL / 24, CELL / 24);
    drawIcon(context, name, palette);
    context.restore();
  }
  return canvas;
}
